import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { pack } from '../support/packed.mjs';

// Is the package whole, and can it be used where it is installed?

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const description = JSON.parse(read('package.json'));

let folder;
let packed;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stemcell-guide-'));
  packed = pack(folder);
});
after(() => rmSync(folder, { recursive: true }));

describe('what npm packs', () => {
  it('is what is built, and nothing else', () => {
    const files = packed.files.map((file) => file.path);
    const expected =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(stemcell-guide\.js(\.map)?|(custom-elements|guide\.schema|integrity|web-types|vscode\.(html|css)-custom-data)\.json|licenses\.txt|embed\.(js|css|html)|cli\/[\w-]+\.js|parts\/[\w-]+\.js|(modules|themes|types|frameworks|locales)\/.+\.(js|js\.map|css|json|d\.ts)))$/;
    assert.deepEqual(
      files.filter((file) => !expected.test(file)),
      [],
    );
    for (const file of [
      'stemcell-guide.js',
      'parts/own-words.js',
      'embed.html',
      'licenses.txt',
      'cli/stemcell-guide.js',
    ])
      assert.ok(files.includes(`dist/${file}`), file);
    assert.ok(packed.size < 900_000, `${packed.size} bytes`);
  });

  it('has every file that package.json names', () => {
    const files = packed.files.map((file) => file.path);
    const named = JSON.stringify([
      description.exports,
      description.bin,
      description.types,
      description.customElements,
      description['web-types'],
      description.unpkg,
      description.jsdelivr,
    ]).match(/"(\.\/)?(dist\/[^"]+|package\.json)"/g);
    assert.ok(named.length > 25);
    for (const name of named.map((text) => text.replaceAll('"', '').replace('./', ''))) {
      const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replace('*', '.+')}$`);
      assert.ok(
        files.some((file) => pattern.test(file)),
        name,
      );
    }
  });

  it('has an entry for each element, with and without registering it', () => {
    const { modules } = JSON.parse(read('dist/custom-elements.json'));
    for (const { path: file, declarations } of modules) {
      const name = declarations[0].tagName.replace('stemcell-', '');
      assert.equal(description.exports[`./${name}`].default, `./${file}`);
      assert.equal(description.exports[`./define/${name}`].default, `./dist/modules/define/${name}.js`);
    }
  });

  it('pleases publint', async () => {
    const tarball = Uint8Array.from(readFileSync(packed.file)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball } });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('has types that are right for those who import modules, says attw', () => {
    const attw = path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [attw, packed.file, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout + stderr);
    const lines = stdout.match(/^(node16 \(from ESM\)|bundler): .*$/gm);
    assert.ok(lines.length > 20);
    for (const line of lines) assert.match(line, /: (OK\b|\(wildcard\))/);
  });
});

describe('the modules', () => {
  const files = readdirSync(path.join(root, 'dist/modules'), { recursive: true }).filter((file) =>
    file.endsWith('.js'),
  );

  it('leave Lit to whoever installs the package', () => {
    let imports = 0;
    for (const file of files) {
      const text = read(path.join('dist/modules', file));
      assert.doesNotMatch(text, /_\$lit|litHtmlVersions|reactiveElementVersions/, file);
      const importing = /^(?:import|export)\b[^'"\n]*"([^"]+)";?$|\bimport\("([^"]+)"\)/gm;
      for (const [, still, from = still] of text.matchAll(importing)) {
        if (from === 'lit') imports++;
        else assert.match(from, /^\.{1,2}\//, `${file} imports ${from}`);
      }
    }
    assert.ok(imports > 5);
    assert.deepEqual(Object.keys(description.dependencies), ['lit']);
    const types = readdirSync(path.join(root, 'dist/types'), { recursive: true }).filter((file) =>
      file.endsWith('.ts'),
    );
    for (const file of types)
      for (const [, from] of read(path.join('dist/types', file)).matchAll(
        /\b(?:from |import\()['"]([^'"]+)/g,
      ))
        assert.match(from, /^(\.{1,2}\/.*\.js|lit)$/, `${file} imports ${from}`);
  });

  it('say where they have an effect, so that bundlers leave out the rest and nothing more', () => {
    const effects = description.sideEffects.map(
      (name) => new RegExp(`^${name.slice(2).replaceAll('.', '\\.').replace('*', '[^/]+')}$`),
    );
    for (const file of files.map((name) => `dist/modules/${name}`)) {
      const registers = /^(if \(mayRender|.*\bdefine\("|import "[^"]*define-all\.js")/m.test(read(file));
      assert.equal(
        effects.some((effect) => effect.test(file)),
        registers,
        file,
      );
    }
  });
});

describe('the version', () => {
  it('stands in package.json and is taken from there', () => {
    const { version } = description;
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/);
    for (const file of ['dist/stemcell-guide.js', 'dist/web-types.json'])
      assert.ok(read(file).includes(version), file);
    assert.ok(!read('src/define.ts').includes(version));
    assert.equal(JSON.parse(read('package-lock.json')).version, version);
    const told = [...read('README.md').matchAll(/stemcell-guide@(\d[\w.-]*)/g)].map(([, each]) => each);
    assert.ok(told.length);
    for (const each of told) assert.equal(each, version, 'README.md');
    assert.match(
      read('CHANGELOG.md'),
      new RegExp(`^## (Unreleased|${version.replaceAll('.', '\\.')}\\b)`, 'm'),
    );
  });
});

describe('the workflows', () => {
  it('publish what a tag names, after all tests, with provenance and without a token', () => {
    const publishing = read('.github/workflows/publish.yml');
    for (const expected of [
      /tags: \['v\*'\]/,
      /uses: \.\/\.github\/workflows\/test\.yml/,
      /needs: test/,
      /id-token: write/,
      /test "\$GITHUB_REF_NAME" = "v\$\(node --print/,
      /npm ci --ignore-scripts/,
      /npm publish --provenance/,
    ])
      assert.match(publishing, expected);
    assert.doesNotMatch(publishing, /NODE_AUTH_TOKEN|secrets\./);
    assert.match(read('.github/workflows/test.yml'), /workflow_call:[^]*- run: npm test\n/);
  });
});

/** What somebody writes who has installed the package; each line marked as an error must be one. */
const consumer = `
import { define, StemcellFaq, version, type EventDetails, type Guide, type Pathway, type StorageAdapter } from 'stemcell-guide';
import { StemcellStepper } from 'stemcell-guide/stepper';
import 'stemcell-guide/define';
import 'stemcell-guide/define/faq';
import 'stemcell-guide/script';
import schema from 'stemcell-guide/guide.schema.json' with { type: 'json' };
import manifest from 'stemcell-guide/custom-elements.json' with { type: 'json' };

type Same<One, Other> =
  (<Type>() => Type extends One ? 1 : 2) extends <Type>() => Type extends Other ? 1 : 2 ? true : false;
const same = <One, Other>(..._same: Same<One, Other> extends true ? [] : [never]): void => {};

const faq = document.createElement('stemcell-faq');
same<typeof faq, StemcellFaq>();
const stepper = document.querySelector('stemcell-stepper')!;
same<typeof stepper, StemcellStepper>();
same<HTMLElementTagNameMap['stemcell-guide']['pathway'], Pathway | undefined>();
same<Pathway, 'bone-marrow' | 'fat' | 'donor'>();
faq.exclusive = true;
faq.headingLevel = 3;
faq.guide = { questions: [] };
faq.open('hurt');
stepper.goTo('injection');
stepper.orientation = 'vertical';
faq.addEventListener('stemcell-question-toggle', ({ detail }) => {
  same<typeof detail, { readonly question: string; readonly open: boolean }>();
  // @ts-expect-error -- Details are read only.
  detail.open = false;
});
document.body.addEventListener('stemcell-task-change', (event) => {
  same<typeof event.detail, EventDetails['stemcell-task-change']>();
});
same<keyof EventDetails & keyof HTMLElementEventMap, keyof EventDetails>();
const checklist = document.createElement('stemcell-checklist');
same<ReturnType<typeof checklist.calendar>, Promise<string>>();
same<typeof checklist.ready, Promise<void>>();
const adapter: StorageAdapter = { load: () => null, save: () => {} };
checklist.storageAdapter = adapter;
const guide: Partial<Guide> = { title: 'Ours', lang: 'en' };
same<ReturnType<typeof define>, boolean>();
// @ts-expect-error -- No such pathway.
faq.pathway = 'cord';
// @ts-expect-error -- It is ready when it is.
faq.ready = Promise.resolve();
// @ts-expect-error -- A stage has a name.
stepper.goTo(3);
// @ts-expect-error -- No such property.
stepper.exclusive = true;
export const all: unknown[] = [version, guide, schema, manifest];
`;

const onServer = `
import assert from 'node:assert/strict';
assert.equal(globalThis.document, undefined);
const entries = await Promise.all(
  ['', '/guide', '/stepper', '/faq', '/checklist'].map((name) => import('stemcell-guide' + name)),
);
assert.equal(typeof entries[0].StemcellFaq, 'function');
for (const tag of ['guide', 'stepper', 'faq', 'checklist'])
  assert.equal(globalThis.customElements?.get('stemcell-' + tag), undefined, tag + ' is registered');
for (const name of ['define', 'define/guide', 'define/stepper', 'define/faq', 'define/checklist', 'react', 'vue'])
  await import('stemcell-guide/' + name);
for (const name of ['themes/calm.css', 'guide.schema.json', 'custom-elements.json', 'package.json'])
  import.meta.resolve('stemcell-guide/' + name);
console.log(entries[0].version);
`;

describe('an empty project that installs the package', () => {
  let project;
  const inProject = (program, ...parameters) =>
    execFileSync(program, parameters, {
      cwd: project,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
  const node = (...parameters) => inProject(process.execPath, ...parameters);
  const installed = (file) => path.join(project, 'node_modules/stemcell-guide', file);

  before(() => {
    project = mkdtempSync(path.join(folder, 'project-'));
    writeFileSync(path.join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    inProject(
      'npm',
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      packed.file,
    );
  });

  it('gets Lit along, and nothing that only we need', () => {
    const names = readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(names.sort(), [
      '@lit',
      '@lit-labs',
      '@types',
      'lit',
      'lit-element',
      'lit-html',
      'stemcell-guide',
    ]);
  });

  it('can import it on a server without a document: nothing is thrown, and a class registers nothing', () => {
    writeFileSync(path.join(project, 'server.js'), onServer);
    assert.equal(node('server.js').trim(), description.version);
  });

  it('can call its commands', () => {
    const said = inProject('npx', '--no-install', 'stemcell-guide', 'html', '--widget=faq', '--as=bare');
    assert.match(said, /<summary>Will it hurt\?<\/summary>/);
  });

  it('gets types for elements and events, and mistakes are found', () => {
    writeFileSync(path.join(project, 'page.ts'), consumer);
    const compilerOptions = {
      target: 'ES2022',
      module: 'NodeNext',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      strict: true,
      noEmit: true,
      resolveJsonModule: true,
      // The declarations of the package are checked as well.
      skipLibCheck: false,
      types: [],
    };
    for (const options of [
      {},
      { module: 'ESNext', moduleResolution: 'bundler', exactOptionalPropertyTypes: true },
    ]) {
      const tsconfig = { compilerOptions: { ...compilerOptions, ...options }, files: ['page.ts'] };
      writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
      assert.equal(stdout, '');
    }
  });

  it('can put the script from it into a page', async () => {
    assert.ok(existsSync(installed('dist/parts/own-words.js')));
    writeFileSync(
      path.join(project, 'page.html'),
      `<!doctype html><html lang="en"><title>Page</title>
       <script src="node_modules/stemcell-guide/dist/stemcell-guide.js" defer></script>
       <link rel="stylesheet" href="node_modules/stemcell-guide/dist/themes/calm.css">
       <stemcell-guide><stemcell-faq><details><summary>Parking?</summary>Behind.</details></stemcell-faq></stemcell-guide></html>`,
    );
    const site = await serve({ root: project });
    const browser = await openBrowser();
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${site.address}/page.html`);
    await page.getByRole('button', { name: 'Parking?' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Your checklist' }).count(), 1);
    assert.deepEqual(problems, []);
    await browser.close();
    await site.close();
  });
});
