import { chromium, firefox } from 'playwright-core';
import { chromiumFlags, findChromium, findFirefox } from './browsers.mjs';

const launch = {
  chromium: ({ args = [], ...options }) =>
    chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags, ...args], ...options }),
  // The channel is what lets Playwright drive a Firefox that it did not build itself.
  firefox: (options) => firefox.launch({ channel: 'moz-firefox', executablePath: findFirefox(), ...options }),
};

/**
 * A browser for a test in Node, with a fresh profile. Whoever opens it closes it: `await browser.close()`.
 * Takes Playwright's launch options; `args` come on top of ours.
 */
export const openBrowser = (engine = 'chromium', options = {}) => launch[engine](options);

/** The engines that tests in Node drive, of those that the run found; all of them when a file runs alone. */
export const pageEngines = Object.keys(launch).filter((engine) =>
  (process.env.BROWSERS ?? 'chromium,firefox').split(',').includes(engine),
);
