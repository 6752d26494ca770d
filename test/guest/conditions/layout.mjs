import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { fileOfDist, ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 9 and 10, and what happens to the page when the script comes late.

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');

/** The README's line that keeps room for an element that is not there yet. */
const [, reserve] = readme.match(/```css\n(stemcell-guide:not\(:defined\).+)\n```/) ?? [];

const tags = ['stemcell-guide', 'stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'];

async function widthsIn(guest, body, options) {
  const site = await guest.site({ '/': pageOf({ head: ourScript, body }) });
  const page = await guest.page(site.address, options);
  await page.until(() => document.querySelector('stemcell-faq').shadowRoot?.querySelector('.root'));
  return page.run(() => ({
    page: document.body.clientWidth,
    element: document.querySelector('stemcell-faq').getBoundingClientRect().width,
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    errors: window.seen.errors,
  }));
}

const places = {
  'an item of a flex row': '<div style="display: flex"><stemcell-faq></stemcell-faq></div>',
  'a flex item that may not shrink below its content':
    '<div style="display: flex; width: 300px"><stemcell-faq style="min-width: auto"></stemcell-faq></div>',
  'an item of an automatic grid':
    '<div style="display: grid; grid-template-columns: auto"><stemcell-faq></stemcell-faq></div>',
  'a float': '<div style="float: left"><stemcell-faq></stemcell-faq></div>',
  'an inline block':
    '<div style="display: inline-block; vertical-align: top"><stemcell-faq></stemcell-faq></div>',
  'a table cell': '<table><tr><td><stemcell-faq></stemcell-faq></td></tr></table>',
};

/** Opens a page whose script is held back until the page stands, and lets it come. */
async function openLate(guest, tag, css, options) {
  let release;
  const after = new Promise((resolve) => (release = resolve));
  const collect = `<script>var shift = 0, sources = [];
if (window.PerformanceObserver && (PerformanceObserver.supportedEntryTypes || []).indexOf('layout-shift') >= 0)
  new PerformanceObserver(function (list) { list.getEntries().forEach(function (entry) { shift += entry.value }) }).observe({ type: 'layout-shift', buffered: true });
</script>`;
  const late = `<script>addEventListener('load', function () { var script = document.createElement('script'); script.src = '/late.js'; document.head.append(script) })</script>`;
  const body = `<h1>A clinic</h1><p>Before the element.</p><${tag}><p>Call us at <a href="tel:5550100100">(555) 010-0100</a>.</p></${tag}><p id="after">After the element.</p><p>${'More words of the page. '.repeat(300)}</p>`;
  const site = await guest.site({
    '/late.js': { body: await fileOfDist('stemcell-guide.js'), after },
    '/': pageOf({ head: `<style>${css}</style>${collect}${late}`, body }),
  });
  const page = await guest.page(site.address, options);
  await page.until(() => document.readyState === 'complete');
  // Frames must be drawn, or there is nothing to be shifted.
  const drawn = () =>
    page.run(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
        ),
    );
  await drawn();
  const topOfAfter = () =>
    page.run(() => document.getElementById('after').getBoundingClientRect().top / innerHeight);
  const before = await topOfAfter();
  await sleep(100);
  release();
  await page.until((name) => document.querySelector(name).shadowRoot?.querySelector('.root'), tag);
  await drawn();
  await drawn();
  return { before, after: await topOfAfter(), shift: await page.run(() => window.shift), page };
}

const measuresShift = async (guest) => {
  const site = await guest.site({ '/': pageOf({ body: '' }) });
  const page = await guest.page(site.address);
  return page.run(() => PerformanceObserver.supportedEntryTypes.includes('layout-shift'));
};

const phone = { viewport: { width: 320, height: 640 } };

export const layout = [
  {
    name: 'no jump when the script comes late, with the README’s line',
    async run(guest) {
      assert.ok(reserve, 'the README has no line that keeps room');
      const shifts = await measuresShift(guest);
      for (const [tag, screen] of [...tags.map((each) => [each]), ['stemcell-faq', phone]]) {
        const { before, after, shift } = await openLate(guest, tag, reserve, screen);
        assert.ok(before >= 1 && after >= 1, `${tag}: what follows stood at ${before} and ${after} windows`);
        if (shifts) assert.equal(shift, 0, tag);
      }
      if (!shifts)
        return 'holds: what follows is out of sight before and after (this engine does not report layout shifts)';
    },
  },
  {
    name: 'without that line the jump is seen',
    async run(guest) {
      const { before, after, page } = await openLate(guest, 'stemcell-guide', '');
      assert.ok(before < 1 && after > 1, `${before} ${after}`);
      if (await measuresShift(guest)) await page.until(() => window.shift > 0.1);
    },
  },
  {
    name: 'before the script the page’s own content is read',
    async run(guest) {
      const site = await guest.site({
        '/': pageOf({
          head: `<style>${reserve}</style>`,
          body: '<stemcell-faq><p id="own">Call us</p></stemcell-faq>',
        }),
      });
      const page = await guest.page(site.address);
      const rect = await page.run(() => document.getElementById('own').getBoundingClientRect().height);
      assert.ok(rect > 5);
    },
  },
  ...Object.entries(places).map(([name, body]) => ({
    name,
    async run(guest) {
      const { page, element, sideways, errors } = await widthsIn(guest, body);
      const room = body.includes('300px') ? 300 : page;
      assert.ok(element > room - 40 && element <= room, `${element} of ${room} px`);
      assert.deepEqual({ sideways, errors }, { sideways: false, errors: [] });
    },
  })),
  {
    name: 'display: none and no width at first, right once shown',
    async run(guest) {
      for (const hidden of ['display: none', 'width: 0; overflow: hidden', 'content-visibility: hidden']) {
        const body = `<div id="box" style="${hidden}"><stemcell-faq></stemcell-faq></div><div><stemcell-faq id="plain"></stemcell-faq></div>`;
        const site = await guest.site({ '/': pageOf({ head: ourScript, body }) });
        const page = await guest.page(site.address);
        await page.until(() => document.getElementById('plain').shadowRoot?.querySelector('.root'));
        await page.run(() => document.getElementById('box').removeAttribute('style'));
        // The search comes to each once the visitor is near, and its place is kept by a guess.
        await page.until(() =>
          [...document.querySelectorAll('stemcell-faq')].every((faq) => {
            faq.scrollIntoView();
            return faq.shadowRoot.querySelector('[type=search]');
          }),
        );
        const [found, plain] = await page.run(() =>
          [...document.querySelectorAll('stemcell-faq')].map((faq) =>
            Math.round(faq.getBoundingClientRect().height),
          ),
        );
        assert.equal(found, plain, hidden);
        assert.deepEqual(await page.run(() => window.seen.errors), []);
      }
    },
  },
  {
    name: '1,000 questions, one, none, words of 500 letters',
    async run(guest) {
      const site = await guest.site({
        '/': pageOf({ head: ourScript, body: '<stemcell-faq></stemcell-faq>' }),
      });
      const page = await guest.page(site.address, { viewport: { width: 320, height: 640 } });
      await page.until(() =>
        document.querySelector('stemcell-faq').shadowRoot?.querySelector('[part~=question]'),
      );
      const found = await page.run(async () => {
        const faq = document.querySelector('stemcell-faq');
        const counts = [];
        for (const number of [1000, 1, 0]) {
          faq.guide = {
            ...faq.content,
            replace: ['questions'],
            questions: Array.from({ length: number }, (_, index) => ({
              id: `question-${index}`,
              category: 'general',
              question: `${'x'.repeat(500)} ${index}`,
              answer: 'y'.repeat(500),
            })),
          };
          await faq.ready;
          faq.expandAll();
          await faq.updateComplete;
          counts.push(faq.shadowRoot.querySelectorAll('[part~=question]').length);
        }
        return {
          counts,
          errors: window.seen.errors,
          sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        };
      });
      // Three questions of the default guide stay whatever a clinic writes.
      assert.deepEqual(found, { counts: [1003, 4, 3], errors: [], sideways: false });
    },
  },
];
