import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writePlainHtmlExamples } from '../support/plain-html-examples.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { bin } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

const html = (...parameters) =>
  spawnSync(process.execPath, [path.join(root, bin['stemcell-guide']), 'html', ...parameters], {
    encoding: 'utf8',
  });

describe('stemcell-guide html', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stemcell-guide-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints what the examples for other programs say, byte for byte', async () => {
    const cases = await writePlainHtmlExamples(folder);
    const flag = (key) => key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    // A command says "other" by a language of a place whose rules we do not know; then it stands in the page as well.
    const told = cases.filter(({ situation }) => situation.region !== 'other');
    assert.ok(told.some(({ given }) => given));
    for (const { name, widget, given, situation, options } of told.filter(
      (_each, index) => index % 3 === 0,
    )) {
      await writeFile(path.join(folder, 'given.json'), JSON.stringify(given));
      const { stdout, stderr, status } = html(
        `--widget=${widget}`,
        `--pathway=${situation.pathway}`,
        `--region=${situation.region}`,
        `--as=${options.form}`,
        ...(given ? ['--guide', path.join(folder, 'given.json')] : []),
        ...(options.headingLevel ? [`--heading-level=${options.headingLevel}`] : []),
        ...(options.notice ? [`--notice=${options.notice}`] : []),
        ...Object.entries(situation.clinic).map(([key, value]) => `--${flag(key)}=${value}`),
      );
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const expected = (await readFile(path.join(folder, `${name}.html`), 'utf8')) + '\n';
      const printed = stdout.split('\n');
      const different = expected.split('\n').findIndex((line, index) => line !== printed[index]);
      assert.equal(printed[different], expected.split('\n')[different], name);
      assert.equal(stdout, expected);
    }
  });

  it('takes the region from the language', () => {
    assert.match(
      html('--widget=checklist', '--lang=en-AU').stdout,
      /lang="en-AU".*[^]*<a href="tel:000">000<\/a>/,
    );
    assert.match(html('--widget=checklist', '--lang=en-IN').stdout, /Call your local emergency number now/);
  });

  it('speaks the languages of the package, and the digits of the place', () => {
    const spanish = html('--widget=stepper', '--lang=es-MX');
    assert.equal(spanish.stderr, '');
    assert.match(spanish.stdout, /<stemcell-stepper [^>]*lang="es-MX"(?! dir)/);
    for (const text of ['<h2>Qué pasa, paso a paso</h2>', '<h3>Primera visita y revisión</h3>'])
      assert.ok(spanish.stdout.includes(text), text);
    const arabic = html('--widget=checklist', '--lang=ar-EG', '--clinic-phone=+20 2 5550 0100').stdout;
    assert.match(arabic, /^<stemcell-checklist [^>]*lang="ar-EG" dir="rtl"/);
    assert.match(arabic, /<h2>قائمة مهامك<\/h2>/);
    assert.match(arabic, /[٠-٩]/);
    assert.match(arabic, /<a dir="ltr" href="tel:\+20255500100">\+20 2 5550 0100<\/a>/);
    assert.match(arabic, /<bdi lang="en"><a href="https:/);
    for (const page of [spanish.stdout, arabic])
      assert.deepEqual(
        page
          .replace(/<bdi lang="en">.*?<\/bdi> \([^)]*\)|<[^>]*>/g, '')
          .match(/\b(the|and|of|your|is|with|for)\b/gi),
        null,
      );
  });

  it('lays a guide over the words of its own language', async () => {
    const file = path.join(folder, 'clinica.json');
    const own = {
      lang: 'es',
      questions: [{ id: 'hurt', question: '¿Duele?' }],
      words: { faqTitle: 'Dudas' },
    };
    await writeFile(file, JSON.stringify(own));
    const { stdout, stderr, status } = html('--widget=faq', '--guide', file);
    assert.match(stdout, /<h2>Dudas<\/h2>/);
    assert.match(stdout, /<summary>¿Duele\?<\/summary>/);
    assert.match(stdout, /<summary>¿Funciona\?<\/summary>/);
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('says of another language that its words are not in the package', () => {
    const { stdout, stderr, status } = html('--widget=faq', '--lang=de');
    assert.match(stdout, /lang="de"[^]*<h2>Questions and answers<\/h2>/);
    assert.match(stderr, /^--lang=de: the package has no words in this language/);
    assert.equal(status, 0);
  });

  it('says what is wrong with a guide, and prints the rest of it', async () => {
    const file = path.join(folder, 'wrong.json');
    await writeFile(file, JSON.stringify({ questions: [{ id: 'hurt', question: 'Ouch?', answer: 42 }] }));
    const { stdout, stderr, status } = html('--widget=faq', '--guide', file);
    assert.match(stdout, /<summary>Ouch\?<\/summary>/);
    assert.equal(stderr.trim(), 'questions[0].answer: 42; expected a text or a list of blocks');
    assert.equal(status, 1);
  });

  it('prints nothing for a command that it does not understand, and says what it expects', () => {
    for (const [parameters, message] of [
      [[], /--widget is missing: expected guide, stepper, faq, checklist/],
      [['--widget=faqs'], /--widget=faqs: expected guide, stepper, faq, checklist/],
      [['--widget=faq', '--pathway=bone'], /--pathway=bone: expected bone-marrow, fat, donor/],
      [['--widget=faq', '--region=uk'], /--region=uk: expected us, eu, ca, au, gb/],
      [['--widget=faq', '--heading-level=1'], /--heading-level=1: expected 2, 3, 4, 5, 6/],
      [['--widget=faq', '--color=red'], /--color/],
      [['--widget=faq', '--guide=nowhere.json'], /nowhere\.json: cannot be read/],
    ]) {
      const { stdout, stderr, status } = html(...parameters);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
  });
});
