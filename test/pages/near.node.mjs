import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';

// What waits until the visitor comes near: the search of the questions, and the calendar of the date.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Where the element begins, in pixels from the top of the page. */
const start = 5000;
/** So far from the edge of the screen is near, in pixels, and well within what the element takes for it. */
const ahead = 700;

const page = (content) =>
  `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A clinic</title><body style="margin:0;font:16px/1.5 'Liberation Sans',Arimo,Arial">
<div style="height:${start}px"></div>${content}<script src="/stemcell-guide.js"></script>`;
const manyQuestions = Array.from(
  { length: 60 },
  (_, index) => `<details id="q${index}"><summary>Number ${index}?</summary>Words ${index}</details>`,
);

let folder, site;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'near-'));
  const pages = {
    faq: '<stemcell-faq></stemcell-faq>',
    topics: '<stemcell-faq hide-search></stemcell-faq>',
    many: `<stemcell-faq>${manyQuestions.join('')}</stemcell-faq>`,
    checklist: '<stemcell-checklist></stemcell-checklist>',
  };
  for (const [name, content] of Object.entries(pages))
    writeFileSync(path.join(folder, `${name}.html`), page(content));
  site = await serve({ root: [folder, dist] });
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const engine of pageEngines)
  describe(`before the visitor comes near, in ${engine}`, () => {
    let browser;
    before(async () => (browser = await openBrowser(engine)));
    after(() => browser?.close());

    async function open(name, width = 800) {
      const opened = await browser.newPage({ viewport: { width, height: 600 } });
      const requests = [];
      opened.on('request', (request) => requests.push(new URL(request.url()).pathname));
      await opened.goto(`${site.address}/${name}.html`);
      // An observer that looks later than the element's own: when it has been told, so has that one.
      await opened.evaluate(async () => {
        const element = document.body.querySelector('stemcell-faq, stemcell-checklist');
        await element.ready;
        await new Promise((resolve) => new IntersectionObserver(resolve).observe(element));
        await element.updateComplete;
      });
      const comeNear = () => opened.evaluate((to) => scrollTo(0, to), start - 600 - ahead);
      const distance = () =>
        opened.evaluate(
          () =>
            document.body.querySelector('stemcell-faq, stemcell-checklist').getBoundingClientRect().top -
            innerHeight,
        );
      return { opened, requests, comeNear, distance };
    }

    it('nothing is loaded for the search, which is there when the visitor is', async () => {
      const { opened, requests, comeNear, distance } = await open('faq');
      assert.deepEqual(
        requests.filter((address) => address.startsWith('/parts/')),
        [],
      );
      await comeNear();
      await opened.getByRole('searchbox', { name: 'Search the questions' }).waitFor();
      assert.equal(await distance(), ahead);
      await opened.close();
    });

    for (const name of ['faq', 'topics'])
      it(`there is a place for it, about as high as it will be: ${name}`, async () => {
        for (const width of [320, 412, 800, 1280]) {
          const { opened, comeNear } = await open(name, width);
          const above = () =>
            opened.evaluate(() => {
              const faq = document.querySelector('stemcell-faq');
              const questions = faq.shadowRoot.querySelector('.questions');
              return questions.getBoundingClientRect().top - faq.getBoundingClientRect().top;
            });
          const kept = await above();
          await comeNear();
          await opened.getByRole('group', { name: 'Topics' }).waitFor();
          const found = await above();
          assert.ok(Math.abs(found - kept) < 60, `${kept} pixels were kept for ${found} at ${width}`);
          await opened.close();
        }
      });

    it('the rest of a long list is there all the same', async () => {
      const { opened, distance } = await open('many');
      await opened.getByRole('button', { name: 'Number 59?' }).waitFor();
      assert.equal(await distance(), start - 600);
      await opened.close();
    });

    it('paper has no gap where the search will be', async () => {
      const { opened } = await open('faq');
      // By the rules themselves, since not every driver of a browser has a way to show it as paper.
      await opened.evaluate(() => {
        const change = (rules) => {
          for (const rule of rules) {
            if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
            if (rule.cssRules) change(rule.cssRules);
          }
        };
        const { adoptedStyleSheets } = document.querySelector('stemcell-faq').shadowRoot;
        for (const { cssRules } of adoptedStyleSheets) change(cssRules);
      });
      const [above, below] = await opened.evaluate(() => {
        const { shadowRoot } = document.querySelector('stemcell-faq');
        const [heading, question] = ['[role=group], fieldset', '[part=question]'].map((selector) =>
          shadowRoot.querySelector(selector).getBoundingClientRect(),
        );
        return [heading.bottom, question.top];
      });
      assert.ok(below - above < 100, `${below - above} pixels between the choice and the first question`);
      await opened.close();
    });

    it('the date is a plain field with its name and what was kept, then one with a calendar', async () => {
      const { opened, comeNear, distance } = await open('checklist');
      await opened.evaluate(() => localStorage.setItem('stemcell-guide', 'version=1&date=2026-11-02'));
      await opened.reload();
      const field = opened.getByLabel('Date of your procedure');
      assert.equal(await field.getAttribute('type'), 'text');
      assert.equal(await field.inputValue(), '2026-11-02');
      await comeNear();
      await opened.locator('input[type=date]').waitFor();
      assert.equal(await distance(), ahead);
      assert.equal(await field.inputValue(), '2026-11-02');
      await opened.close();
    });
  });
