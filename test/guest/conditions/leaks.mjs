import assert from 'node:assert/strict';
import { ourScript, pageOf } from '../../support/guest-site.mjs';
import { deafWhenGone } from './lives.mjs';

// Guest manners 7: what 100 elements leave behind once they have gone, as the engine itself counts it.

const cannot = (guest) =>
  guest.engine !== 'chromium' &&
  'no way to make this engine collect its garbage and count what is left; its listeners are counted above';

/** What lives in the page after the garbage has been collected. */
async function measure(session) {
  // A second round gets what the first one's finalizers let go.
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    listeners: value('JSEventListeners'),
    nodes: value('Nodes'),
    kilobytes: value('JSHeapUsedSize') / 1024,
  };
}

async function openMeasured(guest, before = '') {
  const site = await guest.site({
    '/': pageOf({ head: before + ourScript, body: '<div id="slot"></div><div id="other"></div>' }),
  });
  const page = await guest.page(site.address);
  await page.until(() => Boolean(customElements.get('stemcell-guide')));
  const session = await page.context.newCDPSession(page.tab);
  await session.send('Performance.enable');
  return { page, session };
}

const ways = {
  'put in and taken out': async (slot, _other, tag) => {
    const element = document.createElement(tag);
    slot.append(element);
    await element.updateComplete;
    element.remove();
  },
  moved: async (slot, other, tag) => {
    slot.innerHTML = `<${tag}></${tag}>`;
    const element = slot.firstChild;
    await element.updateComplete;
    for (let times = 0; times < 3; times++) {
      other.append(element);
      slot.append(element);
    }
    await element.updateComplete;
    slot.textContent = '';
  },
  swapped: async (slot, _other, tag) => {
    slot.innerHTML = `<${tag}></${tag}>`;
    await slot.firstChild.updateComplete;
    slot.firstChild.shadowRoot.querySelector('button').click();
    await slot.firstChild.updateComplete;
    slot.innerHTML = `<${tag}></${tag}>`;
    await slot.firstChild.updateComplete;
    slot.textContent = '';
  },
};

/** What 100 rounds leave behind, after some that fill every cache. `isSmall` says whether that is nothing. */
async function growth({ page, session }, way, isSmall = () => true) {
  const rounds = (times) =>
    page.tab.evaluate(
      async ([source, count]) => {
        const round = (0, eval)(source);
        const [slot, other] = ['slot', 'other'].map((id) => document.getElementById(id));
        for (let number = 0; number < count; number++)
          for (const tag of ['stemcell-guide', 'stemcell-faq', 'stemcell-checklist', 'stemcell-stepper'])
            await round(slot, other, tag);
      },
      [`(${way})`, times],
    );
  await rounds(5);
  let found;
  // The engine has caches of its own, and fills them when it likes. What leaks, leaks each time.
  for (let times = 0; times < 3 && !(found && isSmall(found)); times++) {
    const before = await measure(session);
    await rounds(100);
    const after = await measure(session);
    found = Object.fromEntries(
      Object.keys(before).map((name) => [name, Math.round(after[name] - before[name])]),
    );
  }
  return found;
}

/** 100 elements that stay are 20,000 nodes and more than a megabyte. */
const isNothing = ({ listeners, nodes, kilobytes }) => listeners <= 5 && nodes <= 200 && kilobytes <= 300;

export const leaks = [
  ...Object.entries(ways).map(([name, way]) => ({
    name: `100 times ${name}`,
    cannot,
    async run(guest) {
      const grown = await growth(await openMeasured(guest), way, isNothing);
      const found = `grew by ${grown.listeners} listeners, ${grown.nodes} nodes, ${grown.kilobytes} kB`;
      assert.ok(isNothing(grown), found);
      return `holds: after 400 elements ${found}`;
    },
  })),
  {
    name: 'planted leaks are seen',
    cannot,
    async run(guest) {
      const found = await growth(await openMeasured(guest, deafWhenGone), ways['put in and taken out']);
      assert.ok(found.listeners >= 100 && found.nodes > 5000 && found.kilobytes > 300, JSON.stringify(found));
      const { listeners, nodes, kilobytes } = found;
      return `holds: the planted leak grew by ${listeners} listeners, ${nodes} nodes, ${kilobytes} kB`;
    },
  },
];
