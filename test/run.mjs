// `npm test`: everything, from an empty folder to the last line.
//
//   npm test                               all of it
//   npm test -- --only=stepper             only the tests in files with "stepper" in their path
//   npm test -- --engines=chromium         only on these engines (chromium,firefox,webkit)
//
// Only Node's own modules may be imported here: this file runs before anything is installed.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runBrowserTests } from './support/browser-tests.mjs';
import { engines as allEngines, howToInstall, installEngines } from './support/browsers.mjs';
import { runNodeTests } from './support/node-tests.mjs';
import { installPackages } from './support/packages.mjs';
import { run } from './support/run-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const onServer = !['', 'false', '0', undefined].includes(process.env.CI);
const total = { passed: 0, failed: 0, failures: [] };

/** Tests of the elements that say in which language they run. */
const notInArabic = {
  'languages.test.ts': 'it makes pages in English, Spanish and Arabic itself',
  'languages.arabic.test.ts': 'it is in Arabic anyway, and looks for the Arabic words themselves',
};

const { values: wanted } = parseArgs({
  options: { only: { type: 'string' }, engines: { type: 'string' } },
});
const wantedEngines = wanted.engines?.split(',') ?? allEngines;

const fail = (message) => {
  const failure = `    ✗ ${message}`;
  total.failed++;
  total.failures.push(failure);
  console.log(failure);
};

/** Says what is going on, and again every now and then: silence looks like a hang. */
async function step(name, action) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  console.log(`\n▸ ${name}`);
  const reminder = setInterval(() => console.log(`  … ${name}, ${seconds()}`), 20_000);
  try {
    return await action();
  } catch (error) {
    fail(`${name}: ${error.stack}`);
  } finally {
    clearInterval(reminder);
    console.log(`  ${name} took ${seconds()}`);
  }
}

const check = (name, program, ...parameters) =>
  step(name, async () => {
    if (!(await run(program, parameters, { cwd: root }))) fail(`${name} failed`);
  });

const node = (name, tool, ...parameters) =>
  check(name, process.execPath, path.join(root, 'node_modules', tool), ...parameters);

function add({ passed, failed, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
}

function testFiles(ending) {
  return readdirSync(path.join(root, 'test'), { recursive: true })
    .map((file) => path.join('test', file))
    .filter(
      (file) => !file.includes('node_modules') && file.endsWith(ending) && file.includes(wanted.only ?? ''),
    )
    .sort();
}

function finish() {
  if (total.passed + total.failed === 0) fail('nothing was tested');
  // Again, and last: a run is long, and a server keeps the end of what was printed.
  if (total.failures.length) console.log(['\nWhat failed:', ...total.failures].join('\n'));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** Names the engines that are not to be had. On a server that is a failure: there nobody reads "not run". */
async function availableEngines() {
  const missing = await installEngines(wantedEngines);
  for (const engine of missing) {
    const message = `${engine}: not run, it is not on this machine; ${howToInstall([engine])}`;
    if (onServer) fail(message);
    else console.log(`  ${message}`);
  }
  return wantedEngines.filter((engine) => !missing.includes(engine));
}

for (const engine of wantedEngines)
  if (!allEngines.includes(engine)) fail(`--engines: there is ${allEngines.join(', ')}, no "${engine}"`);
if (total.failed > 0) finish();

if (!(await step('packages', () => installPackages(root)))) {
  if (total.failed === 0) fail('the packages of package-lock.json could not be installed');
  finish();
}
const engines = (await step('browsers', availableEngines)) ?? [];
const browserTests = testFiles('.test.ts');
const nodeTests = testFiles('.node.mjs');

if (wanted.only) {
  console.log(`\nOnly files with "${wanted.only}" in their path: no type-check, no lint.`);
} else {
  await node('type-check', 'typescript/bin/tsc', '--noEmit');
  await node('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0');
  await node('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
}
// Tests in Node try what is built.
if (!wanted.only || nodeTests.length > 0) await check('build', 'npm', 'run', '--silent', 'build');

if (browserTests.length > 0 && engines.length > 0)
  await step(`tests on ${engines.join(', ')}`, async () =>
    add(await runBrowserTests(browserTests, engines, root)),
  );
// The one script has a small Lit of ours. The tests of what is built try it on every engine, these in every detail; and
// all of it on a page that is Arabic and runs from the right: see support/read-in-english.ts.
const inArabic = { LIT: '/src/small-lit/lit.ts', PAGE_LANG: 'ar-US' };
const elementTests = browserTests.filter((file) => file.startsWith(path.join('test', 'elements')));
if (elementTests.length > 0 && engines.length > 0)
  await step(`tests of the elements in Arabic, with the script's own Lit, on ${engines[0]}`, async () => {
    const files = elementTests.filter((file) => !(path.basename(file) in notInArabic));
    const left = elementTests.length - files.length;
    console.log(`  ${files.length} files of tests; ${left} not in Arabic:`);
    for (const [file, reason] of Object.entries(notInArabic)) console.log(`    ${file}: ${reason}`);
    if (files.length > 0) add(await runBrowserTests(files, engines.slice(0, 1), root, inArabic));
  });
// They start their browsers themselves, and only those that are here.
process.env.BROWSERS = engines.join(',');
if (nodeTests.length > 0) await step('tests in Node', async () => add(await runNodeTests(nodeTests, root)));
finish();
