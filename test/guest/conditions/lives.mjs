import assert from 'node:assert/strict';
import { fileOfPackage, ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 7 and 8: elements that are made early, copied, moved, swapped and brought back.

const faqTag = '<stemcell-faq></stemcell-faq>';

const count = `<script>var toggles = 0; document.addEventListener('stemcell-question-toggle', function () { toggles++ })</script>`;

/** One live element, with its content once, that answers one press with one event. */
async function expectOneLive(page) {
  await page.until(() =>
    document.querySelector('stemcell-faq')?.shadowRoot?.querySelector('[part~=question]'),
  );
  const found = await page.run(async () => {
    const all = document.querySelectorAll('stemcell-faq');
    const root = all[0].shadowRoot;
    const question = root.querySelector('[part~=question]');
    const before = [window.toggles, question.getAttribute('aria-expanded')];
    question.click();
    await all[0].updateComplete;
    return {
      elements: all.length,
      roots: root.querySelectorAll('.root').length,
      notices: root.querySelectorAll('.notice').length,
      events: window.toggles - before[0],
      toggled: question.getAttribute('aria-expanded') !== before[1],
      errors: window.seen.errors,
    };
  });
  assert.deepEqual(found, { elements: 1, roots: 1, notices: 1, events: 1, toggled: true, errors: [] });
}

async function openWith(guest, { library = '', body = `<div id="slot">${faqTag}</div>`, more = {} } = {}) {
  const site = await guest.site({
    '/library.js': library,
    '/fragment': faqTag,
    '/': pageOf({ head: `<script src="/library.js"></script>${count}${ourScript}`, body }),
    ...more,
  });
  const page = await guest.page(site.address);
  await expectOneLive(page);
  return { page, site };
}

/** Counts what is listened to on what outlives an element; put before everything else. */
const countListeners = `<script>
window.listening = 0;
[window, document].forEach(function (target) {
  var add = target.addEventListener, remove = target.removeEventListener;
  target.addEventListener = function () { listening++; return add.apply(target, arguments); };
  target.removeEventListener = function () { listening--; return remove.apply(target, arguments); };
});
['ResizeObserver', 'MutationObserver', 'IntersectionObserver'].forEach(function (name) {
  var Native = window[name];
  window[name] = class extends Native {
    observe() { listening++; super.observe.apply(this, arguments); }
    disconnect() { listening = Math.max(0, listening - 1); super.disconnect(); }
  };
});
</script>`;

/** A leak put in on purpose, before the browser notes what it calls: elements are never told that they have gone. */
export const deafWhenGone = `<script>
var define = customElements.define;
customElements.define = function (tag, element) {
  element.prototype.disconnectedCallback = function () {};
  var connected = element.prototype.connectedCallback;
  element.prototype.connectedCallback = function () {
    var self = this;
    window.addEventListener('storage', function () { return self });
    connected.call(this);
  };
  define.call(customElements, tag, element);
};
</script>`;

/** How many listeners stay after elements have come and gone 100 times, in each of the ways a page has. */
async function listenersAfter100(page) {
  return page.run(async () => {
    const slot = document.getElementById('slot');
    const other = document.body.appendChild(document.createElement('div'));
    const round = async () => {
      slot.innerHTML = '<stemcell-guide></stemcell-guide>';
      const guide = slot.firstChild;
      await guide.updateComplete;
      other.append(guide);
      slot.append(guide);
      guide.remove();
      slot.replaceChildren();
    };
    await round();
    const before = window.listening;
    for (let times = 0; times < 100; times++) await round();
    return window.listening - before;
  });
}

export const lives = [
  {
    name: 'properties set before the script comes',
    async run(guest) {
      const body = `${faqTag}<script>var early = document.querySelector('stemcell-faq'); early.pathway = 'donor'; early.headingLevel = 4;</script>`;
      const { page } = await openWith(guest, { body });
      const state = await page.run(() => {
        const faq = document.querySelector('stemcell-faq');
        return [
          faq.pathway,
          faq.shadowRoot.querySelector('[part~=title]').localName,
          Boolean(faq.shadowRoot.querySelector('[name=pathway]')),
        ];
      });
      assert.deepEqual(state, ['donor', 'h4', false]);
    },
  },
  {
    name: 'copied',
    async run(guest) {
      const { page } = await openWith(guest);
      const questions = await page.run(async () => {
        const slot = document.getElementById('slot');
        const copy = slot.firstChild.cloneNode(true);
        slot.append(copy);
        await copy.updateComplete;
        return [...slot.children].map((faq) => faq.shadowRoot.querySelectorAll('[part~=question]').length);
      });
      assert.ok(questions[0] > 5 && questions[0] === questions[1], String(questions));
    },
  },
  {
    name: 'moved 100 times, with what was open still open',
    async run(guest) {
      const { page } = await openWith(guest);
      const open = await page.run(async () => {
        const slot = document.getElementById('slot');
        const faq = slot.firstChild;
        for (let times = 0; times < 100; times++) {
          (times % 2 ? slot : document.body).append(faq);
          if (times % 10 === 0) await faq.updateComplete;
        }
        await faq.updateComplete;
        return faq.shadowRoot.querySelector('[part~=question]').getAttribute('aria-expanded');
      });
      assert.equal(open, 'true');
      await expectOneLive(page);
    },
  },
  {
    name: 'in and out, moved and swapped 100 times: no listener stays',
    async run(guest) {
      const openCounted = async (before) => {
        const head = `${countListeners}${before}${count}${ourScript}`;
        const site = await guest.site({ '/': pageOf({ head, body: `<div id="slot">${faqTag}</div>` }) });
        const page = await guest.page(site.address);
        await expectOneLive(page);
        return page;
      };
      assert.equal(await listenersAfter100(await openCounted('')), 0);
      const planted = await listenersAfter100(await openCounted(deafWhenGone));
      assert.ok(planted >= 100, `the planted leak was not seen: ${planted}`);
    },
  },
  {
    name: 'jQuery: html, replaceWith, detach, clone',
    async run(guest) {
      const { page } = await openWith(guest, { library: await fileOfPackage('jquery/dist/jquery.js') });
      for (const step of ['html', 'replaceWith', 'detach', 'clone']) {
        await page.run((name) => {
          const slot = window.jQuery('#slot');
          const faq = slot.find('stemcell-faq');
          if (name === 'html') slot.html('<stemcell-faq></stemcell-faq>');
          if (name === 'replaceWith') faq.replaceWith('<stemcell-faq></stemcell-faq>');
          if (name === 'detach') faq.detach().appendTo(slot);
          if (name === 'clone') slot.html(faq.clone(true));
        }, step);
        await expectOneLive(page);
      }
    },
  },
  {
    name: 'htmx: a fragment with an element takes the place of another',
    async run(guest) {
      const body = `<button hx-get="/fragment" hx-target="#slot">Swap</button><div id="slot">${faqTag}</div>`;
      const { page, site } = await openWith(guest, {
        library: await fileOfPackage('htmx.org/dist/htmx.js'),
        body,
      });
      for (let times = 1; times <= 3; times++) {
        await page.run(() => {
          window.old = document.querySelector('stemcell-faq');
          document.querySelector('button').click();
        });
        await page.until(() => !window.old.isConnected && document.querySelector('stemcell-faq') !== null);
        await expectOneLive(page);
      }
      assert.equal(site.requests.filter(({ path }) => path.startsWith('/fragment')).length, 3);
    },
  },
  {
    name: 'Turbo: away, back from a snapshot, and forward again',
    async run(guest) {
      const library = await fileOfPackage('@hotwired/turbo');
      const head = `<script type="module" src="/turbo.js"></script>${count}${ourScript}`;
      const site = await guest.site({
        '/turbo.js': library,
        '/': pageOf({ head, body: `<a id="to" href="/second">Second</a>${faqTag}` }),
        '/second': pageOf({ head, body: `<h1>Second</h1>${faqTag}` }),
      });
      const page = await guest.page(site.address);
      await expectOneLive(page);
      await page.until(() => Boolean(window.Turbo));
      await page.run(() => {
        window.sameWindow = true;
        document.getElementById('to').click();
      });
      await page.until(() => document.querySelector('h1') !== null);
      await expectOneLive(page);
      await page.run(() => history.back());
      await page.until(() => document.getElementById('to') !== null);
      await expectOneLive(page);
      await page.run(() => history.forward());
      await page.until(() => document.querySelector('h1') !== null);
      await expectOneLive(page);
      assert.equal(await page.run(() => window.sameWindow), true);
    },
  },
  {
    name: 'back/forward cache',
    async run(guest) {
      const browser =
        guest.engine === 'chromium'
          ? await guest.otherBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
          : guest.browser;
      const keep = `<script>addEventListener('pageshow', function (event) { window.kept = event.persisted })</script>`;
      const site = await guest.site({
        '/': pageOf({ head: `${keep}${count}${ourScript}`, body: faqTag }),
        '/second': pageOf({ body: '<h1>Second</h1>' }),
      });
      const page = await browser.open(`${site.address}/`);
      await expectOneLive(page);
      await page.goto(`${site.address}/second`);
      // What leaves a page cannot wait for its own end.
      await page.run(() => void setTimeout(() => history.back()));
      await page.until(() => document.querySelector('stemcell-faq')?.shadowRoot && window.kept !== undefined);
      await expectOneLive(page);
      if (!(await page.run(() => window.kept)))
        return 'holds; as it is driven here, the engine loaded the page anew';
    },
  },
];
