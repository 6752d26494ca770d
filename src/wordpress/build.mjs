import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { formatsOf } from './build/formats.mjs';
import { schemaFor } from './build/schema.mjs';
import { templateFor } from './build/template.mjs';
import { zip } from './build/zip.mjs';

// Puts the WordPress plugin together, from what is here and what the build has made for pages: dist/wordpress/ gets a
// folder to look into and the zip to install. Comes after the script and its parts.

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'src/wordpress');
const dist = path.join(root, 'dist');
const plugin = path.join(dist, 'wordpress/stemcell-guide');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json')));

const load = async (file) => (await runnerImport(path.join(root, 'src', file))).module;
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, content) => {
  mkdirSync(path.dirname(path.join(plugin, file)), { recursive: true });
  writeFileSync(path.join(plugin, file), content);
};

rmSync(path.join(dist, 'wordpress'), { recursive: true, force: true });
mkdirSync(plugin, { recursive: true });

for (const entry of ['stemcell-guide.php', 'uninstall.php', 'readme.txt', 'includes', 'blocks', 'editor.js'])
  cpSync(path.join(source, entry), path.join(plugin, entry), { recursive: true });
for (const file of ['editor.css', 'settings.css']) cpSync(path.join(source, file), path.join(plugin, file));
cpSync(path.join(root, 'LICENSE'), path.join(plugin, 'license.txt'));
cpSync(path.join(dist, 'licenses.txt'), path.join(plugin, 'licenses.txt'));

// The version is part of the path: a browser that has kept a part of one version never gives it to another.
const script = path.join(plugin, `script-${version}`);
cpSync(path.join(dist, 'stemcell-guide.js'), path.join(script, 'stemcell-guide.js'));
for (const folder of ['parts', 'locales', 'themes'])
  if (existsSync(path.join(dist, folder)))
    cpSync(path.join(dist, folder), path.join(script, folder), { recursive: true });

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  json: { namedExports: false, stringify: false },
  // A package that can be loaded in several ways asks for this, and would otherwise make a global of itself.
  define: { 'typeof require': '"function"' },
  build: {
    target: 'es2022',
    outDir: plugin,
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: {
      entry: path.join(source, 'settings.ts'),
      formats: ['iife'],
      name: 'StemcellGuideSettings',
      fileName: () => 'settings.js',
    },
    rolldownOptions: { output: { exports: 'none' } },
  },
});

const { guideSchema } = await load('content/guide.ts');
const { mustStay } = await load('content/must-stay.ts');
const { replaceable } = await load('content/replaceable.ts');
const { pathways, regions } = await load('content/choices.ts');
const { emergencyNumbers, regionOfLanguage } = await load('content/region.ts');
const { en } = await load('words/en.ts');
const { sourceListWords } = await load('words/en.source-list.ts');

/** The codes of languages and of countries that lead to a region, with that region. */
function regionsOf(codes, tagOf) {
  const found = codes.flatMap((code) => {
    const region = regionOfLanguage(tagOf(code));
    return region === 'other' ? [] : [[code, region]];
  });
  return Object.fromEntries(found);
}
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const two = letters.flatMap((first) => letters.map((second) => first + second));
const three = two.flatMap((start) => letters.map((last) => start + last));

const data = {
  guide: readJson(path.join(root, 'src/content/en.json')),
  sources: readJson(path.join(root, 'src/content/en.sources.json')),
  words: { ...sourceListWords, ...en },
  schema: { mustStay: mustStay.source, replaceable, guide: schemaFor(guideSchema) },
  facts: {
    pathways,
    regions,
    emergencyNumbers,
    clinic: {
      clinicName: 'clinic-name',
      clinicPhone: 'clinic-phone',
      afterHoursPhone: 'after-hours-phone',
      clinicEmail: 'clinic-email',
      clinicUrl: 'clinic-url',
      emergencyNumber: 'emergency-number',
    },
    languages: regionsOf([...two, ...three], (code) => code),
    countries: regionsOf(two, (code) => `en-${code.toUpperCase()}`),
  },
  formats: formatsOf(['en', 'en-US', 'en-GB', 'en-AU', 'en-CA', 'en-NZ', 'en-ZA']),
};
for (const [name, value] of Object.entries(data)) write(`data/${name}.json`, `${JSON.stringify(value)}\n`);
write('languages/stemcell-guide.pot', templateFor(source, version));

/** Every file of a folder, sorted, so that the zip of the same files is the same. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

const files = filesIn(plugin);
const archive = zip(
  files.map((file) => ({ name: `stemcell-guide/${file}`, content: readFileSync(path.join(plugin, file)) })),
);
writeFileSync(path.join(dist, 'wordpress/stemcell-guide.zip'), archive);
console.log(`wordpress/stemcell-guide.zip: ${files.length} files, ${archive.length} bytes`);
