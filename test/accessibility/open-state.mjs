import { openSite } from '../support/guest-site.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { yetToCome } from '../support/yet-to-come.mjs';
import { treeOf } from './accessibility-tree.mjs';
import { installReader } from './page-reader.mjs';
import { pageOfState, sitePages, wideSpacing } from './states.mjs';

// How is a page brought into a state, and judged there?

/** A browser and a site for all states. Whoever opens them closes them. */
export async function openStates() {
  const site = await openSite({ ...sitePages });
  const browser = await openBrowser('chromium');
  let count = 0;

  /**
   * A page in a state.
   * @param prepare - What is done to the page before it loads.
   * @param unready - Leaves the page as soon as it has loaded, for pages on which the elements never stand.
   * @param defect - Runs in the page once the element stands, before the visitor does anything.
   */
  async function open(state, { defect, scale = 1, prepare, unready } = {}) {
    const address = `/state-${count++}.html`;
    site.content[address] = pageOfState(state);
    const context = await browser.newContext({
      viewport: { width: 1000, height: 900 },
      deviceScaleFactor: scale,
      ...state.looks,
    });
    const page = await context.newPage();
    await page.addInitScript(installReader);
    if (state.before) await page.addInitScript(state.before);
    if (state.block) await page.route(state.block, (route) => route.abort());
    await prepare?.(page);
    await page.goto(site.address + address + (state.hash ?? ''));
    if (unready) return page;
    await page.waitForFunction(async (selector) => {
      await Promise.all(reader.ours().map((element) => element.ready));
      await Promise.all(reader.ours().map((element) => element.updateComplete));
      // The search comes with a file of its own, and the field for the date, when the visitor comes near.
      const waiting = reader.ours().find((element) => element.shadowRoot.querySelector(selector));
      waiting?.scrollIntoView();
      return !waiting;
    }, yetToCome);
    if (!state.hash) await page.evaluate(() => scrollTo(0, 0));
    if (state.spacing) await page.addStyleTag({ content: wideSpacing });
    if (defect) {
      await page.evaluate(defect);
      // A visitor who cannot go on has met the defect, and need not wait for long.
      page.setDefaultTimeout(5_000);
    }
    await state.steps?.(page);
    return page;
  }

  return {
    site,
    browser,
    open,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Lets what fades in arrive: colours are those of the end. */
const settle = (page) =>
  page.evaluate(async () => {
    await Promise.all(reader.ours().map((element) => element.updateComplete));
    for (const root of [document, ...reader.ours().map(({ shadowRoot }) => shadowRoot)])
      root.getAnimations().forEach((animation) => animation.finish());
    scrollTo(0, 0);
  });

/** The facts of a page, read as if the window were as high as the page, so that everything can be hit. */
export async function readPage(page, state) {
  const motions = await page.evaluate(() => reader.read().motions);
  await settle(page);
  const { width, height } = page.viewportSize();
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, full) });
  const facts = await page.evaluate(() => reader.read());
  const tree = await treeOf(page);
  return { facts: { ...facts, motions }, tree, state, page: { level: state.level ?? 2 } };
}
