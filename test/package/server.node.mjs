import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { differenceOf, tolerance } from '../support/picture-difference.mjs';
import { installProject } from '../support/packed.mjs';

// Does a server render the elements with all that they say, and does nothing move when they start in the browser?

const root = fileURLToPath(new URL('../..', import.meta.url));
const frameworks = path.join(root, 'test/frameworks');

const tags = ['stemcell-guide', 'stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'];

const onServer = `
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import 'stemcell-guide/define';
const rendered = {};
for (const tag of ${JSON.stringify(tags)}) {
  const name = unsafeStatic(tag);
  rendered[tag] = await collectResult(
    render(html\`<\${name} lang="en" region="gb" pathway="fat" hide-search clinic-phone="555-0100"></\${name}>\`),
  );
}
console.log(JSON.stringify(rendered));
`;

/** Runs in the page: each text with its looks and the place where it stands. */
const readScreen = (tag) => {
  const found = [];
  const look = (node) => {
    for (const child of node.childNodes) {
      if (child instanceof Text && child.data.trim()) {
        const range = document.createRange();
        range.selectNode(child);
        const { x, y, width, height } = range.getBoundingClientRect();
        const text = child.data.trim().replace(/\s+/g, ' ');
        const { color, font } = getComputedStyle(child.parentElement);
        if (width > 1 && height > 1)
          found.push([text, color, font, ...[x, y, width].map(Math.round)].join(' | '));
      } else if (child instanceof Element && !/^(style|script)$/.test(child.localName))
        look(child.shadowRoot ?? child);
    }
  };
  look(document.querySelector(tag).shadowRoot);
  return found;
};

/**
 * Runs in the page: takes the letters out of it. They are compared by their looks and places, since a browser draws the
 * same letter now with coloured edges and now without.
 */
function hideLetters(tag) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { -webkit-text-fill-color: transparent !important }');
  const hide = (root) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) hide(shadowRoot);
  };
  hide(document.querySelector(tag).shadowRoot);
}

describe('elements that a server has rendered', () => {
  let rendered;
  let site;
  let browser;
  before(async () => {
    await installProject(frameworks);
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', onServer], {
      cwd: frameworks,
      encoding: 'utf8',
    });
    rendered = JSON.parse(said);
    site = await serve({ root: path.join(root, 'dist') });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('have their words, numbers and links in the markup, in declarative shadow roots', () => {
    const expected = {
      'stemcell-guide': [/You meet the doctor/, /What are the risks\?/, /Warning signs/],
      'stemcell-stepper': [/Collecting fat/, /20–45 minutes/, /You meet the doctor/],
      'stemcell-faq': [/Will it hurt\?/, /numbing shots first/],
      'stemcell-checklist': [
        /href="tel:999"/,
        /href="tel:5550100"/,
        /Keep your bandages clean/,
        /kept on this device only/,
      ],
    };
    for (const [tag, texts] of Object.entries(expected)) {
      const text = rendered[tag].replace(/<!--.*?-->/g, '');
      assert.match(text, /<template[^>]* shadowrootmode="open"/);
      assert.match(text, /Please read this first/);
      for (const each of texts) assert.match(text, each);
      assert.doesNotMatch(text, /undefined|\[object/);
    }
    const notices = rendered['stemcell-guide'].match(/Please read this first/g);
    assert.equal(notices.length, 1);
  });

  for (const tag of tags)
    it(`look the same before and after the script has run: <${tag}>`, async () => {
      const open = async (script) => {
        const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
        const problems = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        await page.route('**/page.html', (route) =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            body: `<!doctype html><html lang="en"><title>Page</title>${rendered[tag]}${script}</html>`,
          }),
        );
        await page.goto(`${site.address}/page.html`);
        if (script) await page.evaluate(async (name) => document.querySelector(name).ready, tag);
        // The search and the topics of a long list come with a file of their own. What is to be compared has them in every
        // picture or in none.
        if (script)
          await page.waitForFunction((name) => {
            const { shadowRoot } = document.querySelector(name);
            const faq =
              name === 'stemcell-guide' ? shadowRoot.querySelector('stemcell-faq').shadowRoot : shadowRoot;
            if (faq.querySelector('.finder:empty')) faq.host.scrollIntoView();
            else return true;
          }, tag);
        await page.evaluate(() => scrollTo(0, 0));
        const screen = await page.evaluate(readScreen, tag);
        await page.evaluate(hideLetters, tag);
        const picture = await page.screenshot({ animations: 'disabled' });
        const roots = await page.evaluate(
          (name) => document.querySelector(name).shadowRoot.querySelectorAll('.root').length,
          tag,
        );
        const isRunning = await page.evaluate(
          (name) => document.querySelector(name).matches(':defined'),
          tag,
        );
        await page.close();
        return { screen, picture, problems, roots, isRunning };
      };
      const before = await open('');
      const after = await open('<script src="/stemcell-guide.js"></script>');
      assert.equal(before.isRunning, false);
      assert.equal(after.isRunning, true);
      assert.ok(before.screen.length > 20);
      assert.deepEqual(after.problems, []);
      assert.equal(after.roots, 1);
      // The search and its topics come from a file of their own, into a place that is kept for them: it is guessed.
      const isOfSearch = (line) => /^(Search the questions|[^|]+ \(\d+\)|\d+ questions) \|/.test(line);
      if (!after.screen.some(isOfSearch)) {
        assert.deepEqual(after.screen, before.screen);
        const page = await browser.newPage();
        // Only a page of a server has what counts pixels.
        await page.goto(`${site.address}/embed.html`);
        const different = await differenceOf(page, before.picture, after.picture);
        await page.close();
        assert.ok(different <= tolerance, `the pictures differ in ${different} pixels`);
        return;
      }
      const withoutHeight = (line) => line.replace(/ \| -?\d+ \| (-?\d+)$/, ' | $1');
      assert.deepEqual(
        after.screen.filter((line) => !isOfSearch(line)).map(withoutHeight),
        before.screen.filter((line) => !isOfSearch(line)).map(withoutHeight),
      );
    });
});
