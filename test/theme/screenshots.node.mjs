import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';
import { differenceOf, tolerance } from '../support/picture-difference.mjs';
import { yetToCome } from '../support/yet-to-come.mjs';

// A change of looks is a decision: a few states that visitors meet are compared with pictures of them, one set for
// each engine. UPDATE_SCREENSHOTS=1 takes the pictures again.
//
// Letters are drawn differently on every machine. So they are laid out, in Liberation Sans, which comes with the
// browsers that the tests install, but left transparent: what is compared are boxes, lines, fills and marks.

const site = fileURLToPath(new URL('../../dist/site', import.meta.url));
const folder = new URL('./screenshots/', import.meta.url);
const update = Boolean(process.env.UPDATE_SCREENSHOTS);

const states = {
  light: { element: 'stemcell-stepper', looks: '' },
  dark: { element: 'stemcell-faq', looks: 'color-scheme: dark; background: #111; color: #eee;' },
  surface: {
    element: 'stemcell-checklist',
    looks: '--stemcell-surface: #0b3954; --stemcell-accent: #ffd23f;',
  },
};

/** A short guide, a state other than the first, and no letters. Runs in the page. */
async function arrange(tag) {
  const element = document.querySelector(tag);
  await element.ready;
  const { content } = element;
  const short = (list, count) => list.slice(0, count);
  element.guide = {
    ...content,
    replace: ['stages', 'questions', 'phases'],
    stages: short(content.stages, 3),
    questions: short(content.questions, 2),
    phases: short(content.phases, 1).map((phase) => ({ ...phase, tasks: short(phase.tasks, 3) })),
  };
  await element.ready;
  await element.updateComplete;
  const root = element.shadowRoot;
  root.querySelectorAll('[part~=stage]')[1]?.click();
  root.querySelector('[part~=question]')?.click();
  root.querySelector('[type=checkbox]')?.click();
  await element.updateComplete;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { -webkit-text-fill-color: transparent !important; text-decoration: none !important; animation: none !important; transition: none !important; caret-color: transparent !important; } .notice, [aria-controls=sources] { display: none !important; }',
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Whether there is nothing like this in an element. Runs in the page. */
const isWithout = ([tag, selector]) => !document.querySelector(tag).shadowRoot.querySelector(selector);

for (const engine of pageEngines)
  describe(`the looks in ${engine}`, () => {
    let server, browser, page;
    before(async () => {
      server = await serve({ root: site });
      browser = await openBrowser(engine);
      page = await browser.newPage({ viewport: { width: 480, height: 800 }, deviceScaleFactor: 1 });
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    async function take({ element, looks }) {
      const body = `<!doctype html><html lang="en-US"><title>Looks</title>
        <style>body { font: 16px/1.5 'Liberation Sans', Arimo, Arial; margin: 16px; ${looks} }</style>
        <script src="/stemcell-guide.js" defer></script>
        <${element} storage="none" pathway="fat"></${element}>`;
      await page.route('**/looks.html', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(server.address + '/looks.html');
      await page.unroute('**/looks.html');
      await page.evaluate(arrange, element);
      await page.waitForFunction(isWithout, [element, yetToCome]);
      return page.screenshot({ fullPage: true });
    }

    for (const [name, state] of Object.entries(states))
      it(`are as decided: ${state.element}, ${name}`, async () => {
        const picture = await take(state);
        const file = new URL(`${engine}-${name}.png`, folder);
        if (update) {
          await mkdir(folder, { recursive: true });
          return writeFile(file, picture);
        }
        const decided = await readFile(file);
        const found = await differenceOf(page, decided, picture);
        if (!(found <= tolerance)) {
          const seen = new URL(`../../../dist/${engine}-${name}.png`, folder);
          await writeFile(seen, picture);
          assert.fail(
            `${found} (${tolerance} may differ). Compare ${fileURLToPath(file)} with ${fileURLToPath(seen)}; if the change is wanted, run UPDATE_SCREENSHOTS=1 npm test -- --only=screenshots.`,
          );
        }
      });

    it('are seen to change', async () => {
      const before = await take(states.light);
      const after = await take({ ...states.light, looks: '--stemcell-radius: 0;' });
      const found = await differenceOf(page, before, after);
      assert.ok(found > tolerance, `only ${found} pixels differ`);
    });
  });
