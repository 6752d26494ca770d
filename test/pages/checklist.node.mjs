import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { pdfPages, pdfText, withoutSpaces } from '../support/pdf-text.mjs';

// The checklist of the built script, on a page, in a browser: days in three time zones, two tabs, paper, another device.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const key = 'stemcell-guide';

let folder;
let site;
let browser;

const pageOf = (
  attributes = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clinic</title>
<script src="stemcell-guide.js" defer></script></head><body>
<p>The page of the clinic</p>
<stemcell-checklist pathway="bone-marrow" region="us" clinic-name="Rivertown Joint Clinic" clinic-phone="(555) 010-0100"
  after-hours-phone="(555) 010-0199" ${attributes}></stemcell-checklist></body></html>`;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'checklist-'));
  await writeFile(path.join(folder, 'index.html'), pageOf());
  await writeFile(path.join(folder, 'dated.html'), pageOf('procedure-date="2026-11-22"'));
  site = await serve({ root: [folder, dist] });
  browser = await openBrowser('chromium');
});

after(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * A visitor with a device of their own; `at` is what its clock shows, in its time zone. The clock stands, since nobody
 * knows how long a machine needs, unless it `runs` when the test says so.
 */
async function visit(run, { address = '/', at, runs, timezoneId = 'UTC', ...options } = {}) {
  const context = await browser.newContext({ timezoneId, ...options });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    if (runs) await page.clock.install({ time: new Date(+at - 60 * 60_000) });
    else if (at) await page.clock.setFixedTime(at);
    await page.goto(site.address + address);
    await page.locator('stemcell-checklist .count').waitFor();
    if (runs) await page.clock.pauseAt(at);
    await run(page, context);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

const dayLine = (page) => page.locator('stemcell-checklist .day').innerText();
const stored = (page) => page.evaluate((name) => localStorage.getItem(name), key);
const box = (page, id) => page.locator(`#stemcell-task-${id}`);
const tick = (page, id) => page.locator(`label[for="stemcell-task-${id}"]`).click();
const openTools = (page) => page.getByRole('button', { name: 'Take it with you' }).click();

/** Each clock change of these zones around a procedure, and the end of February in a leap year. */
const days = [
  // [zone, the instant in UTC, date of the procedure, what is shown]
  ['UTC', '2026-11-24T23:59:30Z', '2026-11-22', 'Day 2 after your procedure.'],
  ['UTC', '2026-11-25T00:00:30Z', '2026-11-22', 'Day 3 after your procedure.'],
  ['UTC', '2024-02-29T12:00:00Z', '2024-02-28', 'Day 1 after your procedure.'],
  ['UTC', '2024-03-01T12:00:00Z', '2024-02-28', 'Day 2 after your procedure.'],
  // Auckland is 13 hours ahead in November: its 25th begins while UTC still has the 24th.
  ['Pacific/Auckland', '2026-11-24T10:59:30Z', '2026-11-22', 'Day 2 after your procedure.'],
  ['Pacific/Auckland', '2026-11-24T11:00:30Z', '2026-11-22', 'Day 3 after your procedure.'],
  // Its clocks go forward on 27 September 2026 and back on 5 April 2026.
  ['Pacific/Auckland', '2026-09-26T12:30:00Z', '2026-09-28', 'Your procedure is tomorrow.'],
  ['Pacific/Auckland', '2026-09-27T10:30:00Z', '2026-09-26', 'Day 1 after your procedure.'],
  ['Pacific/Auckland', '2026-04-05T11:30:00Z', '2026-04-04', 'Day 1 after your procedure.'],
  ['Pacific/Auckland', '2026-04-05T12:30:00Z', '2026-04-04', 'Day 2 after your procedure.'],
  ['Pacific/Auckland', '2024-02-28T11:30:00Z', '2024-02-28', 'Day 1 after your procedure.'],
  // Los Angeles is 8 hours behind in winter, 7 in summer; the changes are on 8 March and 1 November 2026.
  ['America/Los_Angeles', '2026-11-25T07:59:30Z', '2026-11-22', 'Day 2 after your procedure.'],
  ['America/Los_Angeles', '2026-11-25T08:00:30Z', '2026-11-22', 'Day 3 after your procedure.'],
  ['America/Los_Angeles', '2026-03-09T06:59:30Z', '2026-03-07', 'Day 1 after your procedure.'],
  ['America/Los_Angeles', '2026-03-09T07:00:30Z', '2026-03-07', 'Day 2 after your procedure.'],
  ['America/Los_Angeles', '2026-11-02T07:59:30Z', '2026-10-31', 'Day 1 after your procedure.'],
  ['America/Los_Angeles', '2026-11-02T08:00:30Z', '2026-10-31', 'Day 2 after your procedure.'],
  ['America/Los_Angeles', '2024-03-01T07:59:30Z', '2024-02-28', 'Day 1 after your procedure.'],
];

describe('the day', () => {
  for (const [timezoneId, at, date, expected] of days)
    it(`in ${timezoneId} at ${at} is "${expected}"`, () =>
      visit(
        async (page) => {
          await page.getByLabel('Date of your procedure').fill(date);
          assert.equal(await dayLine(page), expected);
        },
        { timezoneId, at: new Date(at) },
      ));

  for (const timezoneId of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])
    it(`shows the same dates in ${timezoneId}`, () =>
      visit(
        async (page) => {
          const name = await page.locator('#stemcell-phase-days-1-2').innerText();
          assert.match(name, /Nov 23 . 24/);
          assert.match(await page.locator('#stemcell-phase-day-0').innerText(), /Sunday, Nov 22/);
        },
        { address: '/dated.html', timezoneId, at: new Date('2026-11-22T12:00:00Z') },
      ));

  it('changes at midnight while the page is open, through both clock changes', async () => {
    // A night of 23 hours and one of 25.
    for (const [at, next] of [
      ['2026-03-08T06:00:00Z', 'Day 106 after your procedure.'],
      ['2026-11-01T05:00:00Z', 'Day 344 after your procedure.'],
    ])
      await visit(
        async (page) => {
          await page.getByLabel('Date of your procedure').fill('2025-11-22');
          const before = await dayLine(page);
          await page.clock.runFor('02:00:00');
          assert.notEqual(await dayLine(page), before);
          assert.equal(await dayLine(page), next);
          const hours = at.startsWith('2026-03') ? '22:59:00' : '24:59:00';
          await page.clock.runFor(hours);
          assert.equal(await dayLine(page), next);
          await page.clock.runFor('00:02:00');
          assert.notEqual(await dayLine(page), next);
        },
        { timezoneId: 'America/Los_Angeles', at: new Date(at), runs: true },
      );
  });

  it('follows a clock that is set back, once the page is looked at again', () =>
    visit(
      async (page) => {
        assert.equal(await dayLine(page), 'Day 5 after your procedure.');
        await page.clock.setFixedTime(new Date('2026-11-20T12:00:00Z'));
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        await page.locator('.day', { hasText: 'Your procedure is in 2 days.' }).waitFor();
      },
      { address: '/dated.html', at: new Date('2026-11-27T12:00:00Z') },
    ));
});

describe('two tabs', () => {
  it('both end with both ticks, and show them', () =>
    visit(async (page, context) => {
      const other = await context.newPage();
      await other.goto(site.address);
      await other.locator('stemcell-checklist .count').waitFor();
      await tick(page, 'price');
      await tick(other, 'med-list');
      await tick(page, 'consent');
      for (const tab of [page, other]) {
        await tab.locator('.count', { hasText: '3 of 37' }).waitFor();
        for (const id of ['price', 'med-list', 'consent']) assert.ok(await box(tab, id).isChecked());
      }
      await other.reload();
      await other.locator('.count', { hasText: '3 of 37' }).waitFor();
    }));
});

describe('storage that is blocked', () => {
  it('leaves the list usable, and is told', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    // A sandboxed frame has no storage: the very look at it throws.
    await page.setContent(`<iframe sandbox="allow-scripts" src="${site.address}/"></iframe>`);
    const frame = page.frameLocator('iframe');
    await frame.locator('.keeping', { hasText: 'not saved on this device' }).waitFor();
    await tick(frame, 'price');
    await frame.locator('.count', { hasText: '1 of 37' }).waitFor();
    assert.deepEqual(errors, []);
    await context.close();
  });
});

describe('another device', () => {
  /** The dark modules of the drawing, as a camera would see them. */
  async function scan(page) {
    const { size, path: drawing } = await page.locator('.qr-code').evaluate((svg) => ({
      size: svg.viewBox.baseVal.width,
      path: svg.querySelector('path').getAttribute('d'),
    }));
    const scale = 4;
    const width = size * scale;
    const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
    for (const [, x, y] of drawing.matchAll(/M(\d+) (\d+)/g))
      for (let row = 0; row < scale; row++)
        for (let column = 0; column < scale; column++)
          pixels.fill(
            0,
            ((y * scale + row) * width + x * scale + column) * 4,
            ((y * scale + row) * width + x * scale + column) * 4 + 3,
          );
    return jsQR(pixels, width, width)?.data;
  }

  it('gets the list by a picture, asks before it takes it, and loses no tick', () =>
    visit(
      async (page) => {
        await page.getByLabel('Date of your procedure').fill('2026-11-22');
        for (const id of ['price', 'med-list']) await tick(page, id);
        await openTools(page);
        await page.getByRole('button', { name: 'Move to my phone' }).click();
        const link = await scan(page);
        assert.equal(link, await page.getByLabel('Link with your ticks').inputValue());
        assert.equal(
          link,
          `${site.address}/#stemcell-move=version=1&date=2026-11-22&done=price&done=med-list`,
        );

        await visit(
          async (phone) => {
            const asked = [];
            phone.on('request', (request) => asked.push(request.url()));
            await tick(phone, 'ride-help');
            await phone.goto('about:blank');
            await phone.goto(link);
            const heading = phone.getByRole('heading', {
              name: 'This link brings a list from another device',
            });
            await heading.waitFor();
            assert.ok(await heading.evaluate((element) => element.getRootNode().activeElement === element));
            assert.equal(await stored(phone), 'version=1&done=ride-help');
            await phone.getByRole('button', { name: 'Yes, use it here' }).click();
            assert.equal(
              await stored(phone),
              'version=1&date=2026-11-22&done=ride-help&done=price&done=med-list',
            );
            assert.equal(new URL(phone.url()).hash, '');
            await heading.waitFor({ state: 'detached' });
            await phone.reload();
            await phone.locator('.count', { hasText: '3 of 37' }).waitFor();
            assert.equal(await heading.count(), 0);
            assert.ok(
              asked.every((url) => !url.includes('price')),
              asked.join('\n'),
            );
          },
          { viewport: { width: 390, height: 800 } },
        );
      },
      { at: new Date('2026-11-10T12:00:00Z') },
    ));

  it('is left as it is if the visitor says no', () =>
    visit(
      async (page) => {
        await page.getByRole('button', { name: 'No, leave my list as it is' }).click();
        assert.equal(await stored(page), null);
        assert.equal(new URL(page.url()).hash, '');
      },
      { address: '/#stemcell-move=version=1&done=price' },
    ));

  it('is asked also when the link is opened in a page that is there already', () =>
    visit(async (page) => {
      await page.evaluate(() => (location.hash = '#stemcell-move=version=1&done=price'));
      await page.getByRole('heading', { name: 'This link brings a list' }).waitFor();
    }));

  it('takes no notice of a link that carries nothing it can read', () =>
    visit(
      async (page) => {
        await openTools(page);
        await page.getByRole('button', { name: 'Move to my phone' }).waitFor();
        assert.equal(await page.getByRole('heading', { name: 'This link brings a list' }).count(), 0);
      },
      { address: '/#stemcell-move=version=99&done=%3Cimg%20src=x%20onerror=alert(1)%3E' },
    ));

  it('can scan a list on which all is done', () =>
    visit(async (page) => {
      await page.evaluate(() =>
        document
          .querySelector('stemcell-checklist')
          .shadowRoot.querySelectorAll('input[type="checkbox"]')
          .forEach((each) => each.click()),
      );
      await openTools(page);
      await page.getByRole('button', { name: 'Move to my phone' }).click();
      assert.equal((await scan(page)).match(/done=/g).length, 37);
    }));
});

describe('the calendar', () => {
  it('is a file with a neutral name, of the days to come', () =>
    visit(
      async (page) => {
        await openTools(page);
        const downloading = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Add to my calendar' }).click();
        const download = await downloading;
        assert.equal(download.suggestedFilename(), 'my-list.ics');
        const text = await page.evaluate(() => document.querySelector('stemcell-checklist').calendar());
        assert.match(text, /^BEGIN:VCALENDAR\r\n/);
        assert.match(text, /DTSTART;VALUE=DATE:20261129\r\n/);
        assert.doesNotMatch(text, /DTSTART;VALUE=DATE:202611(0|1|2[0-6])/);
      },
      { address: '/dated.html', at: new Date('2026-11-27T12:00:00Z'), timezoneId: 'Pacific/Auckland' },
    ));

  it('is empty without a date, and the visitor is told to give one', () =>
    visit(async (page) => {
      assert.equal(await page.evaluate(() => document.querySelector('stemcell-checklist').calendar()), '');
      await openTools(page);
      await page.getByText('first give the date of your procedure').waitFor();
    }));
});

describe('paper', () => {
  /** The PDF of what the button prints: its frame, laid out as a page of its own. */
  async function printed(page, name) {
    await page.evaluate(() => {
      HTMLIFrameElement.prototype.remove = () => {};
    });
    await page.getByRole('button', { name, exact: true }).click();
    const frame = page.locator('iframe.sheet').last();
    await frame.waitFor({ state: 'attached' });
    const sheet = await frame.evaluate(({ contentDocument }) => ({
      markup: contentDocument.documentElement.outerHTML,
      styles: [...contentDocument.adoptedStyleSheets]
        .flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText))
        .join('\n'),
    }));
    const paper = await page.context().newPage();
    await paper.setContent(sheet.markup);
    await paper.addStyleTag({ content: sheet.styles });
    const file = await paper.pdf({ format: 'Letter', preferCSSPageSize: true });
    await paper.close();
    return file;
  }

  const check = (file, ticks) => {
    const pages = pdfPages(file);
    assert.ok(pages <= 2, `${pages} pages`);
    const text = pdfText(file);
    const order = [
      'Rivertown Joint Clinic',
      'Emergency: 911',
      'Clinic: (555) 010-0100',
      '(555) 010-0199',
      'Warning signs',
      'trouble breathing',
      'Before your procedure',
      'Have your 6-month visit',
    ];
    const places = order.map((each) => text.indexOf(withoutSpaces(each)));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      `${order}: ${places}`,
    );
    assert.equal((text.match(/✓/g) ?? []).length, ticks);
    assert.doesNotMatch(text, /Thepageoftheclinic|undefined|\{/);
    return text;
  };

  it('has the ticks or none, two pages at most, what may save a life first, and every task', () =>
    visit(
      async (page) => {
        await page.getByRole('button', { name: 'Before your procedure' }).click();
        for (const id of ['price', 'med-list']) await tick(page, id);
        await openTools(page);
        const labels = await page
          .locator('.phase input[id^="stemcell-task-"]')
          .evaluateAll((boxes) =>
            boxes.map((each) => each.labels[0].textContent.replace(/\s+/g, ' ').trim()),
          );
        const withTicks = check(await printed(page, 'Print with my ticks'), 2);
        const blank = check(await printed(page, 'Print without ticks'), 0);
        const bare = (text) => withoutSpaces(text).replaceAll('-', '');
        for (const text of [withTicks, blank]) {
          assert.ok(labels.length > 30);
          for (const label of labels) assert.ok(bare(text).includes(bare(label)), label);
          assert.match(text, /Nov23.24/);
          assert.match(text, /Procedure:November22,2026/);
        }
      },
      { address: '/dated.html', at: new Date('2026-11-22T12:00:00Z') },
    ));

  it('of the page itself, printed with the browser, shows every task', () =>
    visit(
      async (page) => {
        const text = pdfText(await page.pdf());
        for (const shown of ['Get the full price in writing', 'Have your 6-month visit', 'trouble breathing'])
          assert.ok(text.includes(withoutSpaces(shown)), shown);
        for (const control of ['Take it with you', 'Clear from this device', 'Today as well'])
          assert.ok(!text.includes(withoutSpaces(control)), control);
      },
      { address: '/dated.html', at: new Date('2026-11-27T12:00:00Z') },
    ));
});

describe('a storage of the page’s own', () => {
  it('is read, written and asked again, and the device keeps nothing', () =>
    visit(async (page) => {
      await page.evaluate(() => {
        window.account = { text: 'version=1&done=pillow', isOnline: true };
        document.querySelector('stemcell-checklist').storageAdapter = {
          load: async () => window.account.text,
          save: async (text) => {
            if (!window.account.isOnline) throw new Error('offline');
            window.account.text = text;
          },
        };
      });
      const first = page.getByRole('checkbox').first();
      await page.getByText('Your ticks are kept by this website.').waitFor();
      const id = (await first.getAttribute('id')).replace('stemcell-task-', '');
      await tick(page, id);
      await page.waitForFunction(
        (wanted) => window.account.text === wanted,
        `version=1&done=pillow&done=${id}`,
      );
      await page.evaluate(() => (window.account.isOnline = false));
      await tick(page, id);
      await page.getByRole('alert').filter({ hasText: 'not saved yet' }).waitFor();
      await page.evaluate(() => (window.account.isOnline = true));
      await page.waitForFunction(() => window.account.text === 'version=1&done=pillow');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      assert.equal(await stored(page), null);
    }));
});

describe('the file beside the script', () => {
  it('is not asked for before somebody wants it, and asked for on the way to the button', () =>
    visit(async (page) => {
      const loaded = () =>
        page.evaluate(
          () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('carry')).length,
        );
      assert.equal(await loaded(), 0);
      await page.getByRole('button', { name: 'Take it with you' }).focus();
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('carry')),
      );
    }));

  it('is told of when it cannot be had, and print still works', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.route('**/parts/carry.js', (route) => route.abort());
    await page.addInitScript(() => (window.print = () => (window.printed = true)));
    await page.goto(site.address);
    await openTools(page);
    await page.getByText('These tools did not load').waitFor();
    await page.evaluate(() => document.querySelector('stemcell-checklist').print());
    assert.equal(await page.evaluate(() => window.printed), true);
    assert.equal(await page.evaluate(() => document.querySelector('stemcell-checklist').calendar()), '');
    assert.deepEqual(errors, []);
    await context.close();
  });
});
