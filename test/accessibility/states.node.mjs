import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { answered, ibmViolationsOf } from '../support/ibm-on-page.mjs';
import { assertions } from './assertions.mjs';
import { measurements } from './measurements.mjs';
import { openStates, readPage } from './open-state.mjs';
import { states, titleOf } from './states.mjs';

// Every element in every state, and every page of the demo, judged by axe, by IBM's engine, and by assertions of our
// own. Prints what was covered.

const atOnce = 2;
const rows = [];
const site = fileURLToPath(new URL('../../dist/site', import.meta.url));
const pages = (await readdir(site, { recursive: true })).filter(
  // A page for the inside of a frame is no page on its own.
  (file) => file.endsWith('.html') && file !== 'embed.html',
);

function row(what, { axe, ibm, own, pixels }) {
  const mark = (found) => (found === undefined ? '–' : found.length ? `${found.length} found` : '0');
  rows.push([what, mark(axe), mark(ibm), mark(own), mark(pixels)]);
}

async function judge(state, open) {
  const measured = measurements.filter((each) => each.wanted(state));
  const page = await open(state, { scale: measured.length ? 2 : 1 });
  try {
    const read = await readPage(page, state);
    const own = assertions.flatMap((each) => each.judge(read).map((problem) => `${each.name}: ${problem}`));
    const axe = await violationsOf(page);
    const ibm = await ibmViolationsOf(page);
    let pixels;
    // These press and tick, so they come last.
    for (const each of measured)
      pixels = [
        ...(pixels ?? []),
        ...(await each.take(page, state)).map((problem) => `${each.name}: ${problem}`),
      ];
    row(titleOf(state), { axe, ibm, own, pixels });
    return [
      ...axe.map((each) => `axe: ${each}`),
      ...ibm.map((each) => `IBM: ${each}`),
      ...own,
      ...(pixels ?? []),
    ];
  } finally {
    await page.context().close();
  }
}

describe('every element in every state', { concurrency: atOnce }, () => {
  let all;
  before(async () => (all = await openStates()));
  after(() => all?.close());

  for (const state of states)
    it(titleOf(state), async () => assert.deepEqual(await judge(state, all.open), []));
});

describe('every page of the demo', { concurrency: atOnce }, () => {
  let server, all;
  before(async () => {
    server = await serve({ root: site });
    all = await openStates();
  });
  after(async () => {
    await all?.close();
    await server?.close();
  });

  for (const file of pages)
    it(file, async () => {
      const page = await all.browser.newPage();
      await page.goto(`${server.address}/${file}`);
      await page.waitForLoadState('networkidle');
      // What is folded away is judged too. IBM's engine sees the fields of a closed <details>, and not their labels.
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => (details.open = true)),
      );
      const axe = await violationsOf(page);
      const ibm = await ibmViolationsOf(page);
      await page.close();
      row(`page ${file}`, { axe, ibm });
      assert.deepEqual([...axe, ...ibm.map((each) => `IBM: ${each}`)], []);
    });
});

after(() => {
  const widths = [52, 8, 8, 8, 8];
  const line = (cells) =>
    '  ' +
    cells
      .map((cell, index) => cell.padEnd(widths[index]))
      .join(' ')
      .trimEnd();
  console.log(
    '\nStates and engines: what each found. "Own" are assertions on the tree and the page, "pixels" are measured.',
  );
  console.log(line(['element, state', 'axe', 'IBM', 'own', 'pixels']));
  for (const cells of rows.sort(([a], [b]) => a.localeCompare(b))) console.log(line(cells));
  console.log(
    `  ${rows.length} rows; axe with every rule, IBM's engine with every rule set, ${assertions.length} assertions, ${measurements.length} measurements.`,
  );
  console.log("\nWhat IBM's engine asks a person, or advises against, and our answer:");
  for (const [rule, answer] of Object.entries(answered)) console.log(`  ${rule}: ${answer}`);
});
