import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, normalizePath } from 'vite';

// How much does a visitor load, and how much of it is code? Every page of every clinic pays for these bytes.

/** What we promise, in bytes of brotli: the code in one round trip. */
const goals = { code: 14_600, whole: 26_000 };

/**
 * What fails the build, in bytes of brotli. The whole comes down each time something is saved; its last forty bytes are
 * room for versions of Node that compress a little worse.
 */
const limits = { code: goals.code, whole: 25_220 };

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = path.join(root, 'dist/stemcell-guide.js');
const fromSource = (file) => normalizePath(path.join(root, 'src', file));

function weigh(text) {
  const bytes = Buffer.from(text);
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** An object whose content the minifier cannot know, or it would take out the code that reads it. */
const unknownObject = 'JSON.parse("{}")';

/** Empties the default guide and the words of the elements, whatever their exports are called: what is left is code. */
const withoutContent = {
  name: 'without-content',
  // Without "enforce" this comes after Vite has made JavaScript of both.
  transform(code, id) {
    if (id !== fromSource('content/en.json') && id !== fromSource('words/en.ts')) return;
    const names = this.parse(code).body.flatMap((statement) => {
      if (statement.type === 'ExportDefaultDeclaration') return ['default'];
      if (statement.type !== 'ExportNamedDeclaration') return [];
      const declared = statement.declaration?.declarations ?? [statement.declaration].filter(Boolean);
      return [
        ...declared.map((declaration) => declaration.id.name),
        ...statement.specifiers.map((specifier) => specifier.exported.name),
      ];
    });
    const emptied = names.map((name, index) => `const part${index} = ${unknownObject};`);
    const exported = names.map((name, index) => `part${index} as ${name}`);
    return `${emptied.join('\n')}\nexport { ${exported.join(', ')} };`;
  },
};

/** Empties the default guide alone. */
const withoutGuide = {
  ...withoutContent,
  transform(code, id) {
    return id === fromSource('content/en.json') ? `export default ${unknownObject};` : null;
  },
};

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

async function buildWith(...plugins) {
  const [{ output }] = [
    await build({
      root,
      configFile: path.join(root, 'vite.config.ts'),
      logLevel: 'error',
      plugins,
      build: { write: false },
    }),
  ].flat();
  return output.find((file) => file.type === 'chunk');
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
