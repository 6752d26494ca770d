import { chromium, firefox } from 'playwright-core';
import { chromiumFlags, findChromium, findFirefox } from './browsers.mjs';

/** A slow machine is no failure. In milliseconds. */
const patience = 90_000;

const launch = {
  chromium: ({ args = [], ...options }) =>
    chromium.launch({
      executablePath: findChromium(),
      args: [...chromiumFlags, ...args],
      timeout: 2 * patience,
      ...options,
    }),
  // The channel is what lets Playwright drive a Firefox that it did not build itself.
  firefox: (options) =>
    firefox.launch({
      channel: 'moz-firefox',
      executablePath: findFirefox(),
      timeout: 2 * patience,
      ...options,
    }),
};

/**
 * A browser for a test in Node, with a fresh profile. Whoever opens it closes it: `await browser.close()`.
 * Takes Playwright's launch options; `args` come on top of ours.
 */
export async function openBrowser(engine = 'chromium', options = {}) {
  const browser = await launch[engine](options);
  const newContext = browser.newContext.bind(browser);
  // A page of `browser.newPage()` gets its context here as well.
  browser.newContext = async (contextOptions) => {
    const context = await newContext(contextOptions);
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}

/** The engines that tests in Node drive, of those that the run found; all of them when a file runs alone. */
export const pageEngines = Object.keys(launch).filter((engine) =>
  (process.env.BROWSERS ?? 'chromium,firefox').split(',').includes(engine),
);
