import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));
// Those that are whole as they are written are the examples; test/site/ has the pages that the build puts together.
const pages = ['clinic.html', 'stages.html', 'questions.html', 'checklist.html', 'themes.html'];

/** What a visitor sees on a page, wherever it comes from. */
const visibleText = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('main [clinic-name]');
    return element.shadowRoot ? element.shadowRoot.querySelector('.root').innerText : element.innerText;
  });

for (const engine of pageEngines)
  describe(`the demo's pages in ${engine}`, () => {
    let site, browser;
    before(async () => {
      site = await serve({ root, port: 0 });
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const file of pages) {
      it(`${file} shows its element, asks nobody else, and says nothing in the console`, async () => {
        const page = await browser.newPage();
        const said = [];
        const foreign = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(String(error)));
        page.on(
          'request',
          (request) => request.url().startsWith(site.address) || foreign.push(request.url()),
        );
        await page.goto(new URL(file, site.address).href);
        assert.match(await visibleText(page), /No one can promise that this treatment will help you/);
        assert.deepEqual({ said, foreign }, { said: [], foreign: [] });
        await page.close();
      });

      for (const colorScheme of ['light', 'dark'])
        it(`${file} has nothing that axe objects to, in ${colorScheme}`, async () => {
          const page = await browser.newPage({ colorScheme });
          await page.goto(new URL(file, site.address).href);
          assert.deepEqual(await violationsOf(page), []);
          await page.close();
        });

      it(`${file} needs no sideways scroll on a screen of 320 pixels`, async () => {
        const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
        await page.goto(new URL(file, site.address).href);
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        assert.equal(scrollWidth, clientWidth);
        await page.close();
      });

      it(`${file} gives a telephone number where the script does not come`, async () => {
        const page = await browser.newPage();
        await page.route('**/stemcell-guide.js', (route) => route.abort());
        await page.goto(new URL(file, site.address).href);
        assert.match(await page.locator('main').innerText(), /call us instead, at \(555\) 010-0100/);
        await page.close();
      });
    }
  });
