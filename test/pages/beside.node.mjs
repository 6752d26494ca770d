import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// What the one script loads from beside itself: the sources, and what only authors ask for.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const page = (tag) =>
  `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A clinic</title><body>${tag}<script src="/stemcell-guide.js" defer></script>`;
// The line of the README.
const strict = "script-src 'self'; require-trusted-types-for 'script'; trusted-types stemcell-guide";

describe('files beside the script', () => {
  let folder, server, browser;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'beside-'));
    writeFileSync(path.join(folder, 'faq.html'), page('<stemcell-faq></stemcell-faq>'));
    writeFileSync(
      path.join(folder, 'strict.html'),
      page('<stemcell-guide structured-data debug></stemcell-guide>'),
    );
    writeFileSync(
      path.join(folder, 'settings.html'),
      page('<stemcell-faq heading-level="two" region="uk"></stemcell-faq>').replace(
        ' defer',
        ' data-storage="cookie" data-heading-level="one" data-clinic-name="Rivertown" data-guide="x" defer',
      ),
    );
    server = await serve({
      root: [folder, dist],
      headers: { '/strict.html': { 'content-security-policy': strict } },
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
    const faults = [];
    opened.on('pageerror', (error) => faults.push(String(error)));
    opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const go = () => opened.goto(`${server.address}/${file}`);
    return { opened, faults, go };
  }

  it('no visitor loads any of them before asking, but for the search of a long list', async () => {
    const { opened, go } = await open('faq.html');
    const asked = [];
    opened.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await go();
    await opened.getByRole('searchbox').waitFor();
    await opened.getByRole('button', { name: 'Show all answers' }).click();
    assert.deepEqual(asked.filter((address) => address !== '/favicon.ico').sort(), [
      '/faq.html',
      '/parts/finder.js',
      '/stemcell-guide.js',
    ]);
  });

  it('without the file, a mark leads to words that say so, and asks again the next time', async () => {
    const { opened, faults, go } = await open('faq.html');
    await opened.route('**/parts/**', (route) => route.abort());
    await go();
    const mark = opened.getByRole('button', { name: 'Sources: 1, 2', exact: true });
    await mark.click();
    const button = opened.getByRole('button', { name: 'Sources', exact: true });
    await opened.waitForFunction(
      () => document.querySelector('stemcell-faq').shadowRoot.activeElement?.id === 'sources',
    );
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.ok(await opened.getByText('If it does not come, close this and open it again.').isVisible());
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('ERR_FAILED')),
      [],
    );
    await opened.unroute('**/parts/**');
    await button.click();
    await button.click();
    await opened.getByRole('link', { name: 'Important Patient and Consumer Information' }).waitFor();
  });

  it('a list that was loaded is on paper, even if it is closed', async () => {
    const { opened, go } = await open('faq.html');
    await go();
    const button = opened.getByRole('button', { name: 'Sources', exact: true });
    await button.click();
    const entry = opened.getByRole('link', { name: 'Important Patient and Consumer Information' });
    await entry.waitFor();
    await button.click();
    const isShown = (shown) =>
      opened.waitForFunction(
        (expected) =>
          document.querySelector('stemcell-faq').shadowRoot.querySelector('ol a').checkVisibility() ===
          expected,
        shown,
      );
    await isShown(false);
    await opened.emulateMedia({ media: 'print' });
    await isShown(true);
  });

  it('a setting that is not accepted is told by the file for authors, and is the default without it', async () => {
    const { opened, faults, go } = await open('settings.html');
    const told = [];
    opened.on('console', (message) => message.type() === 'warning' && told.push(message.text()));
    const isDefault = async () => {
      await opened.getByRole('heading', { level: 2, name: 'Questions and answers' }).waitFor();
      await opened.getByText('The FDA has not approved').first().waitFor();
      await opened.getByRole('button', { name: 'Will it hurt?' }).click();
    };
    await opened.route('**/parts/for-author.js', (route) => route.abort());
    await go();
    await isDefault();
    assert.match(told.join(), /^[^,]*for-author\.js$/, 'the file that is missing, once');
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('ERR_FAILED')),
      [],
    );
    told.length = 0;
    await opened.unroute('**/parts/for-author.js');
    await go();
    await isDefault();
    const end = '. The default is used.';
    assert.deepEqual(told.toSorted(), [
      `<script data-heading-level="one">: expected 2, 3, 4, 5, 6${end}`,
      `<script data-storage="cookie">: expected local, session, none${end}`,
      `<stemcell-faq heading-level="two">: expected 2, 3, 4, 5, 6${end}`,
      `<stemcell-faq region="uk">: expected us, eu, ca, au, gb${end}`,
    ]);
  });

  it('structured data and debug keep a strict content policy', async () => {
    const { opened, faults, go } = await open('strict.html');
    await go();
    await opened.waitForFunction(() =>
      document.getElementById('stemcell-structured-data')?.textContent.includes('howPerformed'),
    );
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404')),
      [],
    );
  });
});
