import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';

// Each way to give an element words of one's own has a page: what does a visitor of it see, with the script and without?

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));

const ways = {
  'address.html': {
    elements: ['stemcell-guide'],
    shows: [
      'You meet the doctor',
      '40–50 minutes',
      'Does it hurt at your clinic?',
      'Come in by the side door.',
      'November 20',
    ],
    without: ['Call us at'],
  },
  'html.html': {
    elements: ['stemcell-guide', 'stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'],
    shows: [
      'You meet the doctor',
      '40–50 minutes',
      'Where do I park?',
      'What can go wrong?',
      'Rest the joint.',
      'Take it slow.',
    ],
    without: ['You meet the doctor', 'A nurse stays with you', 'Where do I park?', 'Rest the joint.'],
  },
  'json.html': {
    elements: ['stemcell-faq'],
    shows: ['Where do I park?', 'Will it hurt?', 'What are the risks?'],
    hides: ['How much does it cost'],
    without: ['Call us at'],
  },
  'object.html': {
    elements: ['stemcell-checklist'],
    shows: ['Rest the joint.', 'It needs time to settle.', 'You have trouble breathing'],
    hides: ['Before your procedure'],
    without: ['Call us at'],
  },
  'placeholder.html': {
    elements: ['stemcell-faq'],
    shows: ['Where do I park?', 'What can go wrong?'],
    hides: ['How much does it cost'],
    without: ['Where do I park?', 'What can go wrong?'],
  },
  'settings.html': {
    elements: ['stemcell-stepper', 'stemcell-faq'],
    shows: ['must tell you by law', 'Stage 1 of 5'],
    hides: ['Where do the cells come from?'],
    without: ['Call us at'],
  },
};

/** The words that are to be seen, in shadow roots and slots too; the order of the page is kept. */
const visibleText = (page) =>
  page.evaluate(() => {
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (
        node.nodeType === Node.ELEMENT_NODE &&
        (getComputedStyle(node).display === 'none' || node.localName === 'style')
      )
        return '';
      const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
      const inside = assigned.length ? assigned : (node.shadowRoot ?? node).childNodes;
      return Array.from(inside, read).join(' ');
    };
    return read(document.querySelector('main')).replace(/\s+/g, ' ');
  });

it('every page in demo/ways has its line here', async () => {
  const pages = (await readdir(`${root}/ways`)).filter((file) => file.endsWith('.html'));
  assert.deepEqual(pages.sort(), Object.keys(ways).sort());
});

for (const engine of pageEngines)
  describe(`the ways in, in ${engine}`, () => {
    let site, browser;
    before(async () => {
      site = await serve({ root, port: 0 });
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    const open = async (file, options) => {
      const page = await browser.newPage(options);
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      if (options?.withoutScript) await page.route('**/stemcell-guide.js', (route) => route.abort());
      await page.goto(new URL(`ways/${file}`, site.address).href);
      return { page, said };
    };
    const ready = (page, elements) =>
      page.evaluate(async (tags) => {
        const { promise, resolve } = Promise.withResolvers();
        const look = () => (document.querySelector(tags[0]) ? resolve() : requestAnimationFrame(look));
        look();
        await promise;
        for (const tag of tags) for (const element of document.querySelectorAll(tag)) await element.ready;
      }, elements);

    for (const [file, { elements, shows, hides = [], without }] of Object.entries(ways)) {
      it(`${file} shows the clinic's own words, and nothing is wrong with them`, async () => {
        const { page, said } = await open(file, { viewport: { width: 320, height: 640 } });
        await ready(page, elements);
        const text = await visibleText(page);
        for (const words of shows) assert.ok(text.includes(words), `"${words}" is not in: ${text}`);
        for (const words of hides) assert.ok(!text.includes(words), `"${words}" is in: ${text}`);
        assert.deepEqual(said, []);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        assert.equal(scrollWidth, clientWidth);
        assert.deepEqual(await violationsOf(page), []);
        await page.close();
      });

      it(`${file} can be read without the script`, async () => {
        const { page } = await open(file, { withoutScript: true });
        const text = await page.locator('main').innerText();
        const all = await visibleText(page);
        for (const words of without) assert.ok(all.includes(words), `"${words}" is not in: ${text}`);
        await page.close();
      });
    }

    it('html.html stays as the page wrote it where the files beside the script are missing', async () => {
      const page = await browser.newPage();
      await page.route('**/parts/**', (route) => route.abort());
      await page.goto(new URL('ways/html.html', site.address).href);
      await page.locator('stemcell-faq summary').first().click();
      assert.ok(await page.getByText('Behind the house').isVisible());
      await page.close();
    });

    it('html.html prints every answer', async () => {
      const { page } = await open('html.html');
      await ready(page, ways['html.html'].elements);
      const open_ = () =>
        page.evaluate(() => Array.from(document.querySelectorAll('details'), (details) => details.open));
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      assert.deepEqual(new Set(await open_()), new Set([true]));
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      assert.deepEqual(new Set(await open_()), new Set([false]));
      await page.close();
    });
  });
