import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { buildWith, root, weigh, withoutContent, withoutGuide } from './script-build.mjs';

// How much does a visitor load, and how much of it is code? Every page of every clinic pays for these bytes.

/** What we promise, in bytes of brotli: the code in one round trip. */
const goals = { code: 14_600, whole: 26_000 };

/**
 * What fails the build, in bytes of brotli. The whole comes down each time something is saved; its last forty bytes are
 * room for versions of Node that compress a little worse.
 */
const limits = { code: goals.code, whole: 25_210 };

const script = path.join(root, 'dist/stemcell-guide.js');

/** What the code is for, by where it stands in src/. */
const groupOf = (source) =>
  [
    [/src\/small-lit\//, "Lit's part"],
    [/\.styles\.ts$|src\/theme\//, 'looks'],
    [/src\/(elements|define)/, 'elements'],
    [/src\/(content|words)\//, 'content machinery'],
    [/src\/journey\//, 'journey'],
  ].find(([path]) => path.test(source))?.[1] ?? 'start and the rest';

/** The code without what comes from one of the groups, for each of them. */
function withoutEachGroup({ code, map }) {
  const places = new SourceMap(map);
  const kept = new Map();
  code.split('\n').forEach((line, row) =>
    Array.from(line).forEach((letter, column) => {
      const group = groupOf(places.findEntry(row, column).originalSource ?? '');
      if (!kept.has(group)) kept.set(group, new Set());
      kept.get(group).add(`${row}:${column}`);
    }),
  );
  return [...kept].map(([group, out]) => [
    group,
    code
      .split('\n')
      .map((line, row) =>
        Array.from(line)
          .filter((_letter, column) => !out.has(`${row}:${column}`))
          .join(''),
      )
      .join('\n'),
  ]);
}

const whole = weigh(readFileSync(script));
const bareScript = await buildWith(withoutContent);
const code = weigh(bareScript.code);
const minus = (all, rest) =>
  Object.fromEntries(Object.keys(all).map((kind) => [kind, all[kind] - rest[kind]]));
const guide = minus(whole, weigh((await buildWith(withoutGuide)).code));
const content = minus(whole, code);
const groups = withoutEachGroup(bareScript).map(([group, rest]) => [group, minus(code, weigh(rest))]);
groups.sort(([, one], [, other]) => other.brotli - one.brotli);
const parts = readdirSync(path.join(root, 'dist/parts')).filter((file) => file.endsWith('.js'));

// What a group costs is found by leaving it out. Text that it shares with others stays, so the groups come to less.
const rows = [
  ['stemcell-guide.js', whole],
  ['  code', code],
  ...groups.map(([group, sizes]) => [`    ${group}`, sizes]),
  ['  content', content],
  ['    guide', guide],
  ['    words', minus(content, guide)],
  ...parts.map((file) => [`parts/${file}`, weigh(readFileSync(path.join(root, 'dist/parts', file)))]),
];
const cell = (value) => value.toLocaleString('en').padStart(10);
console.log(
  `${''.padEnd(24)}${Object.keys(whole)
    .map((kind) => kind.padStart(10))
    .join('')}`,
);
for (const [name, sizes] of rows) console.log(`${name.padEnd(24)}${Object.values(sizes).map(cell).join('')}`);

for (const [name, bytes] of Object.entries({ code: code.brotli, whole: whole.brotli })) {
  if (bytes > goals[name])
    console.log(`The ${name} is ${bytes - goals[name]} bytes over the goal of ${goals[name]}.`);
  if (bytes <= limits[name]) continue;
  console.error(
    `The ${name} is ${bytes} bytes of brotli, ${bytes - limits[name]} over the limit of ${limits[name]}. ` +
      'What does the visitor get for them? If it is worth it, raise the limit in test/support/size.mjs ' +
      'and say why in the commit.',
  );
  process.exitCode = 1;
}
