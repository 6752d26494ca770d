import assert from 'node:assert/strict';
import { ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 2 and 4, and the kinds of documents that a page can be.

const shows = (tag) => {
  const root = document.querySelector(tag)?.shadowRoot;
  return root && /Please read this first/.test(root.textContent) && root.textContent;
};

/** Opens a page and resolves when the element shows its content; nothing may have gone wrong by then. */
async function expectShown(guest, path, pages, tag = 'stemcell-guide') {
  const site = await guest.site(pages);
  const page = await guest.page(site.address + path);
  const text = await page.until(shows, tag);
  assert.deepEqual(await page.run(() => window.seen), { errors: [], violations: [], said: [] });
  return { page, text, site };
}

const guideTag = '<stemcell-guide></stemcell-guide>';

/** Whether an element in another document is styled: its own wall stands, and a border is drawn. */
const isStyled = () => {
  const shadow = document.querySelector('iframe').contentDocument.querySelector('stemcell-faq')?.shadowRoot;
  const button = shadow?.querySelector('.disclosure');
  const view = document.querySelector('iframe').contentWindow;
  return button && view.getComputedStyle(button).display === 'flex';
};

const frameBody = '<iframe src="/other.html"></iframe><div id="here"><stemcell-faq></stemcell-faq></div>';
const otherPage = '<!doctype html><title>Other</title><body></body>';

export const pages = [
  {
    name: 'ISO-8859-1',
    async run(guest) {
      const latin = (body) => ({
        body: Buffer.from(body, 'latin1'),
        headers: { 'content-type': 'text/html; charset=iso-8859-1' },
      });
      const html = pageOf({
        head: ourScript,
        body: '<p>Caf\u00e9</p><stemcell-stepper></stemcell-stepper>',
      }).replace('<meta charset="utf-8">', '');
      const { page, text } = await expectShown(guest, '/', { '/': latin(html) }, 'stemcell-stepper');
      assert.equal(await page.run(() => document.characterSet), 'windows-1252');
      assert.match(text, /\d–\d/);
      assert.doesNotMatch(text, /[\u00c2\u00e2]/);
    },
  },
  {
    name: 'quirks mode',
    async run(guest) {
      const quirks = pageOf({ head: ourScript, body: guideTag }).replace('<!doctype html>', '');
      const { page } = await expectShown(guest, '/', { '/': quirks });
      assert.equal(await page.run(() => document.compatMode), 'BackCompat');
      // The quirk that empties inherited fonts of tables and lets lines collapse must not reach in.
      const inherited = await page.run(() => {
        const root = document.querySelector('stemcell-guide').shadowRoot.querySelector('.root');
        return getComputedStyle(root).fontSize === getComputedStyle(document.body).fontSize;
      });
      assert.equal(inherited, true);
    },
  },
  {
    name: 'XHTML',
    async run(guest) {
      const xhtml = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en-US"><head><title>X</title><script src="/watch.js"></script>
<script src="/stemcell-guide.js"></script></head><body><stemcell-guide></stemcell-guide></body></html>`;
      const { page } = await expectShown(guest, '/page.xhtml', { '/page.xhtml': xhtml });
      const opened = await page.run(async () => {
        const faq = document.querySelector('stemcell-guide').shadowRoot.querySelector('stemcell-faq');
        const question = faq.shadowRoot.querySelector('[part~=question]');
        question.click();
        await faq.updateComplete;
        return [document.contentType, question.getAttribute('aria-expanded')];
      });
      assert.deepEqual(opened, ['application/xhtml+xml', 'true']);
    },
  },
  {
    name: 'stamped from a <template>',
    async run(guest) {
      const body = `<template>${guideTag}</template><div></div>`;
      const site = await guest.site({ '/': pageOf({ head: ourScript, body }) });
      const page = await guest.page(site.address);
      await page.until(() => Boolean(customElements.get('stemcell-guide')));
      const asleep = await page.run(() => {
        const { content } = document.querySelector('template');
        const sleeping = content.firstChild.shadowRoot === null;
        document
          .querySelector('div')
          .append(document.importNode(content, true), content.cloneNode(true), content);
        return sleeping;
      });
      assert.equal(asleep, true);
      await page.until(
        () =>
          [...document.querySelectorAll('div > stemcell-guide')].filter((guide) =>
            /Please read/.test(guide.shadowRoot?.textContent),
          ).length === 3,
      );
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
  {
    name: 'moved into the document of a frame and back',
    async run(guest) {
      const { page } = await expectShown(
        guest,
        '/',
        { '/': pageOf({ head: ourScript, body: frameBody }), '/other.html': otherPage },
        'stemcell-faq',
      );
      await page.until(() => document.querySelector('iframe').contentDocument?.title === 'Other');
      await page.run(async () => {
        const faq = document.querySelector('stemcell-faq');
        faq.shadowRoot.querySelector('[part~=question]').click();
        document.querySelector('iframe').contentDocument.body.append(faq);
        await faq.updateComplete;
      });
      assert.equal(await page.run(isStyled), true);
      const back = await page.run(async () => {
        const faq = document.querySelector('iframe').contentDocument.querySelector('stemcell-faq');
        document.getElementById('here').append(faq);
        await faq.updateComplete;
        const question = faq.shadowRoot.querySelector('.disclosure');
        return [getComputedStyle(question).display, question.getAttribute('aria-expanded')];
      });
      assert.deepEqual(back, ['flex', 'true']);
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
  {
    name: 'made here, first shown in the document of a frame',
    async run(guest) {
      const { page } = await expectShown(
        guest,
        '/',
        { '/': pageOf({ head: ourScript, body: frameBody }), '/other.html': otherPage },
        'stemcell-faq',
      );
      await page.until(() => document.querySelector('iframe').contentDocument?.title === 'Other');
      await page.run(
        () =>
          void document
            .querySelector('iframe')
            .contentDocument.body.append(document.createElement('stemcell-faq')),
      );
      await page.until(isStyled);
      assert.deepEqual(await page.run(() => window.seen.errors), []);
    },
  },
  {
    name: 'an optimiser holds the script back and makes it anew',
    async run(guest) {
      const held = `<script type="text/rocketscript" data-src="/stemcell-guide.js"></script>
<script>addEventListener('load', function () { setTimeout(function () {
  var held = document.querySelector('[data-src]'), script = document.createElement('script');
  script.src = held.dataset.src; held.replaceWith(script);
}, 100) })</script>`;
      await expectShown(guest, '/', { '/': pageOf({ head: held, body: guideTag }) });
    },
  },
  {
    name: 'an optimiser puts the script’s text into the page as a blob',
    async run(guest) {
      const blob = `<script>fetch('/stemcell-guide.js').then(function (answer) { return answer.blob() }).then(function (blob) {
  var script = document.createElement('script'); script.type = 'text/javascript';
  script.src = URL.createObjectURL(blob.slice(0, blob.size, 'text/javascript;charset=utf-8')); document.body.append(script);
})</script>`;
      await expectShown(guest, '/', { '/': pageOf({ head: blob, body: guideTag }) });
      return 'holds; a script that has lost its address finds its files only from a tag that names stemcell-guide.js';
    },
  },
];
