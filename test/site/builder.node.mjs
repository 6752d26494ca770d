import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, transformWithOxc } from 'vite';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// Does the builder give a webmaster what works? It is filled in by hand here, and what it writes is put into an empty page.

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder, site, browser, context, page, complaints;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stemcell-builder-'));
  site = await serve({ root: [folder, path.join(root, 'dist/site')] });
  browser = await openBrowser('chromium');
});
after(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${site.address}/builder.html`);
  await page.locator('#snippet').waitFor();
});

const snippet = () => page.locator('#snippet').textContent();
const choose = (name) => page.locator('.targets').getByLabel(name, { exact: true }).check();
const open = (id) => page.locator(`#${id} > summary`).click();
const liveElement = () => page.frameLocator('#preview').locator('main > *');

/** What a clinic with words and colours of its own types. */
async function fillIn() {
  await page.getByLabel('Questions answers').check();
  await page.getByLabel('Where the cells come from').selectOption('donor');
  await page.getByLabel('Name, as patients know it').fill('Rivertown Joint Clinic');
  await page.getByLabel('Telephone by day').fill('(555) 010-0100');
  await page.getByLabel('Main colour', { exact: true }).fill('#7a1f5c');
  await page.getByLabel('Folder of the script').fill('/');
  await open('chapter-questions');
  await open('item-questions-hurt');
  await page.locator('#text-questions-hurt-answer').fill('We numb the skin first.');
}

/** Puts a text into an empty page of the webmaster's, and opens it. */
async function paste(body) {
  await writeFile(
    path.join(folder, 'page.html'),
    `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Page</title></head><body>\n${body}\n</body></html>`,
  );
  const host = await context.newPage();
  await host.goto(`${site.address}/page.html`);
  return host;
}

/** What a visitor of the pasted page must meet. */
async function expectWidget(place, { words = true, accent = true } = {}) {
  const widget = place.locator('stemcell-faq');
  await widget.getByRole('button', { name: 'What is stem cell therapy for joints?' }).waitFor();
  assert.equal(await widget.evaluate((element) => element.pathway), 'donor');
  assert.equal(await widget.getAttribute('clinic-name'), 'Rivertown Joint Clinic');
  if (words) await widget.getByText('We numb the skin first.').waitFor({ state: 'attached' });
  const set = await widget.evaluate((node) =>
    getComputedStyle(node).getPropertyValue('--stemcell-accent').trim(),
  );
  if (accent) assert.equal(set, '#7a1f5c');
}

async function saveGuideFile() {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save clinic-guide.json' }).click(),
  ]);
  await download.saveAs(path.join(folder, 'clinic-guide.json'));
}

/** As a bundler makes one file of a project that uses the package. */
async function bundle(name, source) {
  const project = path.join(folder, 'project');
  await mkdir(project, { recursive: true });
  await writeFile(path.join(project, `${name}.js`), source);
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { 'stemcell-guide/define': path.join(root, 'dist/modules/define-all.js') } },
    build: {
      outDir: path.join(folder, 'built'),
      emptyOutDir: false,
      minify: false,
      lib: { entry: path.join(project, `${name}.js`), formats: ['es'], fileName: () => `${name}.js` },
    },
  });
}

describe('what the builder writes, put into an empty page', () => {
  const asItIs = ['HTML', 'Squarespace', 'Webflow', 'Shopify'];
  const withFile = ['Placeholder', 'Drupal', 'Self-hosting'];

  it(`shows the widget with its settings: ${asItIs.join(', ')}, and Full plain HTML without the script too`, async () => {
    await fillIn();
    for (const target of [...asItIs, 'Full plain HTML']) {
      await choose(target);
      const text = await snippet();
      // Liquid takes its own tags away before a browser sees the rest.
      const host = await paste(text.replaceAll(/\{% (end)?raw %\}\n?/g, ''));
      await expectWidget(host);
      await host.close();
    }
    await choose('Full plain HTML');
    const host = await paste((await snippet()).replace(/<script src.*?<\/script>/, ''));
    await host.locator('summary', { hasText: 'What is stem cell therapy for joints?' }).click();
    await host.getByText('Doctors are still learning').first().waitFor();
    await host.close();
    assert.deepEqual(complaints, []);
  });

  it(`shows it with its words in a file: ${withFile.join(', ')}`, async () => {
    await fillIn();
    await saveGuideFile();
    for (const target of withFile) {
      await choose(target);
      const host = await paste(await snippet());
      await expectWidget(host);
      await host.close();
    }
  });

  it('shows it in a frame and at a bare address, where names do not count', async () => {
    await fillIn();
    await choose('Frame');
    const host = await paste(await snippet());
    await expectWidget(host.frameLocator('iframe'), { words: false, accent: true });
    await host.close();
    await page.getByText('your own words: host a page').waitFor();
    await choose('Bare address');
    const address = await snippet();
    const alone = await context.newPage();
    await alone.goto(new URL(address, site.address).href);
    const widget = alone.locator('stemcell-faq[pathway=donor]');
    await widget.getByRole('button', { name: 'What is stem cell therapy for joints?' }).waitFor();
    assert.equal(await widget.getAttribute('clinic-name'), null);
    await alone.close();
  });

  it('shows it as Wix puts a custom element into a page', async () => {
    await fillIn();
    await saveGuideFile();
    await choose('Wix');
    const text = await snippet();
    const tag = /Tag name: +(\S+)/.exec(text)[1];
    const server = /Server URL: +(\S+)/.exec(text)[1];
    const attributes = [...text.matchAll(/^ {2}(\S+) = (.+)$/gm)].map(([, name, value]) => [name, value]);
    const host = await paste(`<script src="${server}"></script><script>
      const element = document.createElement('${tag}');
      for (const [name, value] of ${JSON.stringify(attributes)}) element.setAttribute(name, value);
      document.body.append(element);
    </script>`);
    await expectWidget(host, { accent: false });
    await host.close();
  });

  it('shows it from the package: npm', async () => {
    await fillIn();
    await choose('npm');
    const text = await snippet();
    assert.match(text, /^npm install stemcell-guide@\d/);
    const [, imported] = /your bundler reads: (import '[^']+';)/.exec(text);
    await bundle('npm', imported);
    const markup = text.slice(text.indexOf('-->') + 3);
    const host = await paste(`${markup}<script type="module" src="/built/npm.js"></script>`);
    await expectWidget(host);
    await host.close();
  });

  it('shows it as React 19 renders a custom element', async () => {
    await fillIn();
    await choose('React');
    const { code } = await transformWithOxc(await snippet(), 'guide.jsx', {
      jsx: { runtime: 'classic', pragma: 'createElement' },
    });
    // The rule of React 19: a property where the element has one of this name, else an attribute.
    const rendered = `${code}
      function createElement(tag, given) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(given ?? {}))
          if (name in element) element[name] = value; else element.setAttribute(name, value);
        return element;
      }
      document.body.append(PatientGuide());`;
    await bundle('react', rendered);
    const host = await paste('<script type="module" src="/built/react.js"></script>');
    await expectWidget(host, { accent: false });
    await host.close();
  });

  it('is a block and a shortcode that say the same, for the plugin to read', async () => {
    await fillIn();
    await choose('WordPress block');
    const [, name, json] = /^<!-- wp:(\S+) (\{.*\}) \/-->$/.exec(await snippet());
    assert.equal(name, 'stemcell-guide/faq');
    assert.deepEqual(JSON.parse(json), {
      pathway: 'donor',
      clinicName: 'Rivertown Joint Clinic',
      clinicPhone: '(555) 010-0100',
      accent: '#7a1f5c',
    });
    await choose('WordPress shortcode');
    assert.equal(
      await snippet(),
      '[stemcell_faq pathway="donor" clinic_name="Rivertown Joint Clinic" clinic_phone="(555) 010-0100" accent="#7a1f5c"]',
    );
  });

  it('does not run where a byte of the script was changed', async () => {
    await fillIn();
    await choose('HTML');
    const text = await snippet();
    await mkdir(path.join(folder, 'changed'), { recursive: true });
    const script = await readFile(path.join(root, 'dist/site/stemcell-guide.js'), 'utf8');
    await writeFile(path.join(folder, 'changed/stemcell-guide.js'), `${script} `);
    const host = await paste(text.replace('src="/stemcell-guide.js"', 'src="/changed/stemcell-guide.js"'));
    await host.getByText('Call us at').waitFor();
    assert.equal(await host.evaluate(() => customElements.get('stemcell-faq')), undefined);
    await host.close();
  });
});

describe('the builder', () => {
  it('keeps the live widget in step: pathway, name, words, dark', async () => {
    await fillIn();
    const live = liveElement();
    await live.getByText('We numb the skin first.').waitFor({ state: 'attached' });
    assert.equal(await live.getAttribute('pathway'), 'donor');
    await page.getByRole('button', { name: 'Dark' }).click();
    const scheme = () =>
      page
        .frameLocator('#preview')
        .locator('html')
        .evaluate((node) => getComputedStyle(node).colorScheme);
    assert.equal(await scheme(), 'dark');
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    // On paper every answer is open.
    await live.getByText('We numb the skin first.').waitFor();
    await page
      .getByText(/\d\.\d : 1/)
      .first()
      .waitFor();
    assert.equal(await page.locator('#contrasts li').count(), 3);
  });

  it('says what is not finished, leads there, and is content in the end', async () => {
    await page.getByText('3 things are not finished:').waitFor();
    await page.getByRole('link', { name: 'The clinic has no name yet.' }).press('Enter');
    await page.keyboard.type('Rivertown');
    assert.equal(await page.getByLabel('Name, as patients know it').inputValue(), 'Rivertown');
    await page.getByLabel('Telephone by day').fill('(555) 010-0100');
    await page.getByLabel('Folder of the script').fill('/guide/');
    await page.getByText('Everything is filled in.').waitFor();
    await page.getByLabel('Main colour', { exact: true }).fill('reddish;}');
    await page.getByRole('link', { name: 'The main colour is not one' }).waitFor();
  });

  it('says beside a text what it claims and how it reads, as it is typed', async () => {
    await fillIn();
    const answer = page.locator('#text-questions-hurt-answer');
    await answer.fill('Our FDA-approved shot cures arthritis.');
    await page.getByText('“cures”: it promises a cure.').waitFor();
    assert.match(await answer.getAttribute('aria-describedby'), /text-questions-hurt-answer-measure/);
    await answer.fill('It hurts a little. Tell us if you need a break.');
    await page.getByText('longest sentence 7 words · yours').waitFor();
    await page.getByRole('button', { name: 'Back to the default: Answer' }).click();
    assert.doesNotMatch(await snippet(), /application\/json/);
  });

  it('adds a question, moves it up and leaves another out, from the keyboard', async () => {
    await fillIn();
    await page.getByRole('button', { name: 'Add a question' }).press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Where do I park?');
    await page.getByRole('link', { name: /The answer to “.*” is not written yet/ }).waitFor();
    await page.locator('#text-questions-own-question-answer').fill('Behind the house.');
    await page.locator('#item-questions-own-question-up').press('Enter');
    await page.getByRole('status').filter({ hasText: 'Moved to place' }).waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.activeElement.id === 'item-questions-own-question-up');
    await open('item-questions-cost');
    await page
      .locator('#item-questions-cost')
      .getByRole('button', { name: /Leave out/ })
      .press('Enter');
    await liveElement().getByRole('button', { name: 'Where do I park?' }).waitFor();
    assert.equal(await liveElement().getByText('How much does it cost').count(), 0);
    await open('item-questions-risks');
    await page.locator('#item-questions-risks').getByText('Visitors must be told this').waitFor();
  });

  it('brings in a page’s own HTML, and runs nothing of it', async () => {
    await page.getByLabel('Questions answers').check();
    await open('import');
    await page.getByLabel('HTML of your page').fill(`<h1>Our FAQ</h1>
      <h2>Where do I park?</h2><p>Behind the <a href="/map">house</a>.</p><ul><li>Free</li><li>Open at 7</li></ul>
      <h2>Who calls me?</h2><div>A nurse.<script>window.parent.ran = true</script><img src=x onerror="window.ran=true"></div>`);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('2 items brought in').first().waitFor();
    await choose('HTML');
    const own = JSON.parse(/<script type="application\/json">([^]*?)<\/script>/.exec(await snippet())[1]);
    assert.deepEqual(own.questions, [
      {
        id: 'where-do-i-park',
        question: 'Where do I park?',
        answer: [
          { paragraph: ['Behind the ', { text: 'house', href: '/map' }, '.'] },
          { list: ['Free', 'Open at 7'] },
        ],
      },
      { id: 'who-calls-me', question: 'Who calls me?', answer: 'A nurse.' },
    ]);
    assert.equal(await page.evaluate(() => window.ran), undefined);
  });

  it('is the same from its link, after a visit, from a file, and as at the start when asked', async () => {
    await fillIn();
    await page.waitForFunction(() => location.hash.includes('guide='));
    const text = await snippet();
    const link = page.url();
    await saveGuideFile();
    await page.goto(`${site.address}/index.html`);
    await page.goto(`${site.address}/builder.html`);
    await page.locator('#snippet').waitFor();
    assert.equal(await snippet(), text);
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await elsewhere.goto(link);
    await elsewhere.locator('#snippet').waitFor();
    assert.equal(await elsewhere.locator('#snippet').textContent(), text);
    await other.close();

    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Start again' }).click();
    assert.doesNotMatch(await snippet(), /We numb/);
    assert.equal(await page.evaluate(() => localStorage.length + location.hash.length), 0);
    await open('import');
    await page.getByLabel('A guide as a JSON file').setInputFiles(path.join(folder, 'clinic-guide.json'));
    await page.locator('#snippet').filter({ hasText: 'We numb the skin first.' }).waitFor();
  });

  it('stores nothing before somebody acts, and copies with a word about it', async () => {
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#output').getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet());
    await page.getByRole('status').filter({ hasText: 'HTML: copied.' }).waitFor({ state: 'attached' });
  });

  it('has nothing that axe objects to with its texts open, and no sideways scroll at 320 pixels', async () => {
    await fillIn();
    await page.locator('#text-questions-hurt-answer').fill('It cures all.');
    await open('import');
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violationsOf(page), [], colorScheme);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(excess, 0);
    assert.ok((await readdir(path.join(root, 'dist/site'))).includes('builder.js'));
  });
});
