import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ourScript, pageOf } from '../../support/guest-site.mjs';

// Security and privacy 1, 2 and 4, in the built script: what a guide's content can do to a page, and what is asked for.

const body = ['guide', 'stepper', 'faq', 'checklist']
  .map((name) => `<stemcell-${name}></stemcell-${name}>`)
  .join('');

async function openAll(guest) {
  const site = await guest.site({ '/': pageOf({ head: ourScript, body }) });
  const page = await guest.page(site.address);
  await page.until(() =>
    document.querySelector('stemcell-checklist').shadowRoot?.querySelector('[part~=task] input'),
  );
  return { page, site };
}

/** Texts that would do harm as markup, as an address or as a key. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<img src=x onerror="window.harmed = true">',
    '<script>window.harmed = true</script>',
    '</style><style>*{display:none}',
    '"><iframe srcdoc="<script>parent.harmed = true</script>">',
    'javascript:window.harmed=true',
    ' java\tscript:window.harmed=true',
    'data:text/html,<script>parent.harmed=true</script>',
    'vbscript:x',
    'blob:x',
    '{clinicName}{__proto__}{constructor}',
    '<!--',
    '${1}',
    '?lit$',
    '\u202e',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** The same ids and numbers, every other text out of the hat. */
function spoil(value, texts, key = '') {
  if (typeof value === 'string') {
    const kept =
      /^(id|category|unit|written|lang|version|from|to|repeat)$/.test(key) ||
      ['pathways', 'regions', 'cites'].includes(key);
    return kept ? value : texts();
  }
  if (Array.isArray(value)) return value.map((each) => spoil(each, texts, key));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, texts, name)]));
  return value;
}

/** Shows a guide, and names everything in the elements that must not be there. */
async function harmOf(guide) {
  const allowed =
    /^(a|b|br|button|div|fieldset|h[2-6]|input|label|legend|li|ol|p|section|slot|small|span|ul|svg|path|stemcell-[a-z]+)$/;
  const found = [];
  const search = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (!allowed.test(node.localName)) found.push(`<${node.localName}>`);
      for (const { name } of node.attributes)
        if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${node.localName} ${name}`);
      const href = node.getAttribute('href');
      if (href !== null && !/^(https?|mailto|tel):$/.test(new URL(href, location.href).protocol))
        found.push(`href ${href}`);
      if (node.shadowRoot) search(node.shadowRoot);
    }
  };
  const elements = [...document.querySelectorAll('stemcell-stepper, stemcell-faq, stemcell-checklist')];
  for (const element of elements) {
    element.guide = guide;
    await element.ready;
    await element.updateComplete;
    element.expandAll?.();
    await element.updateComplete;
    search(element.shadowRoot);
  }
  if (window.harmed) found.push('a script ran');
  if ({}.polluted !== undefined) found.push('Object.prototype was changed');
  return [...found, ...window.seen.errors];
}

export const privacy = [
  {
    name: 'no request but the page’s own, the script and the search of a long list',
    async run(guest) {
      const { page, site } = await openAll(guest);
      await page.run(async () => {
        for (const element of document.body.querySelectorAll('*')) {
          element.shadowRoot?.querySelector('[part~=stage], [part~=question], [part~=task] input')?.click();
          await element.updateComplete;
        }
      });
      await page.run(() => document.querySelector('stemcell-faq').scrollIntoView());
      await page.until(() =>
        document.querySelector('stemcell-faq').shadowRoot.querySelector('[type=search]'),
      );
      assert.deepEqual(
        new Set(site.requests.map(({ path }) => path)),
        new Set(['/', '/watch.js', '/stemcell-guide.js', '/parts/finder.js']),
      );
    },
  },
  {
    name: 'a guide with hostile texts makes no element, handler or address of its own',
    async run(guest) {
      const { page } = await openAll(guest);
      const content = await page.run(() => document.querySelector('stemcell-faq').content);
      const samples = fc.sample(fc.array(hostile, { minLength: 40, maxLength: 40 }), {
        numRuns: 25,
        seed: 9,
      });
      for (const texts of samples) {
        let next = 0;
        const guide = spoil(content, () => texts[next++ % texts.length]);
        assert.deepEqual(await page.run(harmOf, guide), [], JSON.stringify(texts));
      }
    },
  },
  {
    name: 'the check for hostile texts can fail',
    async run(guest) {
      const { page } = await openAll(guest);
      await page.run(() => {
        const harm = document.createElement('div');
        harm.innerHTML = '<img src="x" onerror="1"><a href="javascript:1">x</a>';
        // In front, where a new guide clears nothing.
        document.querySelector('stemcell-faq').shadowRoot.prepend(harm);
      });
      const content = await page.run(() => document.querySelector('stemcell-faq').content);
      const found = (await page.run(harmOf, content)).filter((each) => !each.includes('/x'));
      assert.deepEqual(found, ['<img>', 'img onerror', 'href javascript:1']);
    },
  },
  {
    name: '__proto__, constructor and prototype as keys',
    async run(guest) {
      const { page } = await openAll(guest);
      const found = await page.run(async () => {
        const faq = document.querySelector('stemcell-faq');
        const poison =
          '"__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }, "prototype": { "polluted": 1 }, ';
        faq.guide = JSON.parse(
          JSON.stringify(faq.content).replaceAll('{', `{${poison}`).replaceAll(', }', ' }'),
        );
        await faq.ready;
        await faq.updateComplete;
        return [
          'polluted' in {},
          'polluted' in Object,
          faq.shadowRoot.querySelectorAll('[part~=question]').length > 5,
          window.seen.errors,
        ];
      });
      assert.deepEqual(found, [false, false, true, []]);
    },
  },
];
