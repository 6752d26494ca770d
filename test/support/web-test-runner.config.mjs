import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium, findFirefox } from './browsers.mjs';
import { localeFromSource } from './locales.mjs';
import { plainReporter } from './plain-reporter.mjs';
import { serveTypeScript } from './serve-typescript.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** One page at a time in each browser: only one page has the focus, and tests of the keyboard need it. */
const onePageAtATime = { concurrency: 1 };

const launch = {
  chromium: () =>
    chromeLauncher({
      ...onePageAtATime,
      launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    }),
  firefox: () =>
    chromeLauncher({
      ...onePageAtATime,
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: findFirefox() },
    }),
  webkit: () => webkitLauncher(),
};

function launcherOf(engine) {
  if (!(engine in launch))
    throw new Error(`BROWSERS: no engine "${engine}"; there are ${Object.keys(launch).join(', ')}`);
  return Object.assign(launch[engine](), { name: engine });
}

/** The language of the page in which tests run, such as `ar-US`, if it is not English. */
const lang = process.env.PAGE_LANG;

const inLanguage =
  (tag, { direction }) =>
  (testFramework) => `<!doctype html>
<html lang="${tag}" dir="${direction}">
  <head><meta charset="utf-8"></head>
  <body>
    <script type="module">
      import '/test/support/read-in-english.ts';
      await import('${testFramework}');
    </script>
  </body>
</html>`;

export default {
  rootDir,
  files: path.posix.join(rootDir.replaceAll('\\', '/'), 'test/**/*.test.ts'),
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [serveTypeScript({ lit: process.env.LIT, readInEnglish: Boolean(lang) })],
  ...(lang && { testRunnerHtml: inLanguage(lang, await localeFromSource(new Intl.Locale(lang).language)) }),
  browsers: (process.env.BROWSERS ?? 'chromium').split(',').map(launcherOf),
  // Two cores: two browsers at once, the third when one is done.
  concurrentBrowsers: 2,
  // A slow or busy machine is no reason to fail: these limits only end what hangs. A thousand colours are drawn and
  // read in one file, every rule of axe takes seconds, and one test may wait (test/support/wait-until.ts) more than once.
  browserStartTimeout: 180_000,
  testsStartTimeout: 180_000,
  testsFinishTimeout: 15 * 60_000,
  testFramework: { config: { timeout: 120_000 } },
  reporters: [plainReporter()],
  staticLogging: true,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
