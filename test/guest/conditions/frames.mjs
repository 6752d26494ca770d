import assert from 'node:assert/strict';
import { fileOfDist, ourScript, pageOf } from '../../support/guest-site.mjs';

// Security and privacy 5 and 6, and the page for sites that allow nothing but an iframe.

const wide = ' width="600" height="300" style="border: 0"';
const frameOf = (address, attributes = '') =>
  `<iframe src="${address}" title="Questions"${wide}${attributes}></iframe>`;

/** The height that a frame was given; at first that is of what little it shows. */
const settledHeight = () => {
  const frame = document.querySelector('iframe');
  const height = frame.style.height ? Math.round(frame.getBoundingClientRect().height) : 0;
  return height > 600 && height;
};

/** What stands in a frame of the same origin. */
const widgetInFrame = () => {
  const page = document.querySelector('iframe').contentDocument;
  const element = page?.querySelector('main > *');
  return (
    element?.shadowRoot?.querySelector('.root') && {
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      children: page.querySelectorAll('main *').length,
      style: page.documentElement.getAttribute('style'),
      lang: page.documentElement.lang,
      dir: page.documentElement.dir,
      text: element.shadowRoot.textContent,
      root: getComputedStyle(element.shadowRoot.querySelector('.root')).color,
    }
  );
};

async function openFrame(guest, query) {
  const site = await guest.site({ '/': pageOf({ body: frameOf(`/embed.html?${query}`) }) });
  const page = await guest.page(site.address);
  return page.until(widgetInFrame);
}

/** Two sites, so that page and frame have different origins; the page runs the frame's script, as a snippet would. */
async function openElsewhere(guest, { query = 'widget=faq', attributes = '', script = true } = {}) {
  const theirs = await guest.site();
  const own = script ? `<script src="${theirs.address}/stemcell-guide.js" defer></script>` : '';
  // Files beside the script are modules, and those need leave to be used by another site.
  for (const file of ['/parts/size-frames.js', '/parts/source-list.js']) {
    theirs.content[file] = {
      body: await fileOfDist(file.slice(1)),
      headers: { 'access-control-allow-origin': '*' },
    };
  }
  const site = await guest.site({
    '/': pageOf({ head: own, body: frameOf(`${theirs.address}/embed.html?${query}`, attributes) }),
  });
  return { page: await guest.page(site.address), theirs, site };
}

/** A frame that lies about its height. */
const liar = (message) =>
  `<!doctype html><title>Liar</title><script>setInterval(function () { parent.postMessage(${message}, '*') }, 50)</script>`;

async function expectUnmoved(guest, body, pages) {
  const site = await guest.site({ ...pages, '/': pageOf({ head: ourScript, body }) });
  const page = await guest.page(site.address);
  await page.run(() => {
    window.heard = 0;
    addEventListener('message', () => window.heard++);
  });
  await page.until(() => window.heard > 30);
  const heights = await page.run(() =>
    [...document.querySelectorAll('iframe')].map((frame) => frame.style.height),
  );
  assert.deepEqual(
    heights.filter((height) => height !== ''),
    [],
  );
}

export const frames = [
  {
    name: 'one widget with the settings of its address',
    async run(guest) {
      const { tag, attributes, lang, dir, root } = await openFrame(
        guest,
        'widget=checklist&pathway=donor&region=gb&clinic-name=Rivertown%20%26%20Sons&clinic-phone=(555)%20010-0100&heading-level=3' +
          '&procedure-date=2026-11-22&storage=session&lang=en-GB&dir=rtl&text=%23123456',
      );
      assert.deepEqual([tag, lang, dir, root], ['stemcell-checklist', 'en-GB', 'rtl', 'rgb(18, 52, 86)']);
      assert.deepEqual(attributes, {
        pathway: 'donor',
        region: 'gb',
        'clinic-name': 'Rivertown & Sons',
        'clinic-phone': '(555) 010-0100',
        'heading-level': '3',
        'procedure-date': '2026-11-22',
        storage: 'session',
      });
    },
  },
  {
    name: 'an address with anything else in it',
    async run(guest) {
      const hostile = new URLSearchParams({
        widget: 'faq onload=alert(1)',
        pathway: '"><img src=x onerror=alert(1)>',
        'clinic-phone': 'javascript:alert(1)',
        'clinic-url': 'javascript:alert(1)',
        'clinic-email': 'a@b?subject=x<script>',
        'emergency-number': '911; rm',
        'clinic-name': '\u202egro.live',
        onclick: 'alert(1)',
        style: 'display:none',
        src: 'https://evil.example/guide.json',
        guide: '{}',
        innerHTML: '<img>',
        __proto__: 'x',
        accent: 'red;background:url(//evil.example)',
        surface: 'url(//evil.example)',
        lang: 'en"><script>',
        dir: 'auto',
        'color-scheme': 'dark; x: y',
        'procedure-date': '2026-02-30',
      });
      const { tag, attributes, children, style, lang, dir } = await openFrame(guest, hostile);
      assert.deepEqual(
        { tag, attributes, children, style, lang, dir },
        { tag: 'stemcell-guide', attributes: {}, children: 2, style: null, lang: 'en-US', dir: '' },
      );
    },
  },
  {
    name: 'opened outside a frame, it takes no names and numbers from its address',
    async run(guest) {
      const site = await guest.site();
      const page = await guest.page(
        `${site.address}/embed.html?widget=checklist&pathway=fat&clinic-phone=555&emergency-number=123`,
      );
      const text = await page.until(
        () => document.querySelector('stemcell-checklist')?.shadowRoot?.textContent,
      );
      assert.doesNotMatch(text, /555|123/);
      assert.equal(
        await page.run(() => document.querySelector('stemcell-checklist').getAttribute('pathway')),
        'fat',
      );
    },
  },
  {
    name: 'the page’s script gives a frame of another origin its height',
    async run(guest) {
      const { page } = await openElsewhere(guest);
      const height = await page.until(settledHeight);
      assert.ok(height > 600, `${height} px`);
    },
  },
  {
    name: 'a script that comes long after the frame',
    async run(guest) {
      const { page, theirs } = await openElsewhere(guest, { script: false });
      await page.until(() => document.querySelector('iframe').src && document.readyState === 'complete');
      await page.run((address) => {
        setTimeout(() => {
          const script = document.createElement('script');
          script.src = `${address}/stemcell-guide.js`;
          document.head.append(script);
        }, 600);
      }, theirs.address);
      assert.ok((await page.until(settledHeight)) > 600);
    },
  },
  {
    name: 'sandbox without allow-same-origin: works, sized, says what is not saved',
    async run(guest) {
      const { page } = await openElsewhere(guest, {
        query: 'widget=checklist',
        attributes: ' sandbox="allow-scripts allow-popups"',
      });
      assert.ok((await page.until(settledHeight)) > 600);
      if (!page.tab)
        return 'holds (seen from outside; this engine’s driver does not look into frames of other origins)';
      const frame = page.tab.frames()[1];
      const text = await frame.evaluate(async () => {
        const checklist = document.querySelector('stemcell-checklist');
        checklist.shadowRoot.querySelector('[part~=task] input').click();
        await checklist.updateComplete;
        return checklist.shadowRoot.textContent;
      });
      assert.match(text, /Your ticks are not saved on this device/);
    },
  },
  {
    name: 'no script on the page: a fixed height that scrolls',
    async run(guest) {
      const site = await guest.site({ '/': pageOf({ body: frameOf('/embed.html?widget=stepper') }) });
      const page = await guest.page(site.address);
      await page.until(widgetInFrame);
      const [height, scrollable, sideways] = await page.run(() => {
        const frame = document.querySelector('iframe');
        const inner = frame.contentDocument.documentElement;
        return [
          frame.clientHeight,
          inner.scrollHeight > inner.clientHeight,
          inner.scrollWidth > inner.clientWidth,
        ];
      });
      assert.deepEqual([height, scrollable, sideways], [300, true, false]);
    },
  },
  {
    name: 'a frame that is not ours gets nothing',
    run: (guest) =>
      expectUnmoved(guest, frameOf('/liar.html'), { '/liar.html': liar('{ stemcellHeight: 5000 }') }),
  },
  {
    name: 'a frame of another origin cannot speak for ours',
    async run(guest) {
      const theirs = await guest.site({ '/embed.html': liar('{ stemcellHeight: 5000 }') });
      await expectUnmoved(
        guest,
        `${frameOf(`${theirs.address}/embed.html?widget=faq`)}<iframe src="/empty.html"></iframe>`,
        {
          '/empty.html': '<!doctype html><title>Empty</title>',
        },
      );
    },
  },
  {
    name: 'the page itself cannot speak for a frame, nor a sandboxed one for one that is not',
    async run(guest) {
      const body =
        frameOf('/embed.html?widget=faq', ' sandbox=""') +
        `<script>setInterval(function () { postMessage({ stemcellHeight: 5000 }, '*') }, 50)</script>`;
      await expectUnmoved(guest, body);
    },
  },
  {
    name: 'a height is a number within bounds',
    async run(guest) {
      const messages = [
        '"stemcellHeight"',
        '{ stemcellHeight: "5000" }',
        '{ stemcellHeight: NaN }',
        '{ stemcellHeight: -5 }',
        'null',
        '{ stemcellHeight: { valueOf: 1 } }',
      ];
      const body = messages.map((_, index) => frameOf(`/embed.html?${index}`)).join('');
      await expectUnmoved(guest, body, { '/embed.html': liar(`[${messages}][location.search.slice(1)]`) });
      const site = await guest.site({
        '/embed.html': liar('{ stemcellHeight: Infinity }'),
        '/': pageOf({ head: ourScript, body: frameOf('/embed.html?x') }),
      });
      const page = await guest.page(site.address);
      assert.equal(await page.until(settledHeight), 30_000);
    },
  },
];
