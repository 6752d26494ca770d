import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// The built script on pages of other languages: what it loads, under which policies, and what it says when it cannot.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const page = (lang, tag) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A clinic</title><body>${tag}<script src="/stemcell-guide.js" defer></script>`;
const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stemcell-guide";

describe('the built script in another language', () => {
  let folder, server, browser;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'languages-'));
    writeFileSync(path.join(folder, 'es.html'), page('es-US', '<stemcell-guide></stemcell-guide>'));
    writeFileSync(path.join(folder, 'ar.html'), page('ar', '<stemcell-checklist></stemcell-checklist>'));
    writeFileSync(
      path.join(folder, 'frame.html'),
      page('en-US', '<iframe src="/embed.html?widget=faq&lang=ar"></iframe>'),
    );
    server = await serve({
      root: [folder, dist],
      headers: { '/es.html': { 'content-security-policy': strict } },
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(file) {
    const opened = await browser.newPage();
    const said = [];
    const asked = [];
    opened.on('pageerror', (error) => said.push(String(error)));
    opened.on('console', (message) => said.push(message.text()));
    opened.on('request', (request) => asked.push(new URL(request.url()).pathname));
    return { opened, said, asked, go: () => opened.goto(`${server.address}/${file}`) };
  }

  it('loads one file of it under a strict policy, and nothing is seen in English before', async () => {
    const { opened, said, asked, go } = await open('es.html');
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await opened.route('**/locales/es.json', async (route) => {
      await held;
      await route.continue();
    });
    const request = opened.waitForRequest('**/locales/es.json');
    await go();
    await request;
    const seen = () =>
      opened.evaluate(() =>
        document.querySelector('stemcell-guide').shadowRoot.firstElementChild.innerText.trim(),
      );
    assert.equal(await seen(), '');
    assert.ok(await opened.evaluate(() => document.querySelector('stemcell-guide').offsetHeight > 1000));
    release();
    await opened.getByRole('heading', { name: 'Preguntas y respuestas' }).waitFor();
    assert.equal(asked.filter((address) => address.includes('locales')).length, 1);
    assert.deepEqual(
      said.filter((line) => !line.includes('favicon') && !line.includes('404')),
      [],
    );
  });

  it('is English where the file is not there, and says so once', async () => {
    const { opened, said, go } = await open('es.html');
    await opened.route('**/locales/**', (route) => route.fulfill({ status: 404, body: '' }));
    await go();
    await opened.getByRole('heading', { name: 'Questions and answers' }).waitFor();
    assert.equal(
      said.filter((line) => /lang="es".*is not there \(status 404\).*English is shown/.test(line)).length,
      1,
    );
  });

  it('is English where nothing was put beside the script', async () => {
    const { opened, said, go } = await open('ar.html');
    await opened.route('**/parts/**', (route) => route.abort());
    await go();
    await opened.getByRole('heading', { name: 'Your checklist' }).waitFor();
    assert.equal(said.filter((line) => line.includes('parts/locale.js')).length, 1);
  });

  it('speaks the language of its address in a frame, from the right', async () => {
    const { opened, go } = await open('frame.html');
    await go();
    const heading = opened.frameLocator('iframe').getByRole('heading', { level: 2 });
    await heading.filter({ hasText: /[؀-ۿ]/ }).waitFor();
    assert.equal(await heading.evaluate((node) => getComputedStyle(node).direction), 'rtl');
  });
});
