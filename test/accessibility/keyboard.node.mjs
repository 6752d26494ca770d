import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { guestEngines, openGuestBrowser } from '../support/guest-browser.mjs';
import { openSite } from '../support/guest-site.mjs';
import { pageOfState } from './states.mjs';

// Are the stops of the Tab key those that the README lists, forwards and backwards, in every engine?

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, chapter] = readme.split('\n### By keyboard\n');
const section = chapter.split(/\n##+ /)[0];

/** Those of one table: the first column. */
const stopsBelow = (start) =>
  section
    .slice(section.indexOf(start))
    .split('\n\n')[1]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((row) => row.split('|')[1].trim());

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A row as a pattern for lines such as `button Next: Collecting bone marrow`. */
function patternOf(stop) {
  const [, each, kind, name, when] =
    /^(each )?(\w+) "(.*)"(?: (\(.*\)))?$/.exec(stop) ?? assert.fail(`no stop: ${stop}`);
  const words = name.split('…').map(escape).join('.+');
  return { pattern: `${kind} ${words}\\n`, each: Boolean(each), optional: Boolean(when) };
}

/** What the stops of a table look like, one after the other. */
function sequenceOf(stops) {
  const groups = [];
  for (const stop of stops) {
    const inner = stop.startsWith('→ ');
    const own = patternOf(inner ? stop.slice(2) : stop);
    if (inner) groups.at(-1).inside.push(own.pattern);
    else groups.push({ ...own, inside: [] });
  }
  return groups
    .map(({ pattern, each, optional, inside }) => {
      const quantity = each ? (optional ? '*' : '+') : optional ? '?' : '';
      return `(?:${pattern}(?:${inside.join('|')})*)${quantity}`;
    })
    .join('');
}

const around = stopsBelow('Around every element');
const place = around.indexOf('the stops of the element');
const inAnyElement = (sequence) =>
  new RegExp(`^${sequenceOf(around.slice(0, place))}${sequence}${sequenceOf(around.slice(place + 1))}$`);
const own = Object.fromEntries(
  ['stepper', 'faq', 'checklist'].map((element) => [
    element,
    sequenceOf(stopsBelow(`\`<stemcell-${element}>\`:`)),
  ]),
);

const walks = {
  ...own,
  guide: own.stepper + own.faq + own.checklist,
};

/** Runs in the page: what has the focus, as the README names it. */
function focusedStop() {
  let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === document.body || at.matches('.end')) return null;
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  const isBox = /checkbox/.test(at.type);
  const kind =
    at.localName === 'button'
      ? 'button'
      : at.localName === 'a'
        ? 'link'
        : isBox
          ? 'box'
          : at.type === 'radio'
            ? 'choice'
            : 'field';
  // A field for a date is several stops to some engines.
  window.lastStop = at;
  return `${kind} ${text(at.labels?.[0] ?? at)}`;
}

const press = {
  async webkit(page, back) {
    const key = (type, value) => ({ type, value });
    const shift = '\uE008';
    const tab = '\uE004';
    const actions = [key('keyDown', tab), key('keyUp', tab)];
    if (back) {
      actions.unshift(key('keyDown', shift));
      actions.push(key('keyUp', shift));
    }
    await page.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  },
  playwright: (page, back) => page.tab.keyboard.press(back ? 'Shift+Tab' : 'Tab'),
};

/** Every stop from one end of the page to the other. */
async function walk(page, back) {
  const go = press[page.engine] ?? press.playwright;
  await page.run((back) => document.querySelectorAll('.end')[back ? 1 : 0].focus(), back);
  const stops = [];
  for (let steps = 0; steps < 400; steps++) {
    await go(page, back);
    const stop = await page.run(focusedStop);
    if (stop === null) return stops;
    // The parts of a field for a date have the focus one after the other.
    if (stop !== stops.at(-1) || !stop.startsWith('field')) stops.push(stop);
  }
  throw new Error(`no end after ${stops.length} stops`);
}

for (const engine of guestEngines)
  describe(`the Tab key in ${engine}`, () => {
    let site, browser;
    before(async () => {
      const pages = Object.fromEntries(
        Object.keys(walks).map((element) => [
          `/${element}.html`,
          pageOfState({ element, src: '', level: 2 })
            .replace('<main>', '<button class="end">Start</button><main>')
            .replace('</main>', '</main><button class="end">End</button>'),
        ]),
      );
      site = await openSite(pages);
      browser = await openGuestBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const [element, sequence] of Object.entries(walks))
      it(`stops in <stemcell-${element}> where the README says, both ways`, async () => {
        const page = await browser.open(`${site.address}/${element}.html`);
        await page.until(
          (element) =>
            document.querySelector(`stemcell-${element}`).shadowRoot?.textContent.includes('Sources'),
          element,
        );
        // The search comes with a file of its own, once the visitor comes near.
        if (/faq|guide/.test(element))
          await page.until((element) => {
            const host = document.querySelector(`stemcell-${element}`);
            const faq = host.shadowRoot.querySelector('stemcell-faq') ?? host;
            faq.scrollIntoView();
            return faq.shadowRoot?.getElementById('search');
          }, element);
        const forwards = await walk(page, false);
        const backwards = await walk(page, true);
        assert.match(forwards.map((stop) => `${stop}\n`).join(''), inAnyElement(sequence));
        assert.deepEqual(backwards.reverse(), forwards);
        console.log(`  ${engine}, <stemcell-${element}>: ${forwards.length} stops, both ways`);
        await page.close();
      });
  });
