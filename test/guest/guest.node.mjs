import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { guestEngines, openGuestBrowser } from '../support/guest-browser.mjs';
import { openSite } from '../support/guest-site.mjs';
import { builtins } from './conditions/builtins.mjs';
import { frames } from './conditions/frames.mjs';
import { integrity } from './conditions/integrity.mjs';
import { layout } from './conditions/layout.mjs';
import { leaks } from './conditions/leaks.mjs';
import { lives } from './conditions/lives.mjs';
import { pages } from './conditions/pages.mjs';
import { policies } from './conditions/policies.mjs';
import { privacy } from './conditions/privacy.mjs';
import { storage } from './conditions/storage.mjs';
import { styles } from './conditions/styles.mjs';

// The built script as a guest on pages of strangers: every condition on every engine, and one report of it all.
//
// A condition is `{ name, run, cannot }`. `run` gets a guest and throws if the script misbehaves; what it returns is a
// remark for the report. `cannot` looks whether the engine lacks what the condition needs, and names it: an engine that
// can must not be left out, so this is looked at each time and not written down.

const conditions = {
  'Styles of the page': styles,
  'Content policies': policies,
  'Changed builtins': builtins,
  'Kinds of pages': pages,
  'Coming and going': lives,
  'Leaving nothing behind': leaks,
  'Place on the page': layout,
  Storage: storage,
  Frames: frames,
  Integrity: integrity,
  'Security and privacy': privacy,
};

const report = new Map();
const wanted = process.env.CONDITION ?? '';

function note(name, engine, result) {
  report.set(name, { ...report.get(name), [engine]: result });
}

/** What a condition works with; what it opens is closed after it, however it ends. */
function makeGuest(engine, browser, shared) {
  const open = [];
  return {
    engine,
    browser,
    async site(pages) {
      const site = await openSite(pages);
      open.push(site);
      return site;
    },
    /** A site that stays for the conditions that follow, made by the first that asks for it. */
    async sharedSite(pages) {
      const key = JSON.stringify(pages);
      if (!shared.has(key)) shared.set(key, await openSite(pages));
      return shared.get(key);
    },
    async page(address, options) {
      const page = await browser.open(address, options);
      open.push(page);
      return page;
    },
    /** Another browser of the same engine, for what a running one cannot be told. */
    async otherBrowser(options) {
      const other = await openGuestBrowser(engine, options);
      open.push(other);
      return other;
    },
    async leave() {
      for (const opened of open.reverse()) await opened.close();
    },
  };
}

// The engines run side by side: most of the time goes by in waiting for pages.
describe('the script as a guest', { concurrency: guestEngines.length }, () => {
  for (const engine of guestEngines)
    describe(engine, { concurrency: 1 }, () => {
      let browser;
      before(async () => {
        browser = await openGuestBrowser(engine);
      });
      const shared = new Map();
      after(async () => {
        await browser?.close();
        for (const site of shared.values()) await site.close();
      });

      for (const [group, members] of Object.entries(conditions))
        for (const { name, run, cannot } of members) {
          const title = `${group}: ${name}`;
          if (!title.includes(wanted)) continue;
          it(`${title}, in ${engine}`, async () => {
            const guest = makeGuest(engine, browser, shared);
            note(title, engine, 'FAILS');
            try {
              const reason = await cannot?.(guest);
              note(title, engine, reason ? `cannot: ${reason}` : ((await run(guest)) ?? 'holds'));
            } finally {
              await guest.leave();
            }
          });
        }
    });
});

/** One table; long remarks stand under it. */
function printReport() {
  const remarks = [];
  const short = (result = 'not run') => {
    if (result.length <= 10) return result;
    if (!remarks.includes(result)) remarks.push(result);
    const number = remarks.indexOf(result) + 1;
    return `${result.startsWith('cannot') ? 'cannot' : 'holds'} (${number})`;
  };
  const width = Math.max(...[...report.keys()].map((name) => name.length));
  const line = (name, cells) =>
    console.log(`${name.padEnd(width)}  ${cells.map((cell) => cell.padEnd(12)).join('')}`);
  console.log('\nThe script as a guest: condition × engine');
  line('', guestEngines);
  for (const [name, results] of report)
    line(
      name,
      guestEngines.map((engine) => short(results[engine])),
    );
  remarks.forEach((remark, index) => console.log(`(${index + 1}) ${remark}`));
}

after(() => {
  printReport();
  assert.ok(report.size > 0, `no condition with "${wanted}" in its name`);
});
