import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { text } from './text.mjs';

// The pages that are compared, and the files that they load: all in memory, compressed as well as it goes.

const bench = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The order of the table. */
export const sideNames = [
  'plain',
  'lit',
  'ours',
  'material',
  'patternfly',
  'redhat',
  'shoelace',
  'webawesome',
];

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export const compressed = (body) =>
  brotliCompressSync(Buffer.from(body), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
    },
  });

/** A file, compressed when it is asked for: of Red Hat's icons most never are. */
function toServe(file, body) {
  let bytes;
  return {
    type: `${types[file.split('.').pop()]}; charset=utf-8`,
    get bytes() {
      return (bytes ??= compressed(body));
    },
    minified: Buffer.byteLength(body),
  };
}

/** The text of the page as a module, for the side that has it in its script. */
const textAsModule = {
  name: 'text-as-module',
  resolveId: (id) => (id === 'virtual:text' ? `\0${id}` : undefined),
  load: (id) => (id === '\0virtual:text' ? `export const text = ${JSON.stringify(text)};` : undefined),
};

/** What a side's script and styles become when its author builds them for production. */
async function bundle(name) {
  const entry = `${bench}sides/${name}.entry.js`;
  if (!existsSync(entry)) return {};
  const { output } = await build({
    root: bench,
    configFile: false,
    logLevel: 'error',
    plugins: [textAsModule],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
  return Object.fromEntries(output.map((file) => [file.fileName, String(file.code ?? file.source)]));
}

/** Our script and what it may load, as they were built. */
function builtFiles() {
  if (!existsSync(`${dist}stemcell-guide.js`)) throw new Error('dist/ is not built: npm run build');
  const parts = readdirSync(`${dist}parts`).map((file) => `parts/${file}`);
  return Object.fromEntries(
    ['stemcell-guide.js', ...parts].map((file) => [file, readFileSync(dist + file, 'utf8')]),
  );
}

const document = (name, files, { head = '', body }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your procedure</title>
<link rel="icon" href="data:,">
${files[`${name}.css`] ? `<link rel="stylesheet" href="${name}.css">` : ''}
${files[`${name}.js`] ? `<script type="module" src="${name}.js"></script>` : ''}
${head}
</head>
<body>
<h1>Rivertown Joint Clinic</h1>
${body}
<p id="end">Call us with any question.</p>
</body>
</html>
`;

/** One side: its name, its pages by the text they show, and the files they load. */
export async function makeSide(key) {
  const side = await import(`./sides/${key}.mjs`);
  const files = key === 'ours' ? builtFiles() : await bundle(key);
  const served = new Map(Object.entries(files).map(([file, body]) => [file, toServe(file, body)]));
  const { tags = [] } = side;
  return {
    ...side,
    key,
    files: served,
    isShown:
      side.isShown ??
      // Peers are Lit, too: what came last on the page has been rendered.
      `document.readyState !== 'loading' && ${JSON.stringify(tags)}.every((tag) => { const found = document.getElementsByTagName(tag); return !found.length || found[found.length - 1].hasUpdated; })`,
    /** Adds a page of this side to what is served, and says where it is. */
    addPage(file, shown, form) {
      served.set(file, toServe(file, document(key, files, side.page(shown, form))));
      return `/${key}/${file}`;
    },
  };
}
