import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport, type Plugin, type UserConfig } from 'vite';

/** Builds the demo site, `dist/site/`: a folder of plain files that any web server can hold, under any address. */

const dist = 'dist';
const site = `${dist}/site`;

const readJson = (file: string): unknown =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;

/** The examples and what they load, as they are. What has a build of its own does not go along. */
function copyDemo(): void {
  cpSync('demo', site, {
    recursive: true,
    filter: (file) => !/\.(ts|mjs)$|[\\/]demo[\\/]site$|^demo[\\/]site/.test(file),
  });
  for (const file of readdirSync('demo/site').filter((name) => name.endsWith('.css')))
    cpSync(`demo/site/${file}`, `${site}/${file}`);
}

/** What pages elsewhere load as well, and what is read beside it. */
const besidePages =
  /^(stemcell-guide|embed)\.(js|css|html)$|^(integrity|guide\.schema)\.json$|^licenses\.txt$/;

/** The script, and beside it what it loads. */
function copyBuilt(): void {
  for (const file of readdirSync(dist).filter((name) => besidePages.test(name)))
    cpSync(`${dist}/${file}`, `${site}/${file}`);
  for (const folder of ['parts', 'themes', 'locales', 'wordpress'])
    if (existsSync(`${dist}/${folder}`))
      cpSync(`${dist}/${folder}`, `${site}/${folder}`, { recursive: true });
}

async function writePages(): Promise<void> {
  const { module: facts } = await runnerImport<typeof import('./facts.js')>('./demo/site/facts.ts');
  const { module: pages } = await runnerImport<typeof import('./pages.js')>('./demo/site/pages.ts');
  const { module: scoped } = await runnerImport<typeof import('./presets.js')>('./demo/site/presets.ts');
  const manifest = readJson(`${dist}/custom-elements.json`) as import('./tables.js').Manifest | undefined;
  const made = new pages.Site('demo', readFileSync('README.md', 'utf8'), facts.measure(dist), manifest);
  for (const { file, html } of made.pages()) {
    mkdirSync(path.dirname(`${site}/${file}`), { recursive: true });
    writeFileSync(`${site}/${file}`, html);
  }
  writeFileSync(`${site}/presets.css`, scoped.scopedPresets('src/theme/presets'));
}

const assembleSite = (): Plugin => ({
  name: 'assemble-site',
  async closeBundle() {
    copyDemo();
    copyBuilt();
    await writePages();
  },
});

export const demoSite = (): UserConfig => ({
  json: { namedExports: false, stringify: false },
  // The code of a page is there to be run; "sideEffects" in package.json speaks of the package.
  plugins: [
    {
      name: 'keep-page-code',
      transform: (_code, id) => (/[\\/]demo[\\/]/.test(id) ? { moduleSideEffects: true } : null),
    },
    assembleSite(),
  ],
  build: {
    target: 'es2022',
    outDir: site,
    emptyOutDir: true,
    reportCompressedSize: false,
    minify: 'terser',
    terserOptions: { ecma: 2020, format: { comments: false } },
    modulePreload: false,
    rolldownOptions: {
      input: { home: 'demo/site/home.ts', docs: 'demo/site/docs.ts', builder: 'demo/builder/builder.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
    },
  },
});
