import assert from 'node:assert/strict';
import { ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 11 and 12: storage that is not there, is full, or holds what we cannot read; and a second window.

const body = '<stemcell-checklist></stemcell-checklist>';

async function openChecklist(guest, before = '') {
  const site = await guest.site({ '/': pageOf({ head: `<script>${before}</script>${ourScript}`, body }) });
  const page = await guest.page(site.address);
  await page.until(() =>
    document.querySelector('stemcell-checklist').shadowRoot?.querySelector('[part~=task] input'),
  );
  return { page, site };
}

const tickFirst = async () => {
  const checklist = document.querySelector('stemcell-checklist');
  const box = checklist.shadowRoot.querySelector('[part~=task] input');
  box.click();
  await checklist.updateComplete;
  return { ticked: box.checked, text: checklist.shadowRoot.textContent, errors: window.seen.errors };
};

/** The list works, and says whether it is kept. */
async function expectTick(page, saved) {
  const { ticked, text, errors } = await page.run(tickFirst);
  assert.equal(ticked, true);
  assert.deepEqual(errors, []);
  assert.match(text, saved ? /kept on this device only/ : /not saved on this device/);
}

const throwing = (name, what) =>
  `Storage.prototype.${name} = function () { throw new DOMException('${what}', '${what}') };`;

const unreadable = {
  'not ours to read: JSON': '{"done":["rest"]}',
  'not ours to read: a future version': 'version=2&done=rest&mood=good',
  'not ours to read: noise': '%%%\u0000&=&=;version',
};

export const storage = [
  {
    name: 'the getter throws',
    async run(guest) {
      const getter = `Object.defineProperty(window, 'localStorage', { get: function () { throw new DOMException('no', 'SecurityError') } });`;
      await expectTick((await openChecklist(guest, getter)).page, false);
    },
  },
  {
    name: 'there is none',
    run: async (guest) =>
      expectTick(
        (await openChecklist(guest, `Object.defineProperty(window, 'localStorage', { value: null });`)).page,
        false,
      ),
  },
  {
    name: 'setItem throws, full',
    run: async (guest) =>
      expectTick((await openChecklist(guest, throwing('setItem', 'QuotaExceededError'))).page, false),
  },
  {
    name: 'getItem throws',
    run: async (guest) =>
      expectTick((await openChecklist(guest, throwing('getItem', 'SecurityError'))).page, false),
  },
  ...Object.entries(unreadable).map(([name, line]) => ({
    name,
    async run(guest) {
      const { page } = await openChecklist(
        guest,
        `localStorage.setItem('stemcell-guide', ${JSON.stringify(line)});`,
      );
      await expectTick(page, false);
      assert.equal(await page.run(() => localStorage.getItem('stemcell-guide')), line);
    },
  })),
  {
    name: 'nothing is written before the first action, and clearing leaves nothing',
    async run(guest) {
      const { page } = await openChecklist(guest);
      const kept = () => page.run(() => [localStorage.length, sessionStorage.length, document.cookie]);
      assert.deepEqual(await kept(), [0, 0, '']);
      await expectTick(page, true);
      assert.match(
        await page.run(() => localStorage.getItem('stemcell-guide')),
        /^version=1&done=[a-z\d-]+$/,
      );
      await page.run(async () => {
        const checklist = document.querySelector('stemcell-checklist');
        [...checklist.shadowRoot.querySelectorAll('button')]
          .find((button) => /Clear from this device/.test(button.textContent))
          .click();
        await checklist.updateComplete;
      });
      assert.deepEqual(await kept(), [0, 0, '']);
    },
  },
  {
    name: 'a second window with the same list: both ticks stay',
    async run(guest) {
      const site = await guest.site({
        '/': pageOf({ head: ourScript, body: `${body}<iframe src="/second"></iframe>` }),
        '/second': pageOf({ head: ourScript, body }),
      });
      const page = await guest.page(site.address);
      await page.until(() =>
        [document, document.querySelector('iframe').contentDocument].every((each) =>
          each?.querySelector('stemcell-checklist')?.shadowRoot?.querySelector('[part~=task] input'),
        ),
      );
      await page.run(() => {
        const boxes = (each) =>
          each.querySelector('stemcell-checklist').shadowRoot.querySelectorAll('[part~=task] input');
        boxes(document)[0].click();
        boxes(document.querySelector('iframe').contentDocument)[1].click();
      });
      const ticks = await page.until(() => {
        const found = [document, document.querySelector('iframe').contentDocument].map((each) =>
          [...each.querySelector('stemcell-checklist').shadowRoot.querySelectorAll('[part~=task] input')]
            .slice(0, 3)
            .map((box) => box.checked),
        );
        return found.flat().filter(Boolean).length >= 4 && found;
      });
      assert.deepEqual(ticks, [
        [true, true, false],
        [true, true, false],
      ]);
      assert.equal((await page.run(() => localStorage.getItem('stemcell-guide'))).match(/done=/g).length, 2);
    },
  },
];
