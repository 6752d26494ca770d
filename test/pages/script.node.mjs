import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { findChromium, findFirefox } from '../support/browsers.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// The built script on pages of every kind, in real browsers.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url)));

const page = (head, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">` +
  `${head}</head><body><main><h1>Clinic</h1><stemcell-faq></stemcell-faq>${body}</main></body></html>`;
const script = (attributes = '', file = 'stemcell-guide.js') =>
  `<script src="/${file}" ${attributes}></script>`;
const inject = (attributes) =>
  `Object.assign(document.head.appendChild(document.createElement('script')), { src: '/stemcell-guide.js', ${attributes} })`;

const ways = {
  head: page(script()),
  defer: page(script('defer')),
  async: page(script('async')),
  body: page('', script()),
  module: page(script('type="module"')),
  'async-module': page(script('type="module" async')),
  injected: page(`<script>${inject('')}</script>`),
  'injected-module': page(`<script>${inject('type: "module"')}</script>`),
  'after-load': page(`<script>addEventListener('load', () => setTimeout(() => ${inject('')}, 50))</script>`),
  written: page(`<script>document.write('<script src="/stemcell-guide.js"></' + 'script>')</script>`),
  clobbered: page(
    `<script>addEventListener('load', () => ${inject('')})</script>`,
    '<img name="currentScript" alt="">',
  ),
};

const pages = {
  ...ways,
  bare: page(''),
  twice: page(script() + script('defer') + script('type="module"', 'copy/stemcell-guide.js')),
  newer: page(script() + script('', 'newer/stemcell-guide.js')),
  older: page(script('', 'newer/stemcell-guide.js') + script()),
  foreign: page(
    `<script>customElements.define('stemcell-faq', class extends HTMLElement {})</script>${script()}`,
    '<stemcell-checklist></stemcell-checklist>',
  ),
  alone: page(script('', 'alone/stemcell-guide.js')),
  ticks: page(script(), '<stemcell-checklist></stemcell-checklist>'),
  latin: page(script(), '<stemcell-stepper></stemcell-stepper>').replace('<meta charset="utf-8">', ''),
  everything: page(
    script('defer'),
    '<stemcell-guide clinic-phone="555-0100"></stemcell-guide><stemcell-stepper></stemcell-stepper>',
  ),
};

const folder = mkdtempSync(path.join(tmpdir(), 'script-pages-'));
for (const [name, html] of Object.entries(pages)) writeFileSync(path.join(folder, `${name}.html`), html);
const built = readFileSync(path.join(dist, 'stemcell-guide.js'), 'utf8');
const versions = { copy: version, newer: '99.0.0', alone: version };
for (const [name, its] of Object.entries(versions)) {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, 'stemcell-guide.js'), built.replaceAll(version, its));
}
for (const name of ['copy', 'newer'])
  cpSync(path.join(dist, 'parts'), path.join(folder, name, 'parts'), { recursive: true });

let site;
before(async () => {
  const latin = { 'content-type': 'text/html; charset=iso-8859-1' };
  const unnamed = { 'content-type': 'text/javascript' };
  site = await serve({
    root: [folder, dist],
    headers: { '/latin.html': latin, '/stemcell-guide.js': unnamed },
  });
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const engines = Object.entries({ chromium: findChromium(), firefox: findFirefox() });

it('the script knows the version of the package', () => {
  const script = readFileSync(new URL('../../dist/stemcell-guide.js', import.meta.url), 'utf8');
  assert.ok(script.includes(`"${version}"`), `no "${version}" in the script`);
});

it('there is a browser to try the script in', () => {
  assert.ok(engines.some(([, program]) => program));
});

for (const [engine] of engines.filter(([, program]) => program))
  describe(`the script in ${engine}`, () => {
    let browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    /** Opens a page in a fresh context; what went wrong, was warned of and was asked for is collected. */
    async function open(name, use) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      const seen = { errors: [], warnings: [], requests: [] };
      tab.on('pageerror', (error) => seen.errors.push(String(error)));
      tab.on('console', (message) => {
        if (message.type() === 'warning') seen.warnings.push(message.text());
        if (message.type() === 'error') seen.errors.push(message.text());
      });
      tab.on('request', (request) => seen.requests.push(request.url().replace(site.address, '')));
      try {
        await tab.goto(`${site.address}/${name}.html`);
        await use(tab, seen);
      } finally {
        await context.close();
      }
    }

    const started = (tab, tag = 'stemcell-faq') =>
      tab.waitForFunction((name) => document.querySelector(name).shadowRoot, tag);
    const ready = (tab, tag = 'stemcell-faq') =>
      tab.evaluate((name) => document.querySelector(name).ready, tag);
    /** What the console is told comes from a part. */
    const warned = async (seen, count = 1) => {
      for (let looks = 0; seen.warnings.length < count && looks < 1000; looks++)
        await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const versionOf = (tab) => tab.evaluate(() => customElements.get('stemcell-guide').version);
    const openSources = async (tab) => {
      await tab.locator('stemcell-faq').getByRole('button', { name: 'Sources', exact: true }).click();
      return tab.locator('stemcell-faq #sources-panel');
    };

    for (const way of Object.keys(ways))
      it(`starts and finds its parts: ${way}`, () =>
        open(way, async (tab, seen) => {
          await started(tab);
          await ready(tab);
          await tab.getByRole('button', { name: 'Will it hurt?' }).click();
          await tab.getByText('You get numbing shots first.').waitFor();
          await tab.getByRole('searchbox').waitFor();
          const first = [`/${way}.html`, '/stemcell-guide.js', '/parts/finder.js'];
          assert.deepEqual(
            seen.requests.toSorted(),
            first.toSorted(),
            'nothing but the script and the search of a long list is loaded',
          );

          const list = await openSources(tab);
          await list.getByRole('link').first().waitFor();
          assert.ok((await list.getByRole('listitem').count()) > 10);
          assert.deepEqual(seen.requests.slice(first.length), ['/parts/source-list.js']);
          assert.deepEqual(seen.errors, []);
          assert.deepEqual(seen.warnings, []);
        }));

    // But for what Playwright leaves there (__pw…).
    it('leaves nothing on window, and nothing on the built-in objects', async () => {
      const look = () => ({
        window: Reflect.ownKeys(window).map(String),
        built: [
          'Object',
          'Array',
          'Symbol',
          'String',
          'Element',
          'HTMLElement',
          'Document',
          'Node',
          'Intl',
        ].flatMap((name) =>
          [window[name], window[name].prototype ?? {}].flatMap((object) =>
            Reflect.ownKeys(object).map((key) => `${name} ${String(key)}`),
          ),
        ),
      });
      let without;
      await open('bare', async (tab) => {
        without = await tab.evaluate(look);
      });
      await open('head', async (tab) => {
        await started(tab);
        const found = await tab.evaluate(look);
        for (const [place, keys] of Object.entries(found))
          assert.deepEqual(
            keys.filter((key) => !without[place].includes(key) && !key.startsWith('__pw')),
            [],
          );
      });
    });

    it('loaded again, and as a module from another place, does no harm and says so once each time', () =>
      open('twice', async (tab, seen) => {
        await ready(tab);
        await tab.waitForLoadState('load');
        await warned(seen, 2);
        const message = `<stemcell-guide> has version ${version} already; version ${version} is not used.`;
        assert.deepEqual(seen.warnings, [message, message]);
        assert.deepEqual(seen.errors, []);
        assert.equal(await tab.getByRole('button', { name: 'Will it hurt?' }).count(), 1);
        const list = await openSources(tab);
        await list.getByRole('link').first().waitFor();
        assert.ok(seen.requests.includes('/parts/source-list.js'), 'parts come from beside the first');
      }));

    for (const [name, first, second] of [
      ['newer', version, '99.0.0'],
      ['older', '99.0.0', version],
    ])
      it(`keeps version ${first} where version ${second} comes later, and says so once`, () =>
        open(name, async (tab, seen) => {
          await ready(tab);
          assert.equal(await versionOf(tab), first);
          await warned(seen);
          assert.deepEqual(seen.warnings, [
            `<stemcell-guide> has version ${first} already; version ${second} is not used.`,
          ]);
          assert.deepEqual(seen.errors, []);
          const same = await tab.evaluate(() =>
            ['stepper', 'faq', 'checklist'].map((tag) => customElements.get(`stemcell-${tag}`).version),
          );
          assert.deepEqual(same, [first, first, first]);
        }));

    it('defines its other elements where one tag is taken by something else', () =>
      open('foreign', async (tab, seen) => {
        await ready(tab, 'stemcell-checklist');
        await warned(seen);
        assert.deepEqual(seen.warnings, [
          `<stemcell-faq> has version unknown already; version ${version} is not used.`,
        ]);
        assert.deepEqual(seen.errors, []);
      }));

    it('says so in words where its parts are missing, and stays usable', () =>
      open('alone', async (tab) => {
        await ready(tab);
        const list = await openSources(tab);
        await list
          .getByText(
            'The list of sources loads when you open this. If it does not come, close this and open it again.',
          )
          .waitFor();
        await tab.getByRole('button', { name: 'Will it hurt?' }).click();
        await tab.getByText('You get numbing shots first.').waitFor();
      }));

    it('writes its signs right on a page in another encoding', () =>
      open('latin', async (tab, seen) => {
        await ready(tab, 'stemcell-stepper');
        assert.equal(await tab.evaluate(() => document.characterSet), 'windows-1252');
        const text = await tab.locator('stemcell-stepper').textContent();
        const inShadow = await tab.evaluate(
          () => document.querySelector('stemcell-stepper').shadowRoot.textContent,
        );
        assert.match(text + inShadow, /30–60 minutes/);
        assert.doesNotMatch(inShadow, /[ÂâÃ]/);
        assert.deepEqual(seen.errors, []);
      }));

    it('keeps nothing before the visitor acts, and ticks over a reload', () =>
      open('ticks', async (tab, seen) => {
        await ready(tab, 'stemcell-checklist');
        const kept = () => tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
        assert.deepEqual(await kept(), [0, 0, '']);
        const task = tab.getByRole('checkbox', { name: 'Set up a ride home' });
        // The label covers the whole row, the box included.
        await tab.getByText('Set up a ride home').click();
        assert.equal(await task.isChecked(), true);
        assert.deepEqual(await kept(), [1, 0, '']);
        await tab.reload();
        await ready(tab, 'stemcell-checklist');
        assert.equal(await task.isChecked(), true);
        assert.equal(await tab.getByRole('checkbox', { checked: true }).count(), 1);
        await task.press('Space');
        await tab.reload();
        await ready(tab, 'stemcell-checklist');
        assert.equal(await task.isChecked(), false);
        assert.deepEqual(seen.errors, []);
      }));

    it('meets every rule of axe on a page with all elements', () =>
      open('everything', async (tab) => {
        await Promise.all(
          ['stemcell-guide', 'stemcell-faq', 'stemcell-stepper'].map((tag) => ready(tab, tag)),
        );
        await tab.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });
        const violations = await tab.evaluate(async () => {
          const rules = Object.fromEntries(
            window.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]),
          );
          const { violations } = await window.axe.run(document, { rules, resultTypes: ['violations'] });
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
          );
        });
        assert.deepEqual(violations, []);
      }));
  });
