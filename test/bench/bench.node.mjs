import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/open-browser.mjs';
import { missingIn, textOfPage } from './check.mjs';
import { makeSide } from './pages.mjs';
import { serveSides } from './serve.mjs';
import { sentences, text } from './text.mjs';

/** What `npm run bench` compares with; the bench installs it, the tests do not. */
const peersAreHere = existsSync(fileURLToPath(new URL('node_modules/lit', import.meta.url)));
const keys = [
  'plain',
  'ours',
  ...(peersAreHere ? ['lit', 'patternfly', 'redhat', 'shoelace', 'webawesome', 'material'] : []),
];

describe('the pages of the bench', () => {
  let browser, server, sides;
  before(async () => {
    sides = await Promise.all(keys.map(makeSide));
    server = await serveSides(sides);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const key of keys)
    it(`say the same: ${key}`, async () => {
      const side = sides.find((each) => each.key === key);
      const page = await browser.newPage();
      await page.goto(server.address + side.addPage('index.html', text));
      await page.waitForFunction(side.isShown);
      assert.deepEqual(missingIn(await page.evaluate(textOfPage), sentences(text)), []);
      const open = () => page.evaluate(side.hands.open);
      const before = await open();
      await page.evaluate(`${side.hands.question(1)}.click()`);
      await page.waitForFunction(`${side.hands.open} === ${before + 1}`);
      await page.close();
    });

  it('would be found out if a sentence were left out', () => {
    assert.deepEqual(missingIn('Rest. Walk.', ['Rest.', 'Run.']), ['Run.']);
  });

  it('are given ten guides that share their style sheets', async () => {
    const ours = sides.find(({ key }) => key === 'ours');
    const page = await browser.newPage();
    const sheets = async (copies) => {
      await page.goto(server.address + ours.addPage(`guides-${copies}.html`, { ...text, copies }));
      await page.waitForFunction(
        `(() => {
          const questions = [...document.querySelectorAll('stemcell-guide')].map(({ shadowRoot }) => shadowRoot?.querySelector('stemcell-faq'));
          const waiting = questions.find((faq) => !faq?.shadowRoot?.querySelector('#search'));
          waiting?.scrollIntoView();
          return questions.length === ${copies} && questions.every((faq) => faq) && !waiting;
        })()`,
      );
      return page.evaluate(`(() => {
        const sheets = new Set();
        const walk = (root) => root.querySelectorAll('*').forEach(({ shadowRoot }) => {
          shadowRoot?.adoptedStyleSheets.forEach((sheet) => sheets.add(sheet));
          if (shadowRoot) walk(shadowRoot);
        });
        walk(document);
        return sheets.size;
      })()`);
    };
    const one = await sheets(1);
    assert.ok(one > 4);
    assert.equal(await sheets(10), one);
    await page.close();
  });
});
