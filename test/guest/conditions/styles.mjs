import assert from 'node:assert/strict';
import { fileOfPackage, ourScript, pageOf } from '../../support/guest-site.mjs';

// Guest manners 1: what a page's styles may change in our elements, and what not.

/** Everything that follows the page is pinned around the elements, so that whatever else changes is a leak. */
const pinned =
  'all: initial !important; display: block !important; direction: ltr !important;' +
  ' font: 16px/24px serif !important; color: rgb(20, 30, 40) !important;';

const elements = ['stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'];
const body = `<div id="pinned" style="${pinned}">${elements.map((tag) => `<${tag}></${tag}>`).join('')}</div>`;

const bundled = {
  'normalize.css': 'normalize.css/normalize.css',
  Bootstrap: 'bootstrap/dist/css/bootstrap.css',
  'Tailwind preflight': 'tailwindcss/preflight.css',
};

/** Properties that are inherited and not the page's to set here; each is put on everything with `!important`. */
const notOurs = {
  'text-transform': 'uppercase',
  'text-indent': '40px',
  'text-shadow': '2px 2px red',
  'text-align': 'center',
  'white-space': 'pre',
  'word-break': 'break-all',
  'user-select': 'none; -webkit-user-select: none',
  cursor: 'wait',
  'writing-mode': 'vertical-rl',
  '-webkit-text-fill-color': 'red',
};
/** In a vertical page the room for a horizontal element is another, and with it whether the stages stand in a row. */
const dependsOnRoom = { 'writing-mode': /^stemcell-stepper (ol|button|\.marker|\.icon) / };
const othersInherited =
  'font-style: italic; font-weight: 900; font-variant: small-caps; font-stretch: condensed; font-kerning: none; list-style: square inside;' +
  ' quotes: none; tab-size: 2; hyphens: auto; overflow-wrap: normal; line-break: anywhere; caret-color: red; border-collapse: collapse;' +
  ' border-spacing: 9px; caption-side: bottom; empty-cells: hide; orphans: 5; widows: 5; fill: red; stroke: red; stroke-width: 9px;' +
  ' text-emphasis: dot red; text-underline-offset: 9px; text-wrap: nowrap; -webkit-text-stroke: 2px red; text-orientation: upright; image-rendering: pixelated';
const notInherited =
  'margin: 9px; padding: 9px; border: 5px dashed red; border-radius: 50%; background: yellow; float: left; position: relative; display: inline-block;' +
  ' box-sizing: content-box; outline: 5px solid red; opacity: 0.5; overflow: hidden; box-shadow: 0 0 9px red;' +
  ' min-height: 90px; transform: rotate(1deg); filter: blur(1px); transition: all 9s; animation: none; vertical-align: super;' +
  ' appearance: none; accent-color: red; content-visibility: visible; flex: none; gap: 40px; clip-path: none; mix-blend-mode: normal';

const important = (declarations) => declarations.replaceAll(/(;|$)/g, ' !important$1');

/** The computed styles of key nodes, but for lengths that follow from the room there is. */
function readStyles() {
  const room =
    /^(width|height|inline-size|block-size|top|right|bottom|left|inset.*|perspective-origin|transform-origin|grid-template.*)$/;
  const nodes =
    '.root, h2, h3, p, small, ul, li, ol, .content a, button, .disclosure, .icon, fieldset, legend, .option, input, b, .notice, .warnings, .marker, .bar, .date input';
  const read = {};
  for (const element of document.querySelectorAll('#pinned > *'))
    for (const selector of nodes.split(', ')) {
      const node = element.shadowRoot.querySelector(selector);
      if (!node) continue;
      const style = getComputedStyle(node);
      for (const property of style)
        if (!room.test(property) && !property.startsWith('--'))
          read[`${element.localName} ${selector} ${property}`] = style.getPropertyValue(property);
    }
  return read;
}

const opened = new Map();

/** One page for all sheets, which are put in when everything stands, as a late sheet would be. */
async function openPlain(guest) {
  const site = await guest.sharedSite({ '/': pageOf({ head: `<style></style>${ourScript}`, body }) });
  const there = opened.get(guest.engine);
  const stands = there && (await there.page.run((address) => location.origin === address, site.address));
  if (stands) return there;
  const page = await guest.browser.open(site.address);
  await page.until(() =>
    [...document.querySelectorAll('#pinned > *')].every((element) =>
      element.shadowRoot?.querySelector('.root'),
    ),
  );
  // The search of a long list and the calendar of the date come once the visitor is near, and are among the nodes.
  for (const [tag, selector] of [
    ['stemcell-faq', '[type=search]'],
    ['stemcell-checklist', '[type=date]'],
  ])
    await page.until(
      ([tag, selector]) => {
        const element = document.querySelector(`#pinned ${tag}`);
        element.scrollIntoView();
        return element.shadowRoot.querySelector(selector);
      },
      [tag, selector],
    );
  opened.set(guest.engine, { page, plain: await page.run(readStyles) });
  return opened.get(guest.engine);
}

async function expectUntouched(guest, css, except) {
  const { page, plain } = await openPlain(guest);
  await page.run((text) => void (document.querySelector('style').textContent = text), css);
  const found = await page.run(readStyles);
  assert.ok(Object.keys(plain).length > 5000, 'the styles of too few nodes were read');
  const changed = Object.keys(plain).filter((name) => found[name] !== plain[name] && !except?.test(name));
  assert.deepEqual(
    changed.slice(0, 12).map((name) => `${name}: ${plain[name]} became ${found[name]}`),
    [],
  );
}

/** What the root of an element computes under the styles of a page. */
async function rootUnder(guest, css, properties, markup = '<main><stemcell-faq></stemcell-faq></main>') {
  const site = await guest.site({ '/': pageOf({ head: `<style>${css}</style>${ourScript}`, body: markup }) });
  const page = await guest.page(site.address);
  await page.until(() => document.querySelector('stemcell-faq').shadowRoot?.querySelector('.root'));
  const style = await page.run((names) => {
    const computed = getComputedStyle(
      document.querySelector('stemcell-faq').shadowRoot.querySelector('.root'),
    );
    return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]));
  }, properties);
  return { page, style };
}

const isShown = (page) => page.run(() => document.querySelector('stemcell-faq').getClientRects().length > 0);

export const styles = [
  { name: 'html { font-size: 62.5% }', run: (guest) => expectUntouched(guest, 'html { font-size: 62.5% }') },
  {
    name: '* { all: unset !important }',
    run: (guest) => expectUntouched(guest, '*, ::before, ::after { all: unset !important }'),
  },
  {
    name: '* { … !important }, not inherited',
    run: (guest) => expectUntouched(guest, `* { ${important(notInherited)} }`),
  },
  {
    name: '* { … !important }, inherited',
    run: (guest) => expectUntouched(guest, `* { ${important(othersInherited)} }`),
  },
  ...Object.entries(notOurs).map(([property, value]) => ({
    name: `* { ${property}: … !important }`,
    run: (guest) =>
      expectUntouched(guest, `* { ${important(`${property}: ${value}`)} }`, dependsOnRoom[property]),
  })),
  ...Object.entries(bundled).map(([name, file]) => ({
    name,
    run: async (guest) => expectUntouched(guest, await fileOfPackage(file)),
  })),
  {
    name: 'a leak would be seen',
    async run(guest) {
      // A colour is ours to follow and so gets through; the comparison must say so.
      await assert.rejects(expectUntouched(guest, 'stemcell-faq { color: red !important }'), /stemcell-faq/);
    },
  },
  {
    name: 'font, size, colour, line, letter and word spacing follow',
    async run(guest) {
      const page = 'font: 21px/33px monospace; color: rgb(1, 2, 3); letter-spacing: 2px; word-spacing: 3px';
      const names = ['font-family', 'font-size', 'color', 'line-height', 'letter-spacing', 'word-spacing'];
      const { style } = await rootUnder(guest, `main { ${page} }`, names);
      assert.deepEqual(style, {
        'font-family': 'monospace',
        'font-size': '21px',
        color: 'rgb(1, 2, 3)',
        'line-height': '33px',
        'letter-spacing': '2px',
        'word-spacing': '3px',
      });
    },
  },
  {
    name: 'our custom properties come before the page’s font and colour',
    async run(guest) {
      const css =
        'main { font-family: monospace; color: red } :root { --stemcell-font: serif; --stemcell-text: rgb(4, 5, 6) }';
      const { style } = await rootUnder(guest, css, ['font-family', 'color']);
      assert.deepEqual(style, { 'font-family': 'serif', color: 'rgb(4, 5, 6)' });
    },
  },
  {
    name: 'display: none of the page hides',
    async run(guest) {
      for (const css of [
        'stemcell-faq { display: none }',
        'main { display: none }',
        '* { display: none !important }',
      ]) {
        const { page } = await rootUnder(guest, css, []);
        assert.equal(await isShown(page), false, css);
      }
      const { page } = await rootUnder(guest, '', [], '<stemcell-faq hidden></stemcell-faq>');
      assert.equal(await isShown(page), false, 'hidden');
    },
  },
  {
    name: 'visibility: hidden of the page hides',
    async run(guest) {
      const { style } = await rootUnder(guest, 'main { visibility: hidden }', ['visibility']);
      assert.equal(style.visibility, 'hidden');
    },
  },
  {
    name: 'a slide out of sight takes no presses (pointer-events: none)',
    async run(guest) {
      const css =
        'main { position: absolute; inset: 0; opacity: 0; pointer-events: none } #below { position: absolute; inset: 0; width: 100% }';
      const { page } = await rootUnder(
        guest,
        css,
        [],
        '<button id="below">Below</button><main><stemcell-faq></stemcell-faq></main>',
      );
      assert.equal(await page.run(() => document.elementFromPoint(50, 50).id), 'below');
    },
  },
  {
    name: 'an inert region cannot be reached',
    async run(guest) {
      const { page } = await rootUnder(guest, '', [], '<main inert><stemcell-faq></stemcell-faq></main>');
      const focused = await page.run(() => {
        document.querySelector('stemcell-faq').shadowRoot.querySelector('button').focus();
        return document.activeElement.localName;
      });
      assert.equal(focused, 'body');
    },
  },
];
