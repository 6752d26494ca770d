import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from './open-browser.mjs';
import { startWebKit } from './webkit-driver.mjs';

// One way to drive a page in each of the three engines, for tests that try the same thing in all of them.

/** A slow machine is no failure; a page that never does what it should is. */
const longestWait = 60_000;

const waitUntil = async (page, condition, argument) => {
  const end = Date.now() + longestWait;
  for (;;) {
    const value = await page.run(condition, argument).catch((error) => {
      // While a page is left for another there is nothing to ask.
      if (Date.now() > end) throw error;
    });
    if (value) return value;
    if (Date.now() > end) throw new Error(`never came true: ${condition}`);
    await sleep(30);
  }
};

const withWaiting = (page) =>
  Object.assign(page, {
    /** Waits until a function in the page gives something, and resolves with that. */
    until: (condition, argument) => waitUntil(page, condition, argument),
  });

async function openWithPlaywright(engine, options) {
  const browser = await openBrowser(engine, options);
  return {
    engine,
    close: () => browser.close(),
    async open(address, contextOptions = {}) {
      const context = await browser.newContext(contextOptions);
      const tab = await context.newPage();
      if (address) await tab.goto(address);
      return withWaiting({
        engine,
        tab,
        context,
        run: (pageFunction, argument) => tab.evaluate(pageFunction, argument),
        goto: (next) => tab.goto(next),
        close: () => context.close(),
      });
    },
  };
}

async function openWebKit() {
  const { send, close } = await startWebKit();
  const run = async (pageFunction, argument) => {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${pageFunction})(arguments[0]))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await send('POST', '/execute/async', { script, args: [argument ?? null] });
    if (error) throw new Error(error);
    return value;
  };
  const page = withWaiting({
    engine: 'webkit',
    send,
    run,
    async goto(address) {
      await send('POST', '/url', { url: address });
      await page.until(
        (expected) => location.href === expected && document.readyState === 'complete',
        new URL(address).href,
      );
    },
    close: () => send('POST', '/url', { url: 'about:blank' }),
  });
  return {
    engine: 'webkit',
    close,
    async open(address) {
      if (address) await page.goto(address);
      return page;
    },
  };
}

/**
 * A browser whose pages answer to `run`, `until`, `goto` and `close`. What only some engines can do is there as well:
 * `tab` and `context` of Playwright in Chromium and Firefox, `send` of WebDriver in WebKit.
 */
export const openGuestBrowser = (engine, options) =>
  engine === 'webkit' ? openWebKit() : openWithPlaywright(engine, options);

export const guestEngines = (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',');
