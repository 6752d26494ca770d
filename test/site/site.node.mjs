import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// The site that is built from demo/: is every page of it fit to be seen, and does the home page say what is true?

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));
const sources = fileURLToPath(new URL('../../demo', import.meta.url));
const files = (await readdir(sources, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
const isPage = async (file) =>
  file.endsWith('.html') &&
  !file.startsWith('site/') &&
  !(await readFile(`${sources}/${file}`, 'utf8')).startsWith('<!doctype');
const pages = [];
for (const file of files) if (await isPage(file)) pages.push(file);

let site, browser;
before(async () => {
  // In a folder, as most webmasters would have it: nothing may depend on the address.
  site = await serve({ root: fileURLToPath(new URL('../../dist', import.meta.url)) });
  browser = await openBrowser('chromium');
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page of the site, and keeps what it says in the console and what it asks of others. */
async function open(file, options) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on(
    'request',
    (request) => request.url().startsWith(`${site.address}/site/`) || complaints.push(request.url()),
  );
  await page.goto(`${site.address}/site/${file}`);
  return { page, complaints };
}

const sidewaysScroll = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the pages of the site', () => {
  it('are those of the documentation, the builder and the home page', () => {
    assert.ok(pages.includes('index.html') && pages.includes('builder.html'));
    assert.ok(pages.filter((file) => file.startsWith('docs/')).length >= 10, pages.join());
  });

  for (const file of pages)
    it(`${file} asks nobody else, complains of nothing, and has nothing that axe objects to`, async () => {
      const { page, complaints } = await open(file, { colorScheme: 'light' });
      assert.deepEqual(await violationsOf(page), []);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violationsOf(page), [], 'in dark');
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await sidewaysScroll(page), 0, 'sideways scroll at 320 pixels');
      assert.deepEqual(complaints, []);
      const { title, description } = await page.evaluate(() => ({
        title: document.title,
        description: document.querySelector('meta[name=description]').content,
      }));
      assert.ok(title.length > 5 && description.length > 50, 'a title and a description');
      await page.close();
    });

  it('link to each other, and to places that are there', async () => {
    const addresses = new Set();
    const page = await browser.newPage();
    for (const file of pages) {
      await page.goto(`${site.address}/site/${file}`);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')].map(({ href }) => href),
      );
      for (const link of links) if (link.startsWith(site.address)) addresses.add(link);
    }
    const lost = [];
    for (const address of addresses) {
      const [file, fragment] = address.split('#');
      const answer = await fetch(file);
      const text = await answer.text();
      // The fragments of the builder are its state.
      const found = !fragment || file.endsWith('builder.html') || text.includes(`id="${fragment}"`);
      if (!answer.ok || !found) lost.push(address);
    }
    assert.deepEqual(lost, []);
    await page.close();
  });
});

describe('the home page', () => {
  it('changes the live widget by pathway, theme, light and language', async () => {
    const { page } = await open('index.html', { viewport: { width: 390, height: 844 } });
    const ground = () => page.locator('#window').evaluate((node) => getComputedStyle(node).backgroundColor);

    await page.getByText('Stage 1 of 6').waitFor();
    const question = page.getByText('Where do the cells come from?');
    assert.equal(await question.count(), 1);
    await page.getByLabel('Cells from').selectOption('a donor');
    await page.getByText('Stage 1 of 5').waitFor();
    assert.equal(await question.count(), 0);

    const before = await ground();
    await page.getByLabel('Theme').selectOption('Paper');
    assert.notEqual(await ground(), before);
    await page.getByLabel('Light').selectOption('dark');
    assert.equal(await ground(), 'rgb(34, 28, 21)');

    await page.getByRole('button', { name: 'Questions', exact: true }).click();
    await page.getByText('What is stem cell therapy').first().waitFor();
    assert.equal(await page.locator('#stage stemcell-faq').getAttribute('pathway'), 'donor');
    await page.close();
  });

  it('offers the languages that lie beside the script, and shows one', async () => {
    const there = await readdir(`${root}/locales`).catch(() => []);
    const languages = there.flatMap((file) => /^([a-z]{2})\.json$/.exec(file)?.[1] ?? []);
    const { page } = await open('index.html');
    const offered = await page
      .getByLabel('Language')
      .evaluate((select) => [...select.options].map(({ value }) => value));
    assert.deepEqual(offered, ['en-US', ...languages]);
    for (const language of languages) {
      await page.getByLabel('Language').selectOption(language);
      const shown = page.locator('#stage > *');
      await page.waitForFunction(
        () =>
          !document.querySelector('#stage > *').shadowRoot.textContent.includes('What happens, step by step'),
      );
      assert.equal(await shown.evaluate((element) => element.closest('[lang]').lang), language);
    }
    await page.close();
  });

  it('says figures that are true', async () => {
    const { page } = await open('index.html');
    const script = await readFile(`${root}/stemcell-guide.js`);
    const text = await page.locator('.facts').innerText();
    assert.ok(text.includes(`${(brotliCompressSync(script).length / 1000).toFixed(1)} kB`), text);
    const cited = JSON.parse(
      await readFile(fileURLToPath(new URL('../../src/content/en.sources.json', import.meta.url))),
    );
    assert.ok(text.includes(`${cited.length} sources`), text);
    await page.getByText(/asked this site for \d+ files so far, and other sites for 0/).waitFor();
    await page.close();
  });

  it('copies the two lines and says so', async () => {
    const { page } = await open('index.html');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'copied.' }).waitFor({ state: 'attached' });
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^<script src="stemcell-guide.js" defer>/,
    );
    await page.close();
  });
});
