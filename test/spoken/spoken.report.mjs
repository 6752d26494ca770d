import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openSite } from '../support/guest-site.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';
import { findScreenReader, startScreenReader } from '../support/screen-reader.mjs';
import { pageOfState, sitePages } from '../accessibility/states.mjs';
import { agrees, readScenes, writeScene, writeScenes } from './agreed.mjs';

// What does somebody hear? Orca reads the built script in Chromium and Firefox, keys are pressed, and what it says is
// compared with the scripts beside this file, which people have agreed on. UPDATE_SPOKEN=1 writes what is said in the
// place of what was agreed where the two differ, to be read before it is agreed. Prints which scripts held.

const update = Boolean(process.env.UPDATE_SPOKEN);

const elements = ['faq', 'stepper', 'checklist'];
const pages = {
  ...sitePages,
  ...Object.fromEntries(elements.map((element) => [`/${element}.html`, pageOfState({ element, level: 2 })])),
};

/** What browsers say anew now and then of their own windows. It is not ours. */
const isOfBrowser = (words) => /^A page of a clinic.* (page tab|frame)\.?$/.test(words);

const rows = [];
/** That of Debian 12. */
const orca = await findScreenReader('43');

for (const engine of orca ? pageEngines : []) {
  const file = new URL(`./${engine}.txt`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const scenes = readScenes(text);
  const written = [];

  describe(`Orca ${orca} with ${engine}`, () => {
    let site, reader, browser, tab;
    before(async () => {
      site = await openSite(pages);
      reader = await startScreenReader();
      browser = await openBrowser(engine, {
        headless: false,
        env: reader.environment,
        args: engine === 'chromium' ? ['--force-renderer-accessibility', '--window-size=1200,900'] : [],
      });
      const context = await browser.newContext({ viewport: null });
      tab = await context.newPage();
      // With the first page much comes late.
      await open(elements[0]);
    });
    after(async () => {
      await browser?.close();
      await reader?.close();
      await site?.close();
    });

    /** Without what browsers say of their own windows. */
    const ours = (words) => words.filter((each) => !isOfBrowser(each));
    const hear = async ({ isAll = () => true, ...rest } = {}) =>
      ours(await reader.hear({ isAll: (words) => isAll(ours(words)), ...rest }));

    /** Opens a page and waits until Orca is there too: it says the first title of each page that has come. */
    async function open(element, pause) {
      await tab.goto(`${site.address}/${element}.html`);
      await tab.bringToFront();
      await reader.notices(/document:load-complete/);
      await reader.hear({ isAll: (words) => words.includes('A clinic heading level 1.'), pause });
    }

    const acts = {
      async begin({ element, role, name }) {
        await open(element, 250);
        const start = tab.getByRole(role, {
          name: new RegExp(`^${name.replace('…', '.*').replaceAll('?', '\\?')}$`),
        });
        await start.evaluate((node) => {
          if (!node.matches('a, button, input')) node.tabIndex = -1;
          node.focus();
        });
      },
      press: (key) => reader.press(key),
      write: (words) => reader.write(words),
    };

    /**
     * Does what a step says, and tells what is heard. What comes late is heard at the next step, where it was not agreed;
     * so only at the end a long silence is waited for, and where nobody knows what to wait for.
     */
    async function play({ act, agreed }, isLast, isLost) {
      const [[name, parameter]] = Object.entries(act);
      const isKnown = agreed.length > 0 && !isLost && !update;
      const isAll = isKnown ? (heard) => agrees(agreed, heard) : undefined;
      const pause = isKnown && !isLast ? 250 : undefined;
      if (name === 'begin' && isKnown)
        // How somebody came there is not the matter, and now and then the browser says nothing of it to Orca.
        for (let tries = 0; tries < 2; tries++) {
          await acts.begin(parameter);
          const heard = await hear({ isAll, pause, limit: 5000 });
          if (isAll(heard)) return heard;
        }
      await acts[name](parameter);
      return hear({ isAll, pause });
    }

    for (const { name, steps } of scenes)
      it(name, async () => {
        const said = [];
        let isLost = false;
        for (const step of steps) {
          const heard = await play(step, step === steps.at(-1), isLost);
          const isAgreed = agrees(step.agreed, heard);
          isLost ||= !isAgreed && !update;
          said.push({ ...step, agreed: isAgreed ? step.agreed : heard });
        }
        const scene = writeScene(name, said);
        written.push(scene);
        rows.push({ name, engine, lines: steps.flatMap(({ agreed }) => agreed).length, isLost });
        if (!update) assert.equal(scene, writeScene(name, steps));
      });

    after(async () => {
      if (update) await writeFile(file, writeScenes(text, written));
    });
  });
}

after(() => {
  if (!rows.length || update) return;
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const line = (name, cells) =>
    `  ${name.padEnd(46)} ${cells.map((cell) => cell.padEnd(24)).join(' ')}`.trimEnd();
  console.log(`\nScripts that Orca ${orca} was held against:`);
  console.log(line('scene', engines));
  for (const name of new Set(rows.map((row) => row.name)))
    console.log(
      line(
        name,
        engines.map((engine) => {
          const row = rows.find((each) => each.name === name && each.engine === engine);
          if (!row) return '–';
          return row.isLost ? 'said otherwise' : `as agreed, ${row.lines} lines`;
        }),
      ),
    );
});
