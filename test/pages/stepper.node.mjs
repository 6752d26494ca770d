import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { openBrowser } from '../support/open-browser.mjs';
import { pdfText, withoutSpaces } from '../support/pdf-text.mjs';

// The stepper of the built script on a page: paper, forced colours, 400 % zoom, a policy, what is loaded and when.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const guideFile = new URL('../../src/content/en.json', import.meta.url);

const pageOf = (
  attributes = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clinic</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script src="stemcell-guide.js" defer></script></head><body>
<stemcell-stepper pathway="fat" ${attributes}></stemcell-stepper></body></html>`;

let folder;
let site;
let browser;
let stages;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stepper-'));
  await writeFile(path.join(folder, 'index.html'), pageOf());
  await writeFile(path.join(folder, 'here.html'), pageOf('current="processing"'));
  const policy = "default-src 'none'; script-src 'self'; img-src data:";
  site = await serve({
    root: [folder, dist],
    headers: { '/here.html': { 'content-security-policy': policy } },
  });
  browser = await openBrowser('chromium');
  ({ stages } = JSON.parse(await readFile(guideFile, 'utf8')));
});

after(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

async function visit(check, { address = '/', ...options } = {}) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const troubles = [];
    const requests = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(site.address + address);
    await page.locator('stemcell-stepper .stage').first().waitFor({ state: 'attached' });
    await check(page, requests);
    assert.deepEqual(troubles, []);
  } finally {
    await context.close();
  }
}

describe('the stepper on a page', () => {
  it('has every stage on paper, with its number and all that is told', () =>
    visit(async (page) => {
      const text = pdfText(await page.pdf({ format: 'Letter' }));
      const has = (words) => text.includes(withoutSpaces(words));
      stages.forEach(({ summary, happens, ask, milestones = [], variations }, index) => {
        assert.ok(has(`Stage ${index + 1} of 6`), `number ${index + 1}`);
        const own = variations?.fat ?? {};
        const told = [own.summary ?? summary, ...happens, ...(own.happens ?? []), ...ask];
        for (const line of [...told, ...milestones.map((milestone) => milestone.text)])
          assert.ok(has(line), line);
      });
      assert.ok(!has('Next:'));
      assert.ok(!has('Copy link'));
    }));

  it('loads the drawing when it is opened, not before, and needs no leave for styles', () =>
    visit(
      async (page, requests) => {
        assert.deepEqual(requests, ['/here.html', '/stemcell-guide.js']);
        await page.getByRole('button', { name: 'The times at a glance' }).click();
        await page.getByText('About 1–3 hours in all').waitFor();
        assert.deepEqual(requests.slice(2), ['/parts/planning.js']);
        await page.getByRole('button', { name: 'Questions to take to your visit' }).click();
        await page.getByRole('checkbox', { name: 'What are my other choices?', exact: true }).check();
        await page.getByText('Your list (1)').waitFor();
        assert.equal(requests.length, 3);
      },
      { address: '/here.html' },
    ));

  it('shows which stage is current in forced colours', () =>
    visit(
      async (page) => {
        const looks = await page.locator('stemcell-stepper ol button').evaluateAll((buttons) =>
          buttons.map((button) => {
            const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
            const icon = button.querySelector('.marker svg');
            return {
              border: borderTopStyle === 'solid' ? borderTopWidth : '0px',
              isDrawn:
                getComputedStyle(icon).stroke !== getComputedStyle(icon.closest('.marker')).backgroundColor,
            };
          }),
        );
        assert.deepEqual(
          looks.map(({ border }) => border),
          ['0px', '0px', '3px', '0px', '0px', '0px'],
        );
        for (const { isDrawn } of looks) assert.ok(isDrawn);
      },
      { address: '/here.html', forcedColors: 'active' },
    ));

  it('has no sideways scroll at 320 pixels, in any stage, nor with all of them and what is opened', () =>
    visit(
      async (page) => {
        const isWider = () =>
          page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        await page.getByRole('button', { name: 'Show all stages' }).click();
        assert.equal(await isWider(), false);
        await page.getByRole('button', { name: 'The times at a glance' }).click();
        await page.getByText('About 1–3 hours in all').waitFor();
        assert.equal(await isWider(), false);
      },
      { viewport: { width: 320, height: 640 } },
    ));

  it('leaves the stages that are not shown out of the accessibility tree', () =>
    visit(async (page) => {
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const named = (role) =>
        nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value);
      assert.deepEqual(
        named('heading').filter((name) => stages.some(({ title }) => name === title)),
        ['First visit and check-up'],
      );
      assert.equal(named('region').filter((name) => !name).length, 0);
    }));
});
