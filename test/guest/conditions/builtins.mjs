import assert from 'node:assert/strict';
import { debianLibrary } from '../../support/debian-library.mjs';
import { faqStands, fileOfPackage, openSources, ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 6: libraries that change arrays, strings and JSON under our feet.

const body = '<stemcell-checklist></stemcell-checklist>';

/** Ticks, chooses, sets a date, comes back, and finds all of it. */
async function expectRoundTrip(guest, library) {
  const site = await guest.site({
    '/library.js': library,
    '/': pageOf({ head: `<script src="/library.js"></script>${ourScript}`, body }),
  });
  const page = await guest.page(site.address);
  await page.until(() =>
    document.querySelector('stemcell-checklist').shadowRoot?.querySelector('input[type=date]'),
  );
  const ticked = await page.run(async () => {
    const checklist = document.querySelector('stemcell-checklist');
    const root = checklist.shadowRoot;
    root.querySelectorAll('[name=pathway]')[1].click();
    await checklist.updateComplete;
    const boxes = root.querySelectorAll('[part~=task] input');
    boxes[0].click();
    boxes[2].click();
    const date = root.querySelector('input[type=date]');
    date.value = '2026-11-22';
    // MooTools puts a class of its own in the place of Event.
    const change = document.createEvent('Event');
    change.initEvent('change', true, false);
    date.dispatchEvent(change);
    await checklist.updateComplete;
    return [boxes[0].id, boxes[2].id];
  });
  const line = await page.run(() => localStorage.getItem('stemcell-guide'));
  assert.match(line, /^version=1&pathway=fat&date=2026-11-22&done=[a-z-]+&done=[a-z-]+$/);
  await page.goto(`${site.address}/?again`);
  const found = await page.until(() => {
    const root = document.querySelector('stemcell-checklist').shadowRoot;
    return (
      root?.querySelector('input[type=date]') && {
        ticked: [...root.querySelectorAll('[part~=task] input')]
          .filter((box) => box.checked)
          .map((box) => box.id),
        pathway: [...root.querySelectorAll('[name=pathway]')].findIndex((box) => box.checked),
        date: root.querySelector('input[type=date]').value,
        errors: window.seen.errors,
      }
    );
  });
  assert.deepEqual(found, { ticked, pathway: 1, date: '2026-11-22', errors: [] });
}

const withLibrary = (name, read) => ({ name, run: async (guest) => expectRoundTrip(guest, await read()) });

export const builtins = [
  withLibrary('Prototype.js', () => debianLibrary('libjs-prototype', 'prototype/prototype.js')),
  withLibrary('MooTools', () => debianLibrary('libjs-mootools', 'mootools/mootools-core-nc.js')),
  withLibrary(
    'Sugar, in the builtins',
    async () => `${await fileOfPackage('sugar/dist/sugar.js')}\nSugar.extend();`,
  ),
  withLibrary('jQuery', () => fileOfPackage('jquery/dist/jquery.js')),
  {
    ...withLibrary('toJSON on arrays, objects, strings, dates', async () =>
      ['Array', 'Object', 'String', 'Date', 'Set']
        .map((name) => `${name}.prototype.toJSON = function () { return 'spoilt'; };`)
        .join('\n'),
    ),
    // WebKit's driver sends what a page answers through the page's own JSON, and so loses it here.
    async cannot(guest) {
      const site = await guest.site({ '/': pageOf({ body: '' }) });
      const page = await guest.page(site.address);
      const answer = await page
        .run(() => {
          Object.prototype.toJSON = () => 'spoilt';
          return { answered: true };
        })
        .catch(() => undefined);
      return (
        answer?.answered !== true && 'the driver’s own answers go through the page’s toJSON and are lost'
      );
    },
  },
  {
    name: 'names on the page that stand before those of document',
    async run(guest) {
      const clobbering = ['currentScript', 'baseURI', 'documentElement', 'head', 'cookie', 'activeElement']
        .map((name) => `<img name="${name}" alt=""><form name="${name}"><input name="shadowRoot"></form>`)
        .join('');
      const site = await guest.site({
        '/': pageOf({ body: `${clobbering}<stemcell-faq></stemcell-faq>${ourScript}` }),
      });
      const page = await guest.page(site.address);
      await page.until(faqStands);
      assert.equal(await page.run(openSources), 'loaded');
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
];
