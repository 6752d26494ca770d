import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../demo/serve.mjs';
import { violationsOf } from '../support/axe-on-page.mjs';
import { openBrowser, pageEngines } from '../support/open-browser.mjs';
import { pdfText, withoutSpaces } from '../support/pdf-text.mjs';
import { startWebKit } from '../support/webkit-driver.mjs';

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));

/** Words of one answer, and of no question. */
const sought = 'numbing shots first';
const textFragment = '#:~:text=' + encodeURIComponent(sought);

/** Runs in a page: the names of the open questions, and of those whose button and panel do not agree. */
const readState = `(() => {
  const shadow = document.querySelector('stemcell-faq').shadowRoot;
  const found = { open: [], lying: [] };
  for (const button of shadow.querySelectorAll('[part="question"]')) {
    const expanded = button.getAttribute('aria-expanded');
    const hidden = shadow.getElementById(button.getAttribute('aria-controls')).hasAttribute('hidden');
    const name = button.textContent.trim();
    if (expanded === 'true') found.open.push(name);
    if (expanded !== String(!hidden)) found.lying.push(name);
  }
  return found;
})()`;

const onlyItsAnswer = { open: ['Will it hurt?'], lying: [] };

/**
 * Runs in a page: gives it a hundred and twenty questions of one to four lines, has it scroll smoothly, as many
 * frameworks do, and waits until the last of them is there.
 */
const makeLong = `(async () => {
  const style = document.createElement('style');
  style.textContent = 'html { scroll-behavior: smooth } :root { --stemcell-sticky-offset: 100px }';
  document.head.append(style);
  const faq = document.querySelector('stemcell-faq');
  const asks = ['How long?', 'When may I drive a car again?', 'May I eat before it? ', 'What does it cost me? '];
  const questions = Array.from({ length: 120 }, (_, index) => ({
    id: 'q' + index,
    question: asks[index % 4].repeat(1 + (index % 4) * (1 + (index % 3))),
    answer: 'An answer.',
  }));
  faq.guide = { replace: ['questions'], questions };
  await faq.updateComplete;
  const frame = () => new Promise(requestAnimationFrame);
  while (!faq.shadowRoot.getElementById('stemcell-question-q119')) await frame();
  for (let frames = 0; frames < 5; frames++) await frame();
})()`;

/** Runs in a page, once that is done: follows a link past questions that are much higher than can be guessed. */
const followLink = `(async () => {
  const { shadowRoot } = document.querySelector('stemcell-faq');
  const style = document.createElement('style');
  style.textContent = '.block .item { min-block-size: 200px }';
  shadowRoot.append(style);
  location.hash = '#stemcell-question-q99';
  let top;
  for (let still = 0; still < 30; ) {
    await new Promise(requestAnimationFrame);
    const now = shadowRoot.activeElement?.getBoundingClientRect().top;
    still = now !== undefined && now === top ? still + 1 : 0;
    top = now;
  }
  return { id: shadowRoot.activeElement.id, isThere: Math.abs(top - 100) < 3, top };
})()`;

/** Runs in a page, once that is done: by how much what is not laid out is higher than the room that is kept for it. */
const readMiss = `(() => {
  const blocks = Array.from(document.querySelector('stemcell-faq').shadowRoot.querySelectorAll('.block'));
  const height = () => blocks.reduce((sum, block) => sum + block.getBoundingClientRect().height, 0);
  const kept = height();
  blocks.forEach((block) => (block.style.contentVisibility = 'visible'));
  return { blocks: blocks.length, miss: (height() - kept) / height() };
})()`;

function assertLands({ id, isThere, top }) {
  assert.equal(id, 'stemcell-question-q99');
  assert.ok(isThere, `the question is at ${top}`);
}

function assertRoom({ blocks, miss }) {
  assert.ok(blocks > 5, `only ${blocks} blocks`);
  assert.ok(Math.abs(miss) < 0.05, `what is out of sight is higher by ${miss}`);
}

async function until(read, isDone) {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (isDone(value) || tries > 600) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let site;
before(async () => (site = await serve({ root })));
after(() => site?.close());

const address = (rest = '') => `${site.address}/questions.html${rest}`;

for (const engine of pageEngines)
  describe(`the questions in ${engine}`, () => {
    let browser;
    before(async () => (browser = await openBrowser(engine)));
    after(() => browser?.close());

    async function open(rest, { prepare, ...options } = {}) {
      const page = await browser.newPage(options);
      page.problems = [];
      page.on('pageerror', (error) => page.problems.push(String(error)));
      await prepare?.(page);
      await page.goto(address(rest));
      return page;
    }

    it('open the answer that a text fragment points into, and the state follows', async () => {
      const page = await open(textFragment);
      const state = await until(
        () => page.evaluate(readState),
        ({ open }) => open.length,
      );
      assert.deepEqual(state, onlyItsAnswer);
      await page.close();
    });

    it('can be searched with the keyboard alone, and nothing is asked of the network', async () => {
      const page = await open();
      const search = page.getByRole('searchbox', { name: 'Search the questions' });
      await search.focus();
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.keyboard.type('IBUPRÖFEN');
      await page.getByText('1 of 16 questions').first().waitFor();
      assert.equal(await page.getByRole('button', { name: "Why can't I take ibuprofen?" }).count(), 1);
      assert.equal(await page.getByRole('button', { name: 'Will it hurt?' }).count(), 0);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Will it hurt?' }).waitFor();
      assert.deepEqual({ requests, address: page.url() }, { requests: [], address: address() });
      await page.close();
    });

    it('are all there where the search is not, and the visitor is told', async () => {
      const page = await open('', {
        prepare: (page) => page.route('**/parts/finder.js', (route) => route.abort()),
      });
      await page.getByText('The search did not load. All questions are below.').waitFor();
      await page.getByRole('button', { name: 'Will it hurt?' }).click();
      assert.deepEqual(await page.evaluate(readState), onlyItsAnswer);
      assert.deepEqual(await violationsOf(page), []);
      assert.deepEqual(page.problems, []);
      await page.close();
    });

    it('land below a sticky header when a link opens one', async () => {
      const header =
        'body::before { content: ""; position: fixed; inset: 0 0 auto; block-size: 90px; background: red }';
      const page = await open('', { viewport: { width: 700, height: 500 } });
      await page.addStyleTag({ content: `${header} :root { --stemcell-sticky-offset: 100px }` });
      await page.getByRole('searchbox').waitFor();
      await page.evaluate(() => (location.hash = '#stemcell-question-cost'));
      const top = await until(
        () =>
          page.evaluate(
            () =>
              document.querySelector('stemcell-faq').shadowRoot.activeElement?.getBoundingClientRect().top,
          ),
        (top) => top > 90 && top < 110,
      );
      assert.ok(top > 90 && top < 110, `the question is at ${top}`);
      await page.close();
    });

    it('are landed on where the list is long and the page scrolls smoothly', async () => {
      const page = await open('', { viewport: { width: 410, height: 800 } });
      await page.evaluate(makeLong);
      assertLands(await page.evaluate(followLink));
      await page.close();
    });

    it('have room kept as high as they are where the list is long, also when the page gets wider', async () => {
      for (const widths of [[410], [320, 900]]) {
        const page = await open('', { viewport: { width: widths[0], height: 800 } });
        await page.evaluate(makeLong);
        for (const width of widths.slice(1)) {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate(`(async () => {
            for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
          })()`);
        }
        assertRoom(await page.evaluate(readMiss));
        await page.close();
      }
    });

    it('fit a screen of 320 pixels with a word of 200 letters, and every target is 44 pixels high', async () => {
      const page = await open('', { viewport: { width: 320, height: 640 } });
      await page.getByRole('searchbox').waitFor();
      const { sideways, small } = await page.evaluate(async () => {
        const faq = document.querySelector('stemcell-faq');
        const long = 'x'.repeat(200);
        const guide = structuredClone(faq.content);
        guide.questions[0].question = guide.questions[0].answer = guide.categories[0].name = long;
        faq.guide = guide;
        faq.feedback = true;
        faq.expandAll();
        await faq.updateComplete;
        const targets = faq.shadowRoot.querySelectorAll('button, input[type="search"], .panel-content > a');
        const small = Array.from(targets).filter((target) => target.getBoundingClientRect().height < 44);
        return {
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          small: small.map((target) => target.textContent.trim()),
        };
      });
      assert.equal(sideways, 0);
      assert.deepEqual(small, []);
      await page.close();
    });
  });

describe('the questions in webkit', () => {
  it('open the answer that a text fragment points into, and the state follows', async () => {
    const webkit = await startWebKit();
    const read = () => webkit.send('POST', '/execute/sync', { script: `return ${readState}`, args: [] });
    try {
      await webkit.send('POST', '/url', { url: address(textFragment) });
      const state = await until(
        () => read().catch(() => ({ open: [] })),
        ({ open }) => open.length,
      );
      assert.deepEqual(state, onlyItsAnswer);
    } finally {
      await webkit.close();
    }
  });

  for (const [name, script, check] of [
    ['are landed on where the list is long and the page scrolls smoothly', followLink, assertLands],
    ['have room kept as high as they are where the list is long', readMiss, assertRoom],
  ])
    it(name, async () => {
      const webkit = await startWebKit();
      const run = (script) => webkit.send('POST', '/execute/sync', { script: `return ${script}`, args: [] });
      try {
        await webkit.send('POST', '/url', { url: address() });
        const isThere = "!!document.querySelector('stemcell-faq')?.content";
        await until(() => run(isThere).catch(() => false), Boolean);
        await run(makeLong);
        check(await run(script));
      } finally {
        await webkit.close();
      }
    });
});

describe("the browser's own search", () => {
  // Only Firefox lets a script use the search that opens what is `until-found`. In the others the text fragment above
  // goes the same way: the browser fires "beforematch" at the panel.
  it('opens the answer in Firefox, also with exclusive, and the state follows', async () => {
    const browser = await openBrowser('firefox');
    const page = await browser.newPage();
    await page.goto(address());
    await page.evaluate(() => {
      const faq = document.querySelector('stemcell-faq');
      faq.exclusive = true;
      faq.open('cost');
      return faq.updateComplete;
    });
    assert.equal(await page.evaluate((words) => window.find(words), sought), true);
    const state = await until(
      () => page.evaluate(readState),
      ({ open }) => open.includes('Will it hurt?'),
    );
    assert.deepEqual(state, onlyItsAnswer);
    await browser.close();
  });
});

describe('the questions on paper', () => {
  let browser;
  before(async () => (browser = await openBrowser('chromium')));
  after(() => browser?.close());

  for (const exclusive of [false, true])
    it(`have all their answers${exclusive ? ', also with exclusive' : ''}, and are on the screen as before`, async () => {
      const page = await browser.newPage();
      await page.goto(address());
      await page.getByRole('searchbox').waitFor();
      const answers = await page.evaluate((exclusive) => {
        const faq = document.querySelector('stemcell-faq');
        faq.exclusive = exclusive;
        faq.open('hurt');
        return faq.updateComplete.then(() =>
          Array.from(faq.shadowRoot.querySelectorAll('.item'), (item) => [
            item.querySelector('button').textContent,
            item.querySelector('.panel-content > p').textContent,
          ]).flat(),
        );
      }, exclusive);
      assert.equal(answers.length, 32);
      const printed = pdfText(await page.pdf());
      for (const answer of answers) assert.ok(printed.includes(withoutSpaces(answer)), answer);
      for (const control of ['Show all answers', 'Search the questions', 'Copy link'])
        assert.ok(!printed.includes(withoutSpaces(control)), control);
      assert.deepEqual(await page.evaluate(readState), onlyItsAnswer);
      await page.close();
    });

  it('are those that a topic leaves, and say how many of how many', async () => {
    const page = await browser.newPage();
    await page.goto(address());
    await page.getByRole('button', { name: /^Recovery/ }).click();
    const printed = pdfText(await page.pdf());
    assert.ok(printed.includes(withoutSpaces('2 of 16 questions')));
    assert.ok(printed.includes(withoutSpaces("Why can't I take ibuprofen?")));
    assert.ok(!printed.includes(withoutSpaces('Will it hurt?')));
    await page.close();
  });
});

describe('the questions in the accessibility tree of Chromium', () => {
  it('are headings with buttons that tell their state; closed answers are not there, and no box without content', async () => {
    const browser = await openBrowser('chromium');
    const page = await browser.newPage();
    await page.goto(address());
    await page.getByRole('searchbox').waitFor();
    await page.getByRole('button', { name: 'Will it hurt?' }).click();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const seen = nodes.filter(({ ignored }) => !ignored);
    const named = (role, name) => seen.find((node) => node.role.value === role && node.name?.value === name);
    const expanded = ({ properties }) => properties.find(({ name }) => name === 'expanded')?.value.value;

    for (const [name, open] of [
      ['Will it hurt?', true],
      ['What are the risks?', false],
    ]) {
      const heading = named('heading', name);
      assert.equal(heading.properties.find(({ name }) => name === 'level').value.value, 3);
      assert.equal(expanded(named('button', name)), open);
    }
    const said = seen.filter(({ role }) => role.value === 'StaticText').map(({ name }) => name.value);
    assert.ok(said.some((text) => text.includes(sought)));
    assert.ok(!said.some((text) => text.includes('Soreness, swelling')));
    assert.deepEqual(
      seen.filter(({ role, childIds }) => role.value === 'region' && !childIds.length),
      [],
    );
    await browser.close();
  });

  it('show the pressed topic without background colours', async () => {
    const browser = await openBrowser('chromium');
    const page = await browser.newPage({ forcedColors: 'active' });
    await page.goto(address());
    const topic = page.getByRole('button', { name: /^Recovery/ });
    const look = () =>
      topic.evaluate((button) => [
        getComputedStyle(button).fontWeight,
        button.querySelectorAll('svg').length,
      ]);
    await topic.waitFor();
    assert.deepEqual(await look(), ['400', 0]);
    await topic.click();
    assert.deepEqual(await look(), ['700', 1]);
    await browser.close();
  });
});
