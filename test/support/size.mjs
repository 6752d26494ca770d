import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, normalizePath } from 'vite';

// How much does a visitor load, and how much of it is code? Every page of every clinic pays for these bytes.

/** What we promise, in bytes of brotli: the code in one round trip. */
const goals = { code: 14_600, whole: 26_000 };

/**
 * What fails the build, in bytes of brotli. It is above the goals since the elements got the greater part of what they
 * do, and may only come down: each time something is saved, these come down with it, until they are the goals.
 */
const limits = { code: 15_250, whole: 25_780 };

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

/** The part of Lit that the elements use. */
const litAlone = {
  name: 'lit-alone',
  enforce: 'pre',
  load(id) {
    if (id === fromSource('script.ts'))
      return "import { LitElement, css, html, nothing, render } from 'lit'; Object.assign(document, { LitElement, css, html, nothing, render });";
  },
};

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
  return output.find((file) => file.type === 'chunk').code;
}

const whole = weigh(readFileSync(script));
const code = weigh(await buildWith(withoutContent));
const lit = weigh(await buildWith(litAlone));
const content = Object.fromEntries(Object.keys(whole).map((kind) => [kind, whole[kind] - code[kind]]));

const rows = { 'stemcell-guide.js': whole, '  code': code, '    of it Lit': lit, '  content': content };
const cell = (value) => value.toLocaleString('en').padStart(10);
console.log(
  `${''.padEnd(20)}${Object.keys(whole)
    .map((kind) => kind.padStart(10))
    .join('')}`,
);
for (const [name, sizes] of Object.entries(rows))
  console.log(`${name.padEnd(20)}${Object.values(sizes).map(cell).join('')}`);

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
