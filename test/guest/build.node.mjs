import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { build } from 'vite';
import { importSource } from '../support/import-source.mjs';
import { run } from '../support/run-command.mjs';

// What can be said of the built files without a browser.

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const script = await readFile(path.join(dist, 'stemcell-guide.js'), 'utf8');
const readme = await readFile(path.join(root, 'README.md'), 'utf8');

const graveIn = (policy) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(
      ({ severity }) =>
        severity === Severity.HIGH || severity === Severity.SYNTAX || severity === Severity.HIGH_MAYBE,
    )
    .map(({ directive, value, description }) => `${directive} ${value}: ${description}`);

describe('the built files', () => {
  it('come out the same from two builds', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'second-build-'));
    try {
      for (const [mode, first] of [
        ['production', dist],
        ['parts', path.join(dist, 'parts')],
      ]) {
        const second = path.join(folder, mode);
        const vite = path.join(root, 'node_modules/vite/bin/vite.js');
        const parameters = [vite, 'build', '--mode', mode, '--outDir', second, '--logLevel', 'error'];
        assert.ok(await run(process.execPath, parameters, { cwd: root }));
        // A map names the sources from where it lies, which is elsewhere.
        const files = (await readdir(second)).filter((file) => file.endsWith('.js'));
        assert.ok(files.length > 0);
        for (const file of files)
          assert.deepEqual(
            await readFile(path.join(second, file)),
            await readFile(path.join(first, file)),
            file,
          );
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are all in integrity.json, with their bytes and hashes', async () => {
    const listed = JSON.parse(await readFile(path.join(dist, 'integrity.json'), 'utf8'));
    const built = await readdir(dist, { withFileTypes: true });
    const files = built.filter((entry) => entry.isFile()).map(({ name }) => name);
    const parts = (await readdir(path.join(dist, 'parts'))).map((file) => `parts/${file}`);
    for (const file of [...files, ...parts].filter((name) => name.endsWith('.js'))) {
      const bytes = await readFile(path.join(dist, file));
      const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
      assert.deepEqual(listed[file], { bytes: bytes.length, integrity }, file);
    }
  });

  it('need no package that runs a script when it is installed', async () => {
    const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
    // A script that only helps out where none of its packages with a binary fits is not needed where they all stand.
    const bringsItsBinaries = ({ optionalDependencies: binaries = {} }) =>
      Object.keys(binaries).length > 0 &&
      Object.keys(binaries).every((name) => packages[`node_modules/${name}`]);
    const withScripts = Object.entries(packages).filter(
      ([, entry]) => entry.hasInstallScript && !entry.optional && !bringsItsBinaries(entry),
    );
    assert.deepEqual(
      withScripts.map(([name]) => name),
      [],
    );
  });
});

describe('the built script', () => {
  it('asks for one Trusted Types policy, under its own name', () => {
    assert.deepEqual(script.match(/createPolicy\("[^"]*"/g), ['createPolicy("stemcell-guide"']);
  });

  it('shares short names with its parts for what is theirs alone', async () => {
    const { ownNames } = await importSource('own-names.ts');
    const read = async (file) => JSON.parse(await readFile(path.join(root, file), 'utf8'));
    const keysIn = (value) =>
      value && typeof value === 'object'
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
        : [];
    const { modules } = await read('dist/custom-elements.json');
    const documented = modules
      .flatMap(({ declarations = [] }) => declarations.flatMap(({ members = [] }) => members))
      .map(({ name }) => name);
    const { en } = await importSource('words/en.ts');
    const known = new Set([...documented, ...keysIn(await read('src/content/en.json')), ...keysIn(en)]);
    // What browsers have, styles included: no name of theirs may get another one.
    const ofBrowsers = await readFile(path.join(root, 'node_modules/typescript/lib/lib.dom.d.ts'), 'utf8');
    const files = (await readdir(path.join(dist, 'parts'))).filter((file) => file.endsWith('.js'));
    const parts = await Promise.all(files.map((file) => readFile(path.join(dist, 'parts', file), 'utf8')));
    const exported = parts.flatMap((part) =>
      Array.from(part.matchAll(/export\s*\{([^}]*)\}/g), ([, list]) =>
        list.split(',').map((each) => each.split(/ as /).pop().trim()),
      ).flat(),
    );
    assert.ok(exported.includes('sourceList'));
    assert.equal(new Set(ownNames.values()).size, ownNames.size);
    for (const [name, letter] of ownNames) {
      assert.match(letter, /^[a-z]$/i);
      assert.ok(!known.has(name), `${name} is known to others`);
      assert.ok(!exported.includes(name), `${name} is what a part exports`);
      assert.doesNotMatch(
        ofBrowsers,
        new RegExp(`^ +(readonly )?${name}[?(<:]`, 'm'),
        `browsers know ${name}`,
      );
      assert.doesNotMatch([script, ...parts].join(), new RegExp(`\\.${name}\\b`), name);
    }
  });

  for (const [file, known, unknown, told] of [
    ['stepper/stepper.ts', 'aria-label=$', '.ariaLabel=$', 'ariaLabel'],
    ['parts/frame.ts', ' hidden=$', ' ?hidden=$', '[?]hidden'],
    ['parts/icon.ts', "class=${'icon ' + name}", 'class="icon ${name}"', 'class="icon '],
  ])
    it(`cannot be built with a template that its part of Lit does not know: ${unknown}`, async () => {
      const otherTemplate = {
        name: 'other-template',
        enforce: 'pre',
        transform: (code, id) => (id.endsWith(`/${file}`) ? code.replace(known, () => unknown) : null),
      };
      const options = {
        root,
        configFile: path.join(root, 'vite.config.ts'),
        logLevel: 'silent',
        plugins: [otherTemplate],
      };
      await assert.rejects(
        build({ ...options, build: { write: false } }),
        new RegExp(`needs more than our part of Lit: [^]*${told}`),
      );
    });

  for (const name of [
    'eval(',
    'new Function',
    'Function(',
    'unsafeHTML',
    'document.cookie',
    'sendBeacon',
    'XMLHttpRequest',
    'document.write',
    'insertAdjacentHTML',
  ])
    it(`holds no ${name}`, () => assert.equal(script.includes(name), false));

  it('sets styles in no template, and no size that follows the page’s root', () => {
    assert.doesNotMatch(script, /<[^>]+ style=/);
    assert.doesNotMatch(script, /[\d.]rem\b/);
  });

  it('begins with a byte order mark', () => assert.equal(script.codePointAt(0), 0xfeff));

  it('asks to be compiled at once in its first line, where alone it is read', () => {
    assert.match(script, /^\uFEFF\/\/# allFunctionsCalledOnLoad\n[^\n]+\n?$/);
  });

  it('has a map that leads to its source', async () => {
    const map = new SourceMap(JSON.parse(await readFile(path.join(dist, 'stemcell-guide.js.map'), 'utf8')));
    const lines = script.split('\n');
    for (const [text, file] of [
      ['stemcell-task-change', 'checklist.ts'],
      ['stemcell-stage-change', 'stepper.ts'],
    ]) {
      const row = lines.findIndex((line) => line.includes(text));
      const { originalSource } = map.findEntry(row, lines[row].indexOf(text));
      assert.equal(path.posix.basename(originalSource), file);
    }
  });
});

describe('the policies in the README', () => {
  const policies = [...readme.matchAll(/^Content-Security-Policy: (.+)$/gm)].map(([, policy]) =>
    policy
      .replaceAll('{random}', 'cmFuZG9t')
      .replaceAll('{integrity of stemcell-guide.js}', 'sha384-aGFzaA=='),
  );

  it('are three', () => assert.equal(policies.length, 3));

  for (const policy of policies)
    it(`have nothing grave in them: ${policy}`, () => assert.deepEqual(graveIn(policy), []));

  it('would be found out', () => assert.notDeepEqual(graveIn("script-src 'self' 'unsafe-inline'"), []));
});
