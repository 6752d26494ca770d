import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { installProject } from '../support/packed.mjs';

// Does the package work as a native of each framework? The samples of demo/frameworks, with the package as npm packs
// it, are checked for types, built and used in a real browser. The packages of the frameworks are a matter of this
// test alone: they are installed in test/frameworks, from a lock file of its own.

const root = fileURLToPath(new URL('../..', import.meta.url));
const frameworks = path.join(root, 'test/frameworks');
const samples = path.join(frameworks, 'samples');
const built = path.join(frameworks, 'built');
const require = createRequire(path.join(frameworks, 'package.json'));
const importOf = async (name) => import(pathToFileURL(require.resolve(name)).href);

const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  strict: true,
  // The declarations of the package are checked along; those of the frameworks are their own affair.
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** For each framework: its entry, what checks its types, and how Vite builds it. */
const cases = {
  'plain HTML': {
    folder: 'plain',
    compilerOptions: { allowJs: true, checkJs: true },
    check: ['typescript/bin/tsc', '-p', '.'],
  },
  'React 19': {
    folder: 'react',
    entry: 'main.tsx',
    compilerOptions: { jsx: 'react-jsx' },
    check: ['typescript/bin/tsc', '-p', '.'],
    vite: async () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'react' } } }),
  },
  Preact: {
    folder: 'preact',
    entry: 'main.tsx',
    compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' },
    check: ['typescript/bin/tsc', '-p', '.'],
    vite: async () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),
  },
  'Vue 3': {
    folder: 'vue',
    entry: 'main.ts',
    check: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
    vite: async () => {
      const { default: vue } = await importOf('@vitejs/plugin-vue');
      const isCustomElement = (tag) => tag.startsWith('stemcell-');
      return { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
    },
  },
  'Svelte 5': {
    folder: 'svelte',
    entry: 'main.ts',
    compilerOptions: { verbatimModuleSyntax: true },
    check: ['svelte-check/bin/svelte-check', '--workspace', '.', '--fail-on-warnings'],
    vite: async () => {
      const { svelte } = await importOf('@sveltejs/vite-plugin-svelte');
      return { plugins: [svelte({ configFile: false })] };
    },
  },
  Angular: {
    folder: 'angular',
    entry: 'compiled/main.js',
    compilerOptions: { noEmit: false, outDir: 'compiled', experimentalDecorators: true },
    angularCompilerOptions: { strictTemplates: true },
    check: ['@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', '.'],
  },
};

const tried = ['types', 'attribute', 'object property', 'event', 'conditional', 'children again', 'unmount'];
const results = Object.fromEntries(Object.keys(cases).map((name) => [name, {}]));

function printTable() {
  const width = 18;
  const rows = [
    ['framework', ...tried],
    ...Object.entries(results).map(([name, result]) => [
      name,
      ...tried.map((what) => result[what] ?? 'FAILED'),
    ]),
  ];
  console.log(
    [
      '',
      ...rows.map((row) =>
        row
          .map((cell) => cell.padEnd(width))
          .join('')
          .trimEnd(),
      ),
      '',
    ].join('\n'),
  );
}

/** Runs a tool that checks types. Returns what it said if it found fault. */
function checkTypes({ folder, check: [tool, ...parameters] }) {
  const program = path.join(frameworks, 'node_modules', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: path.join(samples, folder),
    encoding: 'utf8',
  });
  return status === 0 ? '' : stdout + stderr;
}

async function buildSample({ folder, entry, vite }) {
  const outDir = path.join(built, folder);
  const place = path.join(samples, folder);
  if (!entry) {
    cpSync(place, outDir, { recursive: true });
    return;
  }
  writeFileSync(
    path.join(place, 'index.html'),
    `<!doctype html><html lang="en"><title>${folder}</title>
<div id="app"></div><button id="unmount">Unmount</button><script type="module" src="./${entry}"></script></html>`,
  );
  await build({
    root: place,
    base: './',
    configFile: false,
    logLevel: 'error',
    ...(await vite?.()),
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, minify: false },
  });
}

describe('the package in frameworks', () => {
  let site;
  let browser;

  before(async () => {
    await installProject(frameworks);
    for (const folder of [samples, built]) rmSync(folder, { recursive: true, force: true });
    cpSync(path.join(root, 'demo/frameworks'), samples, { recursive: true });
    mkdirSync(built);
    cpSync(path.join(root, 'dist/stemcell-guide.js'), path.join(built, 'stemcell-guide.js'));
    cpSync(path.join(root, 'dist/parts'), path.join(built, 'parts'), { recursive: true });
    for (const { folder, compilerOptions: own, angularCompilerOptions } of Object.values(cases))
      writeFileSync(
        path.join(samples, folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { ...compilerOptions, ...own }, angularCompilerOptions }),
      );
    writeFileSync(path.join(samples, 'svelte/svelte.config.js'), 'export default {};\n');
    // The sample of plain HTML looks for the script where the demo has it.
    site = await serve({ root: built, headers: {} });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    printTable();
  });

  for (const [name, framework] of Object.entries(cases))
    describe(name, () => {
      let page;
      const problems = [];
      const attempt = (what, action) =>
        it(what, async () => {
          await action();
          assert.deepEqual(problems, []);
          results[name][what] = 'works';
        });
      const button = (text) => page.getByRole('button', { name: text, exact: true });
      const question = (text) => page.getByRole('heading', { name: text }).getByRole('button');

      attempt('types', () => assert.equal(checkTypes(framework), ''));

      it('starts', async () => {
        await buildSample(framework);
        page = await browser.newPage();
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
          // That risks and evidence stay is told to the author of each page with questions of its own.
          const isExpected = /visitors must be told this|favicon/.test(
            message.text() + message.location().url,
          );
          if (!isExpected && /error|warning/.test(message.type())) problems.push(message.text());
        });
        await page.goto(`${site.address}/${framework.folder}/index.html`);
        await page.getByText('Stage 1 of 6').waitFor();
        await question('Where do I park?').waitFor();
        assert.deepEqual(problems, []);
      });

      attempt('attribute', async () => {
        assert.equal(
          await page.getByRole('heading', { level: 3, name: 'What happens, step by step' }).count(),
          1,
        );
        await button('Donor cells').click();
        await page.getByText('Stage 1 of 5').waitFor();
      });

      attempt('object property', async () => {
        await button('Our own words').click();
        await page.getByRole('heading', { name: 'Meet our team', exact: true }).waitFor();
        const stepper = page.locator('stemcell-stepper');
        assert.equal(await stepper.evaluate(({ guide }) => typeof guide), 'object');
        assert.equal(await stepper.getAttribute('guide'), null);
      });

      attempt('event', async () => {
        await page.getByRole('button', { name: '2. Getting the cells ready' }).click();
        await page.getByText('Stage: processing').waitFor();
      });

      attempt('conditional', async () => {
        await button('Show or hide the questions').click();
        await page.locator('stemcell-faq').waitFor({ state: 'detached' });
        await button('Show or hide the questions').click();
        await question('Where do I park?').waitFor();
        assert.equal(await page.locator('stemcell-faq').count(), 1);
      });

      attempt('children again', async () => {
        await question('Where do I park?').click();
        await button('Add a question').click();
        await question('Where do I eat?').waitFor();
        assert.equal(await question('Where do I eat?').getAttribute('aria-expanded'), 'false');
        assert.equal(await question('Where do I park?').count(), 1);
        assert.equal(await question('Where do I park?').getAttribute('aria-expanded'), 'true');
        assert.equal(await page.getByText('Ask at the desk.').filter({ visible: true }).count(), 1);
        const order = await page
          .locator('stemcell-faq')
          .evaluate(({ shadowRoot }) =>
            [...shadowRoot.querySelectorAll('[part="question"]')]
              .slice(0, 2)
              .map((each) => each.textContent.trim()),
          );
        assert.deepEqual(order, ['Where do I eat?', 'Where do I park?']);
      });

      attempt('unmount', async () => {
        await button('Unmount').click();
        await page.locator('stemcell-stepper, stemcell-faq').first().waitFor({ state: 'detached' });
        assert.equal(await page.locator('#app *').count(), 0);
        await page.close();
      });
    });

  it('is told to the reader: the samples are short', () => {
    const files = [
      'react/main.tsx',
      'preact/main.tsx',
      'vue/Page.vue',
      'svelte/Page.svelte',
      'angular/main.ts',
    ];
    for (const file of files) {
      const lines = readFileSync(path.join(root, 'demo/frameworks', file), 'utf8').split('\n').length;
      assert.ok(lines <= 65, `${file}: ${lines} lines`);
    }
  });
});
