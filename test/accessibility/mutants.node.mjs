import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violationsOf } from '../support/axe-on-page.mjs';
import { ibmViolationsOf } from '../support/ibm-on-page.mjs';
import { assertions } from './assertions.mjs';
import { deeds, stateOf } from './deeds.mjs';
import { measurements } from './measurements.mjs';
import { mutants } from './mutants.mjs';
import { openStates, readPage } from './open-state.mjs';
import { stateNamed } from './states.mjs';

// Would it be noticed? Deeds are tried on pages as they are, where each must find nothing; then defects are put into
// pages, one each, and each must be found by somebody. Prints who found what.

const atOnce = 2;
const rows = [];
const named = (list, name) => {
  const found = list.find((each) => each.name === name);
  if (!found) throw new Error(`There is nothing called "${name}"`);
  return found;
};

let all;
before(async () => (all = await openStates()));
after(() => all?.close());

async function run(deed, defect) {
  const { before: prepare, unready } = deed;
  const page = await all.open(stateOf(deed), { defect, prepare, unready });
  try {
    return await deed.run(page);
  } catch (error) {
    // Somebody who cannot go on has met the defect as well.
    return [String(error)];
  } finally {
    await page.context().close();
  }
}

/** Who finds something on a page with a defect: the two checkers, and by name our own. */
async function catchers({ state: title, change, measure, deed }) {
  const state = stateNamed(title);
  const found = { axe: false, ibm: false, own: [] };
  const page = await all.open(state, { defect: change, scale: measure ? 2 : 1 });
  try {
    const read = await readPage(page, state);
    found.own.push(...assertions.filter((each) => each.judge(read).length).map(({ name }) => name));
    found.axe = (await violationsOf(page)).length > 0;
    found.ibm = (await ibmViolationsOf(page)).length > 0;
    if (measure && (await named(measurements, measure).take(page, { pixels: 7, ...state })).length)
      found.own.push(measure);
  } finally {
    await page.context().close();
  }
  if (deed && (await run(named(deeds, deed), change)).length) found.own.push(deed);
  return found;
}

describe('a visitor', { concurrency: atOnce }, () => {
  for (const deed of deeds)
    it(`${deed.name} (line ${deed.line})`, async () => assert.deepEqual(await run(deed), []));
});

describe('is noticed', { concurrency: atOnce }, () => {
  for (const mutant of mutants)
    it(mutant.name, async () => {
      const found = await catchers(mutant);
      rows.push([mutant.name, found.axe ? 'axe' : '', found.ibm ? 'IBM' : '', found.own.join('; ')]);
      assert.ok(found.own.length, 'no assertion of our own finds it');
    });
});

after(() => {
  const widths = [58, 5, 5, 0];
  const line = (cells) =>
    '  ' +
    cells
      .map((cell, index) => cell.padEnd(widths[index]))
      .join(' ')
      .trimEnd();
  const count = (index) => rows.filter((cells) => cells[index]).length;
  const byBoth = rows.filter((cells) => cells[1] || cells[2]).length;
  console.log('\nDefects, and who noticed:');
  for (const cells of rows.sort(([a], [b]) => a.localeCompare(b))) console.log(line(cells));
  console.log(
    `  Of ${rows.length}: axe ${count(1)}, IBM ${count(2)}, one of the two ${byBoth}, our own ${count(3)}.`,
  );
});
