// `npm run bench`: what does a page feel of us, and of others that do less? Writes RESULTS.md beside this file.
//
//   npm run bench                          nine rounds, all sides: some ten minutes on a quiet machine
//   npm run bench -- --rounds=3            fewer rounds
//   npm run bench -- --only=ours,plain     only these sides; plain HTML is always among them
//   npm run bench -- --slow=1              the processor as it is
//   npm run bench -- --dry                 prints, and leaves RESULTS.md as it is

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from '../support/packages.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');
const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    only: { type: 'string' },
    slow: { type: 'string', default: '4' },
    dry: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const slow = Number(flags.slow);

if (!(await installPackages(folder))) {
  console.error('The packages of test/bench/package-lock.json could not be installed.');
  process.exit(1);
}
// Only now is there what these import.
const { makeSide, sideNames } = await import('./pages.mjs');
const { manyQuestions, sentences, text } = await import('./text.mjs');
const { serveSides } = await import('./serve.mjs');
const { measure } = await import('./measure.mjs');
const { missingIn, textOfPage } = await import('./check.mjs');
const { report } = await import('./report.mjs');
const { openBrowser } = await import('../support/open-browser.mjs');

const wanted = flags.only ? ['plain', ...flags.only.split(',')] : sideNames;
const unknown = wanted.filter((name) => !sideNames.includes(name));
if (unknown.length) {
  console.error(`--only: there is ${sideNames.join(', ')}, no "${unknown.join(', ')}"`);
  process.exit(1);
}

const startedAt = Date.now();
const say = (line) =>
  console.log(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(4)} s  ${line}`);

say('building the pages');
const sides = await Promise.all(sideNames.filter((name) => wanted.includes(name)).map(makeSide));
const server = await serveSides(sides);
const browser = await openBrowser('chromium');
const version = browser.version();

const many = 1000;
const long = { questions: manyQuestions(many) };
/** The letters of a search over many questions: from most of them to few. */
const letters = ['n', 'nu', 'num', 'numbi'];
/** Which questions are opened, one after the other. */
const pressed = [1, 3, 5];

const typing = (field, query) =>
  `{ const field = ${field}; field.value = '${query}'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }`;

/** What is wrong with what a page did; a page that does nothing would win for nothing. */
const expectThat = (holds, side, what) => {
  if (!holds) throw new Error(`${side.name}: ${what}`);
};

/** The default guide, loaded over a slow line and used. */
const load = (side, { check }) => {
  const { hands } = side;
  return measure(browser, {
    address: server.address,
    path: side.addPage('index.html', text),
    side,
    slow,
    line: true,
    trace: true,
    use: async ({ act, read }) => {
      if (check) {
        const missing = missingIn(await read(textOfPage), sentences(text));
        expectThat(!missing.length, side, `does not say ${missing.join(' | ')}`);
      }
      // Some of a page may come only as the visitor nears it.
      const isWhole = side.isWhole?.(text.questions.length) ?? 'true';
      await act(
        'near',
        `${hands.question(0)}.scrollIntoView(); while (!(${isWhole})) await window.afterFrame()`,
      );
      const before = await read(hands.open);
      for (const index of pressed) await act('click', `${hands.question(index)}.click()`);
      expectThat(
        (await read(hands.open)) === before + pressed.length,
        side,
        'a click does not open a question',
      );
      await act('tick', `${hands.task}.click()`);
      expectThat(await read(`${hands.task}.checked`), side, 'a task is not ticked');
      await act('all', `${hands.all}.click()`);
      expectThat((await read(hands.open)) === text.questions.length, side, 'not all questions are open');
    },
  });
};

/** A long list, on a fast line: only the processor counts. */
const list = (side, { form, count = many, questions = long, use = true }) => {
  const { hands } = side;
  return measure(browser, {
    address: server.address,
    path: side.addPage(`${form ?? 'many'}-${count}.html`, questions, form),
    side,
    slow,
    isWhole: side.isWhole?.(count),
    use: async ({ act, read }) => {
      if (!use) return;
      // As a visitor comes to type: what a page gets ready by then is no part of a letter.
      await act('focus', `${hands.search}.focus()`);
      for (const query of letters) await act('letter', typing(hands.search, query));
      const found = questions.questions.filter((each) =>
        JSON.stringify(each).toLowerCase().includes(letters.at(-1)),
      );
      expectThat(
        (await read(hands.shown)) === found.length,
        side,
        `finds ${await read(hands.shown)}, not ${found.length}`,
      );
      await act('clear', typing(hands.search, ''));
      // Ours adds what every patient must be told where a page leaves it out.
      expectThat((await read(hands.shown)) >= count, side, 'does not show all again');
    },
  });
};

const results = new Map();
const keep = (kind, key, result) => {
  const name = `${kind} ${key}`;
  results.set(name, [...(results.get(name) ?? []), result]);
};

/** Ours has two ways to give it a long list. */
const listsOf = (side) => (side.key === 'ours' ? ['json', 'html'] : [undefined]);

try {
  for (let round = 0; round < rounds; round++) {
    // Whoever comes first finds another machine than whoever comes last.
    const order = sides.map((_, index) => sides[(index + round) % sides.length]);
    for (const side of order) {
      server.asked.clear();
      keep('load', side.key, await load(side, { check: round === 0 }));
      if (round === 0) side.loaded = [...server.asked].map((name) => name.slice(side.key.length + 1));
    }
    for (const side of order)
      for (const form of listsOf(side))
        keep('list', [side.key, form].filter(Boolean).join(' '), await list(side, { form }));
    say(`round ${round + 1} of ${rounds}`);
  }

  const counts = [10, 100, 1000, 5000];
  const growing = sides.filter(({ key }) => key === 'plain' || key === 'ours');
  for (let round = 0; round < Math.min(rounds, 3); round++)
    for (const count of counts)
      for (const side of growing) {
        const questions = { questions: manyQuestions(count) };
        const form = side.key === 'ours' ? 'json' : undefined;
        keep('growth', `${side.key} ${count}`, await list(side, { form, count, questions, use: false }));
      }
  say('growth from 10 to 5,000 questions');

  const ours = sides.find(({ key }) => key === 'ours');
  const guidesOf = (count) =>
    measure(browser, {
      address: server.address,
      path: ours.addPage(`guides-${count}.html`, { ...text, copies: count }),
      side: ours,
      slow,
      use: async ({ read, result }) => {
        result.guides = await read(`document.querySelectorAll('stemcell-guide').length`);
        result.sheets = await read(`(() => {
          const sheets = new Set();
          const walk = (root) => root.querySelectorAll('*').forEach(({ shadowRoot }) => {
            shadowRoot?.adoptedStyleSheets.forEach((sheet) => sheets.add(sheet));
            if (shadowRoot) walk(shadowRoot);
          });
          walk(document);
          return sheets.size;
        })()`);
      },
    });
  if (ours)
    for (let round = 0; round < Math.min(rounds, 3); round++)
      for (const count of [1, 10]) keep('guides', String(count), await guidesOf(count));
  say('ten guides on a page');
} finally {
  await browser.close();
  server.close();
}

const versionOf = ({ packageName }) =>
  packageName &&
  JSON.parse(readFileSync(path.join(folder, 'node_modules', packageName, 'package.json'))).version;
const notes = path.join(folder, 'notes.md');
const written = report({
  results,
  sides: sides.map((side) => ({ ...side, version: versionOf(side) })),
  rounds,
  slow,
  browser: version,
  counts: [10, 100, 1000, 5000],
  minutes: (Date.now() - startedAt) / 60_000,
  notes: existsSync(notes) ? readFileSync(notes, 'utf8') : '',
});
console.log(written);
if (!flags.dry) {
  const { format } = await import('prettier');
  writeFileSync(
    path.join(folder, 'RESULTS.md'),
    await format(written, { parser: 'markdown', printWidth: 110 }),
  );
  say('written to test/bench/RESULTS.md');
}
