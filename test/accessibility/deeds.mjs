import { defaultGuide } from '../support/guide.mjs';
import { pdfText, withoutSpaces } from '../support/pdf-text.mjs';
import { stateNamed } from './states.mjs';

// What happens when a visitor does something? Each deed is done by keys, on a page of its own, and answers with problems.

const button = (page, name) => page.getByRole('button', { name }).first();

/** What has the focus, and what it says. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return {
      tag: at.localName,
      id: at.id,
      text: reader.squeeze(at.textContent),
      top: at.getBoundingClientRect().top,
    };
  });

/** Notes everything that is announced from here on. */
const listen = (page) =>
  page.evaluate(() => {
    window.announced = [];
    for (const { shadowRoot } of reader.ours()) {
      const place = shadowRoot.querySelector('[role=status]');
      if (place)
        new MutationObserver(() => {
          const text = reader.squeeze(place.textContent);
          if (text) window.announced.push(text);
        }).observe(place, { subtree: true, childList: true, characterData: true });
    }
  });
const announced = async (page) => {
  await page.waitForFunction(() => window.announced.length > 0);
  // Whether more is said, which would be too much.
  await page.waitForTimeout(100);
  return page.evaluate(() => window.announced.splice(0));
};

const expanded = (page, name) => button(page, name).getAttribute('aria-expanded');

function* unequal(what, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    yield `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`;
}

export const deeds = [
  {
    name: 'a step on and back: the focus goes to the title, and it is announced once',
    line: '6, 7, 9',
    state: 'stepper, as it comes',
    async run(page) {
      const problems = [];
      await listen(page);
      for (const [name, key, title, text] of [
        [/^Next: /, 'Enter', 'Collecting bone marrow', 'Stage 2 of 3: Collecting bone marrow'],
        [/^Back: /, 'Space', 'First visit and check-up', 'Stage 1 of 3: First visit and check-up'],
      ]) {
        await button(page, name).focus();
        await page.keyboard.press(key);
        problems.push(...unequal('announced', await announced(page), [text]));
        problems.push(...unequal('the focus', (await focused(page)).text, title));
      }
      return problems;
    },
  },
  {
    name: 'a question is opened by Enter, closed by Space, and keeps the focus',
    line: '3, 9',
    state: 'faq, closed',
    async run(page) {
      const problems = [];
      await button(page, 'Will it hurt?').focus();
      for (const [key, state] of [
        ['Enter', 'true'],
        ['Space', 'false'],
      ]) {
        await page.keyboard.press(key);
        problems.push(...unequal(`after ${key}`, await expanded(page, 'Will it hurt?'), state));
        problems.push(...unequal('the focus', (await focused(page)).text, 'Will it hurt?'));
      }
      return problems;
    },
  },
  {
    name: 'a search is announced once, cleared by Escape, and "Clear" gives the field the focus',
    line: '7, 9',
    state: 'faq, closed',
    async run(page) {
      const problems = [];
      const field = page.getByRole('searchbox');
      await field.focus();
      await listen(page);
      await page.keyboard.type('ibuprofen');
      problems.push(...unequal('announced', await announced(page), ['1 of 6 questions']));
      await page.keyboard.press('Escape');
      problems.push(...unequal('after Escape', await field.inputValue(), ''));
      await page.keyboard.type('hurt');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      problems.push(...unequal('the focus after "Clear"', (await focused(page)).id, 'search'));
      return problems;
    },
  },
  {
    name: 'what the browser finds is opened, and the state follows',
    line: 10,
    state: 'faq, closed',
    async run(page) {
      const before = await expanded(page, 'Will it hurt?');
      await page.evaluate(() => {
        const name = 'Will it hurt?';
        const [{ shadowRoot }] = reader.ours();
        const found = [...shadowRoot.querySelectorAll('[part=question]')].find(
          (each) => reader.squeeze(each.textContent) === name,
        );
        shadowRoot
          .getElementById(found.getAttribute('aria-controls'))
          .dispatchEvent(new Event('beforematch', { bubbles: true }));
      });
      await page.evaluate(() => Promise.all(reader.ours().map(({ updateComplete }) => updateComplete)));
      return [...unequal('open', [before, await expanded(page, 'Will it hurt?')], ['false', 'true'])];
    },
  },
  {
    name: 'a link in the page opens an answer, with the focus there, below a header that stays',
    line: 11,
    state: 'faq, closed',
    async run(page) {
      await page.addStyleTag({
        content: ':root { --stemcell-sticky-offset: 100px } body { padding-block-end: 100vh }',
      });
      await page.evaluate(() => (location.hash = '#stemcell-question-risks'));
      await page.waitForFunction(() => reader.ours()[0].shadowRoot.activeElement);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const { id, top } = await focused(page);
      return [
        ...unequal('the focus', id, 'stemcell-question-risks'),
        ...unequal('open', await expanded(page, 'What are the risks?'), 'true'),
        ...(top > 98 && top < 112 ? [] : [`it lands at ${top} pixels`]),
      ];
    },
  },
  {
    name: 'a number of sources leads to the list, and back',
    line: '7, 11',
    state: 'faq, open',
    async run(page) {
      await button(page, /^Sources: /).focus();
      const from = await focused(page);
      await page.keyboard.press('Enter');
      await page.getByText('Back to what you were reading').waitFor();
      const { tag } = await focused(page);
      await button(page, 'Back to what you were reading').focus();
      await page.keyboard.press('Enter');
      return [
        ...unequal('the focus', tag, 'li'),
        ...unequal('the focus after the way back', (await focused(page)).text, from.text),
      ];
    },
  },
  {
    name: 'a tick by Space is announced once, with the new count',
    line: 7,
    state: 'checklist, no date',
    async run(page) {
      await listen(page);
      await page.getByRole('checkbox').first().focus();
      await page.keyboard.press('Space');
      return [
        ...unequal('announced', await announced(page), ['1 of 6 tasks done']),
        ...unequal('the focus', (await focused(page)).tag, 'input'),
      ];
    },
  },
  {
    name: 'paper has every answer, every stage and every task',
    line: 12,
    state: 'guide, as it comes',
    async run(page) {
      const guide = defaultGuide();
      const text = pdfText(await page.pdf());
      const wanted = [
        guide.stages[0].happens[0],
        guide.stages[4].happens[0],
        guide.questions.find(({ id }) => id === 'what-is').answer,
        guide.phases[0].tasks.find(({ id }) => id === 'nsaid-before').text,
      ];
      return wanted
        .filter((each) => !text.includes(withoutSpaces(each.slice(0, 60))))
        .map((each) => `"${each.slice(0, 40)}" is not on paper`);
    },
  },
  {
    name: 'a browser with letters of 32 pixels has them here too',
    line: 18,
    state: 'faq, closed',
    async run(page) {
      const size = () =>
        page.evaluate(() => {
          const [{ shadowRoot }] = reader.ours();
          return parseFloat(getComputedStyle(shadowRoot.querySelector('[part=question]')).fontSize);
        });
      await page.addStyleTag({ content: 'body { font-size: medium !important }' });
      const before = await size();
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      return [...unequal('the letters', await size(), 2 * before)];
    },
  },
  {
    name: 'a question inside an answer opens by itself, and leaves the outer one open',
    line: 3,
    state: 'faq, the words of the page',
    async run(page) {
      await page.evaluate(() => {
        const inner = document.createElement('stemcell-faq');
        inner.setAttribute('hide-search', '');
        inner.headingLevel = 4;
        document.querySelector('#park p').append(inner);
        return inner.ready;
      });
      const states = async () => [
        await expanded(page, 'Where do I park?'),
        await page
          .locator('stemcell-faq stemcell-faq')
          .getByRole('button', { name: 'Will it hurt?' })
          .getAttribute('aria-expanded'),
      ];
      await page.locator('stemcell-faq stemcell-faq').getByRole('button', { name: 'Will it hurt?' }).focus();
      await page.keyboard.press('Enter');
      const open = await states();
      await page.keyboard.press('Enter');
      return [
        ...unequal('open', open, ['true', 'true']),
        ...unequal('closed', await states(), ['true', 'false']),
      ];
    },
  },
  {
    name: 'without the script the words of the page and its telephone link are there',
    line: 20,
    state: 'faq, the words of the page',
    before: (page) => page.route('**/stemcell-guide.js', (route) => route.abort()),
    unready: true,
    async run(page) {
      await page.getByText('Where do I park?').click();
      return (await page.getByRole('link', { name: 'The map of the car park' }).isVisible())
        ? []
        : ['the answer is not there'];
    },
  },
  {
    name: 'nothing moves when something opens and the visitor wants no motion',
    line: 17,
    state: 'faq, no motion',
    run: (page) =>
      page.evaluate(async () => {
        const [{ shadowRoot, updateComplete }] = reader.ours();
        shadowRoot.querySelector('[part=question]').click();
        await updateComplete;
        const count = shadowRoot.getAnimations().length;
        return count ? [`${count} things move`] : [];
      }),
  },
];

export const stateOf = (deed) => stateNamed(deed.state);
