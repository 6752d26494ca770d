import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileOfPackage, openSources } from '../../support/guest-site.mjs';

// Guest manners 5: the script under the policies of strict pages. The README's lines are read from the README.

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');

/** The policy that stands in the README's block of code after these words. */
export function policyOfReadme(words) {
  const [, policy] =
    readme.slice(readme.indexOf(words)).match(/```http\nContent-Security-Policy: (.+)\n```/) ?? [];
  assert.ok(policy, `no policy in the README after "${words}"`);
  return policy;
}

const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const nonce = 'b3VyIG5vbmNl';

const ready = () => {
  const root = document.querySelector('stemcell-faq').shadowRoot;
  return root && /Please read this first/.test(root.textContent);
};

/** A page under a policy, with the element's own words where the script does not start. */
async function openUnder(guest, policy, { before = '', files = {} } = {}) {
  const site = await guest.site(files);
  const tag = (file, integrity) =>
    `<script src="${file}" nonce="${nonce}"${integrity ? ` integrity="${integrity}"` : ''}></script>`;
  const watch = site.content['/watch.js'];
  const watchHash = integrityOf(watch);
  const scriptHash = integrityOf(await readFile(new URL('../../../dist/stemcell-guide.js', import.meta.url)));
  // While a file holds up the page, WebKit looks ahead for the next one, forgets its integrity, and reports a violation
  // for a file that it then loads. So where hashes decide, what watches stands in the page itself.
  const usesHash = policy.includes('{integrity');
  const filled = policy
    .replace('{random}', nonce)
    .replace(
      /'?\{integrity of stemcell-guide\.js\}'?/,
      `${scriptHash}' '${watchHash}`.replace(/^/, "'").replace(/$/, "'"),
    );
  site.content['/'] = {
    body: `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Strict</title>
${usesHash ? `<script>${watch}</script>` : tag('/watch.js')}${before}
${tag('/stemcell-guide.js', usesHash && scriptHash)}</head>
<body><stemcell-faq><p id="own">Our own words</p></stemcell-faq></body></html>`,
    headers: { 'content-security-policy': filled },
  };
  return guest.page(site.address);
}

async function expectStart(guest, policy, options) {
  const page = await openUnder(guest, policy, options);
  await page.until(ready);
  // A file beside the script may be refused, which is told below; nothing else is.
  const { violations, ...seen } = await page.run(() => window.seen);
  assert.deepEqual(
    { ...seen, violations: violations.filter((each) => !each.includes('/parts/')) },
    { errors: [], violations: [], said: [] },
  );
  const sources = await page.run(openSources);
  if (sources === 'loaded') {
    assert.deepEqual(await page.run(() => window.seen), { errors: [], violations: [], said: [] });
    return undefined;
  }
  assert.equal(sources, 'refused');
  assert.deepEqual(await page.run(() => window.seen.errors), []);
  return 'holds; files beside the script are refused, and the element says so in plain words';
}

async function expectOwnWords(guest, policy, options) {
  const page = await openUnder(guest, policy, options);
  assert.equal(await page.run(() => document.getElementById('own').checkVisibility()), true);
  return page;
}

export const policies = [
  { name: 'README: nonce', run: (guest) => expectStart(guest, policyOfReadme('**With a nonce')) },
  { name: 'README: hash', run: (guest) => expectStart(guest, policyOfReadme('**With a hash')) },
  {
    name: 'README: list of hosts',
    run: (guest) => expectStart(guest, policyOfReadme('**With a list of hosts')),
  },
  { name: 'nonce, no strict-dynamic', run: (guest) => expectStart(guest, "script-src 'nonce-{random}'") },
  {
    name: 'hash, no strict-dynamic',
    run: (guest) => expectStart(guest, "script-src '{integrity of stemcell-guide.js}'"),
  },
  { name: "style-src 'none'", run: (guest) => expectStart(guest, "script-src 'self'; style-src 'none'") },
  {
    name: "default-src 'none' but for the script",
    run: (guest) => expectStart(guest, "default-src 'none'; script-src 'nonce-{random}' 'strict-dynamic'"),
  },
  {
    name: 'Trusted Types, no list',
    run: (guest) => expectStart(guest, "require-trusted-types-for 'script'"),
  },
  {
    name: 'Trusted Types, our name on the list',
    run: (guest) => expectStart(guest, "require-trusted-types-for 'script'; trusted-types stemcell-guide"),
  },
  {
    name: 'Trusted Types, a page that runs Lit',
    run: async (guest) => {
      const own =
        'import { html, render } from "/lit.js"; render(html`<b>Our Lit</b>`, document.head); window.litRuns = true;';
      const page = await openUnder(
        guest,
        "require-trusted-types-for 'script'; trusted-types lit-html stemcell-guide",
        {
          before: '<script type="module" src="/page.js"></script>',
          files: { '/lit.js': await fileOfPackage('lit-html'), '/page.js': own },
        },
      );
      await page.until(ready);
      await page.until(() => window.litRuns);
      assert.deepEqual(await page.run(() => window.seen), { errors: [], violations: [], said: [] });
    },
  },
  {
    name: 'Trusted Types, a list without our name, not required',
    async run(guest) {
      const page = await openUnder(guest, 'trusted-types other');
      await page.until(ready);
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
  {
    name: 'Trusted Types, a list without our name, a default policy',
    async run(guest) {
      const page = await openUnder(guest, "require-trusted-types-for 'script'; trusted-types default", {
        before: `<script src="/default.js"></script>`,
        files: { '/default.js': 'trustedTypes.createPolicy("default", { createHTML: (text) => text });' },
      });
      await page.until(ready);
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
  {
    name: 'Trusted Types, a list without our name',
    async run(guest) {
      const page = await expectOwnWords(guest, "require-trusted-types-for 'script'; trusted-types other");
      assert.deepEqual(await page.run(() => window.seen.errors), []);
      return 'holds: the page’s own content stays, nothing is thrown, the browser’s console names the policy';
    },
  },
  {
    name: "script-src 'none'",
    run: async (guest) => void (await expectOwnWords(guest, "script-src 'none'")),
  },
];
