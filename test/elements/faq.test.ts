import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { beside } from '../../src/beside.js';
import english from '../../src/content/en.json';
import '../../src/define-all.js';
import { forAuthor } from '../../src/elements/settings.js';
import { expectAccessible } from '../support/axe.js';
import { inEnglish } from '../support/in-english.js';
import type { Guide, StemcellFaq } from '../../src/index.js';
import { goToFragment, waitUntil } from '../support/wait-until.js';

type GivenQuestion = Guide['questions'][number];

const guideWith = (questions: GivenQuestion[]): Guide => ({ ...(english as Guide), questions });

/** A guide is shown here as it is given. What a page may leave out of the default one is another test's. */
const { read } = beside;
const readAsGiven = async (): ReturnType<typeof read> => ({
  ...(await read()),
  readGuide: (given) => ({ guide: given as Guide, problems: [] }),
});

const joint: GivenQuestion[] = [
  { id: 'hurt', category: 'procedure', question: 'Will it hurt?', answer: 'You get numbing shots first.' },
  { id: 'long', category: 'procedure', question: 'How long does it take?', answer: 'Plan on 2 to 4 hours.' },
  {
    id: 'sport',
    category: 'recovery',
    question: 'When can I play sports?',
    answer: [{ paragraph: ['Ask ', { text: 'the coach', href: 'https://example.com/coach' }, ' first.'] }],
  },
  {
    id: 'nsaids',
    category: 'recovery',
    question: "Why can't I take ibuprofen?",
    answer: 'It may block the cells.',
    keywords: ['Advil'],
  },
  {
    id: 'cost',
    category: 'cost',
    question: 'What does it cost?',
    answer: 'The café bill is extra. Numbing is not.',
  },
  { id: 'risks', category: 'safety', question: 'What are the risks?', answer: 'Soreness and swelling.' },
];

const many: GivenQuestion[] = Array.from({ length: 1000 }, (_, index) => ({
  id: `q-${index}`,
  category: ['safety', 'cost'][index % 2]!,
  question: `Question number ${index}?`,
  answer: index === 777 ? 'Here is the nèedle.' : 'Here is hay.',
}));

const allThere = (faq: StemcellFaq): Promise<void> =>
  waitUntil(() => inside(faq, '[part~="question"]').length === 1000, 'all are there');

const show = async (
  content: TemplateResult = html`<stemcell-faq .guide=${guideWith(joint)}></stemcell-faq>`,
): Promise<StemcellFaq> => {
  const faq = await fixture<StemcellFaq>(content);
  await faq.ready;
  return faq;
};

const withFinder = async (content?: TemplateResult): Promise<StemcellFaq> => {
  const faq = await show(content);
  await waitUntil(() => searchField(faq) ?? topicButtons(faq)[0], 'the search is loaded');
  return faq;
};

const inside = <Found extends Element>(faq: StemcellFaq, selector: string): Found[] =>
  Array.from(faq.shadowRoot!.querySelectorAll<Found>(selector));

const textOf = (element: Element | null | undefined): string =>
  element?.textContent.trim().replace(/\s+/g, ' ') ?? '';

const isSeen = (element: Element): boolean => element.checkVisibility();

const buttons = (faq: StemcellFaq): HTMLButtonElement[] =>
  inside<HTMLButtonElement>(faq, 'button').filter(isSeen);

const button = (faq: StemcellFaq, name: string): HTMLButtonElement => {
  const found = buttons(faq).find((each) => textOf(each) === name);
  if (!found) throw new Error(`no button "${name}" among: ${buttons(faq).map(textOf).join(' | ')}`);
  return found;
};

const press = async (faq: StemcellFaq, name: string): Promise<void> => {
  button(faq, name).click();
  await faq.updateComplete;
};

const questions = (faq: StemcellFaq): HTMLButtonElement[] =>
  inside<HTMLButtonElement>(faq, '[part~="question"]').filter(isSeen);

const panelOf = (faq: StemcellFaq, question: HTMLButtonElement): HTMLElement =>
  faq.shadowRoot!.getElementById(question.getAttribute('aria-controls')!)!;

/** The questions whose answers are open, after a check that each button tells the truth about its panel. */
const openOnes = (faq: StemcellFaq): string[] => {
  const told = inside<HTMLButtonElement>(faq, '[aria-expanded]');
  for (const each of told) {
    expect(each.getAttribute('aria-expanded'), textOf(each)).to.be.oneOf(['true', 'false']);
    const hidden = panelOf(faq, each).hasAttribute('hidden');
    expect(each.getAttribute('aria-expanded'), textOf(each)).to.equal(String(!hidden));
  }
  return told.filter((each) => each.getAttribute('aria-expanded') === 'true').map(textOf);
};

const searchField = (faq: StemcellFaq): HTMLInputElement | undefined =>
  inside<HTMLInputElement>(faq, 'input[type="search"]')[0];

const topicButtons = (faq: StemcellFaq): HTMLButtonElement[] =>
  inside<HTMLButtonElement>(faq, '[role="group"] [aria-pressed]');

const type = async (faq: StemcellFaq, query: string): Promise<void> => {
  const field = searchField(faq)!;
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await faq.updateComplete;
};

const statusOf = (faq: StemcellFaq): HTMLElement => inside<HTMLElement>(faq, '[role="status"]')[0]!;

/** What a search has marked. */
const marks = (): string[] =>
  Array.from(CSS.highlights.get('stemcell-found') ?? [], (range) => {
    const { startContainer, startOffset, endOffset } = range;
    return startContainer.textContent!.slice(startOffset, endOffset);
  });

const toggles = (target: EventTarget): string[] => {
  const told: string[] = [];
  target.addEventListener('stemcell-question-toggle', (event) => {
    const { question, open } = (event as HTMLElementEventMap['stemcell-question-toggle']).detail;
    told.push(`${question} ${open ? 'opened' : 'closed'}`);
  });
  return told;
};

describe('<stemcell-faq>', () => {
  before(() => (beside.read = readAsGiven));
  after(() => (beside.read = read));

  describe('a question', () => {
    it('is a heading of the level that the page asks for, with a button as its only child', async () => {
      for (const level of [2, 4, 6]) {
        const faq = await show(
          html`<stemcell-faq heading-level=${level} .guide=${guideWith(joint)}></stemcell-faq>`,
        );
        const heading = questions(faq)[0]!.parentElement!;
        expect(heading.localName).to.equal(`h${Math.min(level + 1, 6)}`);
        expect(heading.children).to.have.length(1);
        expect(textOf(heading)).to.equal('Will it hurt?');
      }
    });

    it('opens and closes its answer, and the page is told after the change, with ids only', async () => {
      const faq = await show();
      const told: object[] = [];
      faq.addEventListener('stemcell-question-toggle', ({ detail }) => told.push(detail));
      await press(faq, 'Will it hurt?');
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
      await press(faq, 'Will it hurt?');
      expect(openOnes(faq)).to.deep.equal([]);
      expect(told).to.deep.equal([
        { question: 'hurt', open: true },
        { question: 'hurt', open: false },
      ]);
    });

    it('ends as it began after an even number of presses in a row', async () => {
      const faq = await show();
      const told = toggles(faq);
      for (let times = 0; times < 4; times++) button(faq, 'Will it hurt?').click();
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
      expect(told).to.have.length(4);
    });

    it('is open from the start if the content says so', async () => {
      const faq = await show(
        html`<stemcell-faq .guide=${guideWith([{ ...joint[0]!, open: true }, joint[1]!])}></stemcell-faq>`,
      );
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
      await press(faq, 'Will it hurt?');
      expect(openOnes(faq)).to.deep.equal([]);
    });

    it('shows text as text', async () => {
      const markup = '<img src=x onerror=alert(1)>';
      const faq = await show(
        html`<stemcell-faq
          .guide=${guideWith([{ id: 'markup', category: 'cost', question: markup, answer: markup }])}
        ></stemcell-faq>`,
      );
      expect(textOf(questions(faq)[0])).to.equal(markup);
      expect(inside(faq, 'img')).to.have.length(0);
    });

    it('opens when the browser finds words in its answer, and not for what is found deeper inside', async () => {
      const faq = await show();
      const told = toggles(faq);
      const panel = panelOf(faq, questions(faq)[0]!);
      expect(panel).to.have.attribute('hidden', 'until-found');
      panel.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
      expect(told).to.deep.equal(['hurt opened']);
      panel.querySelector('p')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('with the keyboard alone', () => {
    const tabBack = async (): Promise<void> => {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
    };

    it('goes from question to question with Tab, past closed answers, and back with Shift and Tab', async () => {
      const faq = await show();
      const focused = () => textOf(faq.shadowRoot!.activeElement);
      questions(faq)[1]!.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal('When can I play sports?');
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal("Why can't I take ibuprofen?");
      await tabBack();
      expect(focused()).to.equal('When can I play sports?');
      await sendKeys({ press: 'Enter' });
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['When can I play sports?']);
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal('the coach');
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal('Copy link: When can I play sports?');
      await tabBack();
      await tabBack();
      await sendKeys({ press: ' ' });
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
      expect(focused()).to.equal('When can I play sports?');
    });
  });

  describe('all answers', () => {
    it('are opened and closed by one button that says what it will do next', async () => {
      const faq = await show();
      const told = toggles(faq);
      await press(faq, 'Show all answers');
      expect(openOnes(faq)).to.have.length(6);
      expect(textOf(statusOf(faq))).to.equal('All answers are open.');
      expect(told).to.have.length(6);
      await press(faq, 'Will it hurt?');
      expect(button(faq, 'Show all answers')).to.exist;
      await press(faq, 'Will it hurt?');
      await press(faq, 'Hide all answers');
      expect(openOnes(faq)).to.deep.equal([]);
      expect(textOf(statusOf(faq))).to.equal('All answers are closed.');
    });

    it('are opened and closed by the page without an event', async () => {
      const faq = await show();
      const told = toggles(faq);
      faq.expandAll();
      await faq.updateComplete;
      expect(openOnes(faq)).to.have.length(6);
      faq.close('hurt');
      await faq.updateComplete;
      expect(openOnes(faq)).to.have.length(5);
      faq.collapseAll();
      faq.open('cost');
      faq.open('no such question');
      faq.close('no such question');
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['What does it cost?']);
      expect(told).to.deep.equal([]);
    });
  });

  describe('with exclusive', () => {
    const one = () => show(html`<stemcell-faq exclusive .guide=${guideWith(joint)}></stemcell-faq>`);

    it('closes the open answer when another one opens, and tells both', async () => {
      const faq = await one();
      const told = toggles(faq);
      await press(faq, 'What does it cost?');
      await press(faq, 'Will it hurt?');
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
      expect(told).to.deep.equal(['cost opened', 'hurt opened', 'cost closed']);
      faq.open('long');
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['How long does it take?']);
    });

    it('opens what the browser finds', async () => {
      const faq = await one();
      await press(faq, 'What does it cost?');
      panelOf(faq, questions(faq)[0]!).dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
    });

    it('has no button for all answers, and expandAll() changes nothing', async () => {
      const faq = await one();
      expect(buttons(faq).map(textOf)).not.to.include('Show all answers');
      faq.expandAll();
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
    });

    it('keeps one of several that were open before', async () => {
      const faq = await show();
      faq.expandAll();
      faq.exclusive = true;
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('the search', () => {
    it('comes when an element that was far away is moved to where the visitor is', async () => {
      const place = await fixture(html`
        <div>
          <div style="height: 5000px"></div>
          <stemcell-faq .guide=${guideWith(joint)}></stemcell-faq>
        </div>
      `);
      const faq = place.querySelector('stemcell-faq')!;
      await faq.ready;
      // Made later than the element's own, and told later.
      await new Promise((resolve) => new IntersectionObserver(resolve).observe(faq));
      await faq.updateComplete;
      expect(inside(faq, '.finder:empty')).to.have.length(1);
      place.prepend(faq);
      await waitUntil(() => searchField(faq), 'the search is loaded');
    });

    it('finds in questions, answers and keywords, whatever the case and the accents', async () => {
      const faq = await withFinder();
      for (const [query, found] of [
        ['SPORT', 'When can I play sports?'],
        ['cafe', 'What does it cost?'],
        ['çosť', 'What does it cost?'],
        ['advil', "Why can't I take ibuprofen?"],
        ['can’t', "Why can't I take ibuprofen?"],
        ['numb', 'Will it hurt? What does it cost?'],
        ['  first   NUMBING ', 'Will it hurt?'],
        ['coach', 'When can I play sports?'],
        ['example.com', ''],
      ] as const) {
        await type(faq, query);
        expect(questions(faq).map(textOf).join(' '), query).to.equal(found);
      }
      await type(faq, '');
      expect(questions(faq)).to.have.length(6);
    });

    it('hides the others without taking a node away', async () => {
      const faq = await withFinder();
      const before = inside(faq, '[part~="question"], [part~="panel"], [part~="panel"] p');
      await type(faq, 'sport');
      expect(inside(faq, '[part~="question"], [part~="panel"], [part~="panel"] p')).to.deep.equal(before);
    });

    it('opens and closes what it found, and nothing else', async () => {
      const faq = await withFinder();
      await type(faq, 'numb');
      await press(faq, 'Show all answers');
      await type(faq, '');
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?', 'What does it cost?']);
    });

    it('says how much it found once the typing has stopped, in one sentence', async () => {
      const faq = await withFinder();
      const said: string[] = [];
      new MutationObserver(() => said.push(textOf(statusOf(faq)))).observe(statusOf(faq), {
        childList: true,
        characterData: true,
        subtree: true,
      });
      expect(textOf(statusOf(faq))).to.equal('');
      const setTimeout = window.setTimeout.bind(window);
      const clearTimeout = window.clearTimeout.bind(window);
      const pauses = new Map<number, () => void>();
      window.setTimeout = ((after: () => void) => {
        const id = setTimeout(() => {});
        pauses.set(id, after);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = (id) => void pauses.delete(id as number);
      try {
        for (const query of ['s', 'sp', 'spo', 'spor', 'sport']) {
          await type(faq, query);
          // The pause begins once the empty sentence is shown.
          await nextFrame();
          expect(pauses.size, 'pauses that are not over').to.equal(1);
        }
        expect(said).to.deep.equal([]);
        for (const over of pauses.values()) over();
      } finally {
        Object.assign(window, { setTimeout, clearTimeout });
      }
      await faq.updateComplete;
      expect(said).to.deep.equal(['1 of 6 questions']);
      expect(textOf(inside(faq, '.toolbar p')[0])).to.equal('1 of 6 questions');
    });

    it('offers the clinic where it finds nothing', async () => {
      const faq = await withFinder(
        html`<stemcell-faq
          clinic-name="Rivertown"
          clinic-phone="(555) 010-0100"
          clinic-email="ask@example.com"
          clinic-url="https://example.com/ask"
          .guide=${guideWith(joint)}
        ></stemcell-faq>`,
      );
      await type(faq, 'zebra');
      expect(questions(faq)).to.have.length(0);
      expect(faq.shadowRoot!.textContent).to.include('No question or answer here has these words.');
      expect(faq.shadowRoot!.textContent).to.include('ask Rivertown.');
      const links = inside<HTMLAnchorElement>(faq, '.nothing-found a').map(({ href }) => href);
      expect(links).to.deep.equal(['tel:5550100100', 'mailto:ask@example.com', 'https://example.com/ask']);
      await waitUntil(
        () => textOf(statusOf(faq)) === 'No question or answer here has these words.',
        'it is said',
      );
      await expectAccessible(faq);
    });

    it('leads nowhere with an address that is none', async () => {
      const faq = await withFinder(
        html`<stemcell-faq clinic-url="javascript:alert(1)" .guide=${guideWith(joint)}></stemcell-faq>`,
      );
      await type(faq, 'zebra');
      expect(inside(faq, '.nothing-found a')[0]).to.have.attribute('href', '#');
    });

    it('is cleared by Escape and by a button, and keeps the focus', async () => {
      const faq = await withFinder();
      const field = searchField(faq)!;
      const keysOutside: string[] = [];
      const listen = ({ key }: KeyboardEvent): unknown => keysOutside.push(key);
      document.addEventListener('keydown', listen);
      field.focus();
      await sendKeys({ type: 'numb' });
      await waitUntil(() => questions(faq).length === 2);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => questions(faq).length === 6);
      expect(field.value).to.equal('');
      expect(keysOutside).not.to.include('Escape');
      // With nothing left to clear the key is the page's again.
      await sendKeys({ press: 'Escape' });
      expect(keysOutside).to.include('Escape');
      document.removeEventListener('keydown', listen);

      await sendKeys({ type: 'numb' });
      await waitUntil(() => questions(faq).length === 2);
      await press(faq, 'Clear');
      expect(questions(faq)).to.have.length(6);
      expect(faq.shadowRoot!.activeElement).to.equal(field);
    });

    it('keeps the query to itself', async () => {
      const faq = await withFinder();
      const told: string[] = [];
      for (const name of [
        'stemcell-question-toggle',
        'stemcell-question-feedback',
        'stemcell-pathway-change',
        'stemcell-stage-change',
      ])
        document.addEventListener(name, (event) => told.push(JSON.stringify((event as CustomEvent).detail)));
      await type(faq, 'numb');
      await press(faq, 'Will it hurt?');
      await type(faq, '');
      expect(told).to.deep.equal(['{"question":"hurt","open":true}']);
      const kept = JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
      ]);
      expect(kept).not.to.include('numb');
      expect(searchField(faq)).to.have.attribute('autocomplete', 'off');
      expect(searchField(faq)).not.to.have.attribute('name');
    });

    it('is there from six questions on, unless the page hides it', async () => {
      const few = await show(html`<stemcell-faq .guide=${guideWith(joint.slice(0, 5))}></stemcell-faq>`);
      await aTimeout(100);
      expect(searchField(few)).to.be.undefined;
      const hidden = await withFinder(
        html`<stemcell-faq hide-search .guide=${guideWith(joint)}></stemcell-faq>`,
      );
      expect(searchField(hidden)).to.be.undefined;
    });

    it('marks what it found without touching a node, and takes the marks away', async () => {
      expect(CSS.highlights, 'every engine that we test has highlights').to.exist;
      const faq = await withFinder();
      const written = inside(faq, '[part~="panel"]').map(({ innerHTML }) => innerHTML);
      await type(faq, 'cafe numb');
      await nextFrame();
      expect(marks(), 'nobody sees a closed answer').to.deep.equal([]);
      await press(faq, 'What does it cost?');
      await waitUntil(() => marks().length > 0, 'something is marked');
      expect(marks()).to.deep.equal(['café', 'Numb']);
      expect(inside(faq, '[part~="panel"]').map(({ innerHTML }) => innerHTML)).to.deep.equal(written);
      await type(faq, 'zebra');
      await waitUntil(() => marks().length === 0, 'nothing is marked');
      await type(faq, 'hurt');
      await waitUntil(() => marks().length === 1, 'marked again');
      faq.remove();
      expect(marks()).to.deep.equal([]);
    });

    it('marks what stands in lists and links of an answer, and nothing of what we say below it', async () => {
      const listed: GivenQuestion = {
        ...joint[0]!,
        answer: [{ list: ['A copy of the scan.', ['Your ', { text: 'copy card', href: '/card' }, '.']] }],
      };
      const faq = await withFinder(
        html`<stemcell-faq feedback .guide=${guideWith([listed, ...joint.slice(1)])}></stemcell-faq>`,
      );
      await press(faq, 'Will it hurt?');
      await type(faq, 'copy');
      await waitUntil(() => marks().length > 0, 'something is marked');
      await nextFrame();
      expect(marks()).to.deep.equal(['copy', 'copy']);
    });

    it('finds Arabic as it is typed, without vowels, hamza or article, and marks whole words of joined letters', async () => {
      const arabic = joint.map((question) => ({ ...question, question: 'سؤال', answer: 'جواب' }));
      arabic[0]!.answer = 'أُعطيت إبرةٌ في رُكبتك بعد 12 أسبوعًا.';
      const faq = await withFinder(html`<stemcell-faq .guide=${guideWith(arabic)}></stemcell-faq>`);
      faq.expandAll();
      for (const [query, marked] of [
        ['الابره', 'إبرةٌ'],
        ['للركبة؟', 'رُكبتك'],
        ['سبوع', 'أسبوعًا'],
        ['١٢', '12'],
      ] as const) {
        await type(faq, query);
        expect(questions(faq), query).to.have.length(1);
        await waitUntil(() => marks().join() === marked, `"${marked}" is marked`);
      }
    });

    it('finds one in 1,000', async () => {
      const faq = await withFinder(html`<stemcell-faq .guide=${guideWith(many)}></stemcell-faq>`);
      const shown = (): string[] => inside(faq, '.item:not([hidden]) [part~="question"]').map(textOf);
      await allThere(faq);
      expect(shown()).to.have.length(1000);
      await type(faq, 'needle');
      expect(shown()).to.deep.equal(['Question number 777?']);
      expect(topicButtons(faq).map(textOf)).to.deep.equal(['All topics (1)', 'Cost (1)']);
      await type(faq, 'number 99');
      expect(shown()).to.have.length(19);
      await type(faq, '');
      expect(shown()).to.have.length(1000);
      faq.expandAll();
      await faq.updateComplete;
      expect(inside(faq, '[part~="panel"]:not([hidden])')).to.have.length(1000);
    });
  });

  describe('a long list', () => {
    const long = () => html`<stemcell-faq .guide=${guideWith(many)}></stemcell-faq>`;
    const items = (faq: StemcellFaq): Element[] => inside(faq, '.item');

    const own = () =>
      html`<stemcell-faq>
        ${many
          .slice(0, 200)
          .map(
            ({ id, question, category }) =>
              html`<details id=${id} data-category=${category!}><summary>${question}</summary><p>The answer of ${id}</p></details>`,
          )}
      </stemcell-faq>`;
    const details = (faq: StemcellFaq): HTMLDetailsElement[] => Array.from(faq.querySelectorAll('details'));
    /** Where the page's own answers are seen. */
    const places = (faq: StemcellFaq): (string | undefined)[] =>
      details(faq).map(({ assignedSlot }) => assignedSlot?.closest('.panel')?.id);
    const rightPlaces = (faq: StemcellFaq): string[] =>
      details(faq).map(({ id }) => `stemcell-question-${id}-panel`);

    /** A list whose far end has only begun to come. */
    const unfinished = async (content = long()): Promise<StemcellFaq> => {
      const { finder } = beside;
      let come = (): void => {};
      const coming = new Promise<void>((resolve) => (come = resolve));
      beside.finder = () => coming.then(finder);
      const faq = await show(content);
      beside.finder = finder;
      const begun = new Promise((done) =>
        new MutationObserver(done).observe(inside(faq, '.finder')[0]!, { childList: true }),
      );
      come();
      await begun;
      expect(items(faq).length, 'the test comes too late').to.be.below(60);
      return faq;
    };

    it('begins with some fifty questions and goes on bit by bit, each made like the others', async () => {
      const { finder } = beside;
      let come = (): void => {};
      const coming = new Promise<void>((resolve) => (come = resolve));
      beside.finder = () => coming.then(finder);
      const faq = await show(long());
      beside.finder = finder;
      expect(items(faq)).to.have.length(49);
      come();
      await allThere(faq);
      const made = (item: Element): string =>
        item.innerHTML.replace(/<!--.*?-->|q-\d+|number \d+|\s+/g, '').replace('thenèedle', 'hay');
      expect(inside(faq, '.item [aria-expanded="false"]')).to.have.length(1000);
      expect(inside(faq, '.item .panel[hidden="until-found"]')).to.have.length(1000);
      faq.expandAll();
      await faq.updateComplete;
      const [first, ...others] = items(faq);
      expect(textOf(first)).to.include('Copy link');
      for (const item of others) expect(made(item)).to.equal(made(first!));
      expect(questions(faq).map(textOf)).to.deep.equal(many.map(({ question }) => question));
    });

    it('is there up to what is open: a link lands at once', async () => {
      const address = location.href;
      history.replaceState(null, '', `${address}#stemcell-question-q-777`);
      const faq = await show(long());
      await nextFrame();
      history.replaceState(null, '', address);
      expect(textOf(faq.shadowRoot!.activeElement)).to.equal('Question number 777?');
      expect(openOnes(faq)).to.deep.equal(['Question number 777?']);
      await allThere(faq);
      expect(textOf(faq.shadowRoot!.activeElement)).to.equal('Question number 777?');
    });

    it('opens and closes at its far end, tells the page, and closes what exclusive lets be open no more', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      const told = toggles(faq);
      questions(faq)[900]!.click();
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Question number 900?']);
      faq.exclusive = true;
      questions(faq)[700]!.click();
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Question number 700?']);
      expect(told).to.deep.equal(['q-900 opened', 'q-700 opened', 'q-900 closed']);
      faq.collapseAll();
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
    });

    it('is whole on paper, whenever that is asked for', async () => {
      const faq = await unfinished();
      window.dispatchEvent(new Event('beforeprint'));
      expect(questions(faq)).to.have.length(1000);
      expect(inside(faq, '.panel-content > a'), 'what stands below an answer').to.have.length(1000);
    });

    it("has each answer of the page's own in the panel of its question, and says so of no other", async () => {
      const faq = await withFinder(own());
      await waitUntil(() => places(faq).every(Boolean), 'all have a place');
      expect(places(faq)).to.deep.equal(rightPlaces(faq));
      expect(details(faq).map(({ slot }) => slot)).to.deep.equal(
        details(faq).map(({ id }) => `stemcell-${id}`),
      );
      expect(details(faq).filter(({ open }) => open)).to.deep.equal([]);
    });

    it("follows the page's own as they change, and as another topic is shown and the first again", async () => {
      const faq = await withFinder(own());
      await waitUntil(() => places(faq).every(Boolean), 'all have a place');
      faq.insertAdjacentHTML('afterbegin', '<details id="early"><summary>Early?</summary>Yes.</details>');
      await waitUntil(
        () => places(faq).join() === rightPlaces(faq).join(),
        'all have the place of their own question',
      );
      faq.category = 'cost';
      const isCost = ({ dataset }: HTMLElement): boolean => dataset['category'] === 'cost';
      await waitUntil(
        () => details(faq).every((each) => !!each.assignedSlot === isCost(each)),
        'those of the topic have a place',
      );
      faq.category = undefined;
      await waitUntil(
        () => places(faq).join() === rightPlaces(faq).join(),
        'all have the place of their own question again',
      );
      expect(details(faq).map(({ slot }) => slot)).to.deep.equal(
        details(faq).map(({ id }) => `stemcell-${id}`),
      );
    });

    it("opens one of the page's own at its far end before the rest is there", async () => {
      const faq = await unfinished(own());
      faq.open('q-190');
      await faq.updateComplete;
      expect(details(faq).filter(({ open }) => open)).to.deep.equal([details(faq)[190]]);
      expect(places(faq)[190]).to.equal(rightPlaces(faq)[190]);
    });

    it("has all of the page's own on paper, whenever that is asked for", async () => {
      const faq = await unfinished(own());
      window.dispatchEvent(new Event('beforeprint'));
      expect(places(faq)).to.deep.equal(rightPlaces(faq));
      window.dispatchEvent(new Event('afterprint'));
    });

    it('shows at once what a search finds at its far end', async () => {
      const faq = await unfinished();
      await type(faq, 'needle');
      expect(questions(faq).map(textOf)).to.deep.equal(['Question number 777?']);
      await type(faq, '');
      await allThere(faq);
    });

    it('is all there at once where its file is not', async () => {
      const { finder } = beside;
      beside.finder = () => Promise.reject(new Error('not there'));
      const faq = await show(long());
      await waitUntil(() => faq.shadowRoot!.textContent.includes('The search did not load.'), 'it is told');
      beside.finder = finder;
      expect(questions(faq)).to.have.length(1000);
    });

    it('is not made anew at each letter: what stays as it is, is not touched', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      await press(faq, 'Question number 500?');
      await press(faq, 'Question number 500?');
      const field = searchField(faq)!;
      field.value = 'number';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      expect(faq.isUpdatePending, 'a letter is no matter of the whole element').to.equal(false);
      const records: MutationRecord[] = [];
      new MutationObserver((news) => records.push(...news)).observe(inside(faq, '.questions')[0]!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const touched = async (): Promise<string[]> => {
        await nextFrame();
        return records
          .splice(0)
          .filter(({ target }) => (target as Element).className !== 'block')
          .map(({ type, attributeName }) => attributeName ?? type)
          .sort();
      };

      await type(faq, 'number ');
      expect(await touched()).to.deep.equal([]);
      await type(faq, 'number 99');
      const all = Array<string>(981).fill('hidden');
      expect((await touched()).join()).to.equal(all.join());
      await type(faq, '');
      expect((await touched()).join()).to.equal(all.join());
      await press(faq, 'Question number 500?');
      expect(await touched()).to.deep.equal(['aria-expanded', 'hidden']);
    });

    it('is shown anew once, also where a letter changes the button for all answers', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      await press(faq, 'Question number 800?');
      const records: MutationRecord[] = [];
      const count = inside(faq, '.toolbar p')[0]!;
      new MutationObserver((news) => records.push(...news)).observe(count, {
        subtree: true,
        characterData: true,
      });
      await type(faq, 'number 800');
      await nextFrame();
      expect(textOf(count)).to.equal('1 of 1,000 questions');
      expect(records).to.have.length(1);
    });

    it('has marks where it is looked at, once it is scrolled there', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      await type(faq, 'number 9');
      const texts = (): string[] =>
        Array.from(
          CSS.highlights.get('stemcell-found')!,
          ({ startContainer }) => startContainer.textContent!,
        );
      await waitUntil(() => marks().length > 0, 'something is marked');
      expect(texts()).to.include('Question number 9?').and.not.to.include('Question number 999?');
      questions(faq).at(-1)!.scrollIntoView();
      await waitUntil(() => texts().includes('Question number 999?'), 'the end is marked');
      await type(faq, '');
      expect(marks()).to.deep.equal([]);
      window.scrollTo(0, 0);
    });

    it('opens at its far end what the browser finds there, and not for what is found deeper inside', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      const panel = panelOf(faq, questions(faq)[800]!);
      panel.querySelector('p')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
      const text = panel.querySelector('p')!.firstChild;
      panel.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal(['Question number 800?']);
      expect(panel.querySelector('p')!.firstChild, 'what was found stays where it is').to.equal(text);
    });

    it('has one button for what a search left, open or closed', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      await press(faq, 'Question number 800?');
      await type(faq, 'number 800');
      expect(button(faq, 'Hide all answers')).to.exist;
      await type(faq, 'number 80');
      expect(button(faq, 'Show all answers')).to.exist;
      await type(faq, 'zebra');
      expect(buttons(faq).map(textOf)).to.include('Clear').and.not.to.include('Show all answers');
      await type(faq, '');
      expect(button(faq, 'Show all answers')).to.exist;
      expect(textOf(inside(faq, '.toolbar p')[0])).to.equal('1,000 questions');
    });

    it('changes with the content, and nothing at its far end is left of another', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      faq.guide = guideWith(many.slice(0, 120).reverse());
      await waitUntil(() => questions(faq).length === 120, 'the other list is there');
      expect(questions(faq).map(textOf)).to.deep.equal(
        many
          .slice(0, 120)
          .map(({ question }) => question)
          .reverse(),
      );
      faq.guide = guideWith(many.slice(0, 3));
      await waitUntil(() => questions(faq).length === 3, 'the short list is there');
    });

    it('follows the words that it is shown in', async () => {
      const faq = await withFinder(long());
      await allThere(faq);
      faq.headingLevel = 4;
      await faq.updateComplete;
      await waitUntil(() => inside(faq, 'h5 > [part~="question"]').length === 1000, 'all have the new level');
      expect(inside(faq, 'h3')).to.have.length(0);
    });
  });

  describe('the topics', () => {
    it('are buttons with counts that leave the questions of one', async () => {
      const faq = await withFinder();
      expect(topicButtons(faq).map(textOf)).to.deep.equal([
        'All topics (6)',
        'Safety (1)',
        'The procedure (2)',
        'Recovery (2)',
        'Cost (1)',
      ]);
      const pressed = () =>
        topicButtons(faq)
          .filter((each) => each.ariaPressed === 'true')
          .map(textOf);
      expect(pressed()).to.deep.equal(['All topics (6)']);
      await press(faq, 'Recovery (2)');
      expect(pressed()).to.deep.equal(['Recovery (2)']);
      expect(questions(faq)).to.have.length(2);
      await waitUntil(() => textOf(statusOf(faq)) === '2 of 6 questions', 'the count is said');
      await expectAccessible(faq);
      await press(faq, 'All topics (6)');
      expect(questions(faq)).to.have.length(6);
    });

    it('count what a search found, and make room where the chosen one has nothing', async () => {
      const faq = await withFinder();
      await press(faq, 'The procedure (2)');
      await type(faq, 'numb');
      expect(topicButtons(faq).map(textOf)).to.deep.equal([
        'All topics (2)',
        'The procedure (1)',
        'Cost (1)',
      ]);
      expect(questions(faq).map(textOf)).to.deep.equal(['Will it hurt?']);
      await type(faq, 'swelling');
      expect(questions(faq).map(textOf)).to.deep.equal(['What are the risks?']);
      await type(faq, '');
      expect(questions(faq)).to.have.length(2);
    });

    it('are not shown where there is one', async () => {
      const faq = await withFinder(
        html`<stemcell-faq
          .guide=${guideWith(joint.map((question) => ({ ...question, category: 'cost' })))}
        ></stemcell-faq>`,
      );
      expect(topicButtons(faq)).to.have.length(0);
    });

    it('are fixed by the page', async () => {
      const faq = await show(
        html`<stemcell-faq category="recovery" .guide=${guideWith(joint)}></stemcell-faq>`,
      );
      expect(questions(faq).map(textOf)).to.deep.equal([
        'When can I play sports?',
        "Why can't I take ibuprofen?",
      ]);
      faq.open('hurt');
      await faq.updateComplete;
      expect(openOnes(faq)).to.deep.equal([]);
    });

    it('are all shown for a category that is none, and the author is told once', async () => {
      const warnings: unknown[] = [];
      const { warn } = console;
      console.warn = (message) => warnings.push(message);
      const faq = await withFinder(
        html`<stemcell-faq category="prices" .guide=${guideWith(joint)}></stemcell-faq>`,
      );
      await forAuthor();
      console.warn = warn;
      expect(questions(faq)).to.have.length(6);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('<stemcell-faq category="prices">').and.to.include('recovery');
    });

    it('let go of a question that the page opens, and so does the search', async () => {
      const faq = await withFinder();
      await press(faq, 'Recovery (2)');
      await type(faq, 'ibuprofen');
      faq.open('hurt');
      await faq.updateComplete;
      expect(questions(faq)).to.have.length(6);
      expect(searchField(faq)!.value).to.equal('');
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
    });
  });

  describe('a link to an answer', () => {
    const address = location.href;
    afterEach(() => history.replaceState(null, '', address));

    it('opens it at load and moves focus to its question', async () => {
      history.replaceState(null, '', `${address}#stemcell-question-cost`);
      const faq = await show();
      await nextFrame();
      expect(openOnes(faq)).to.deep.equal(['What does it cost?']);
      expect(textOf(faq.shadowRoot!.activeElement)).to.equal('What does it cost?');
    });

    it('opens it when the address changes, also with exclusive and behind a search', async () => {
      const faq = await withFinder(html`<stemcell-faq exclusive .guide=${guideWith(joint)}></stemcell-faq>`);
      await press(faq, 'Will it hurt?');
      await type(faq, 'hurt');
      await goToFragment('#stemcell-question-cost');
      expect(openOnes(faq)).to.deep.equal(['What does it cost?']);
      expect(textOf(faq.shadowRoot!.activeElement)).to.equal('What does it cost?');
    });

    it('opens several, and nothing for ids that are not there', async () => {
      const faq = await show();
      const told = toggles(faq);
      await goToFragment('#stemcell-question-none');
      expect(openOnes(faq)).to.deep.equal([]);
      await goToFragment('#stemcell-question-hurt,none,cost');
      expect(openOnes(faq)).to.deep.equal(['Will it hurt?', 'What does it cost?']);
      expect(told).to.deep.equal([]);
    });

    it('is offered below the answer', async () => {
      const faq = await show();
      await press(faq, 'Will it hurt?');
      const links = inside<HTMLAnchorElement>(faq, '[part~="panel"] a').filter(isSeen);
      expect(links.map(({ href }) => href)).to.deep.equal([`${address}#stemcell-question-hurt`]);
      expect(textOf(links[0])).to.equal('Copy link: Will it hurt?');
    });

    for (const direction of ['ltr', 'rtl'])
      it(`stands apart from the sources and from what is to be confirmed (${direction})`, async () => {
        const place = await fixture(html`<div dir=${direction}><stemcell-faq></stemcell-faq></div>`);
        const faq = place.querySelector('stemcell-faq')!;
        await faq.ready;
        faq.open('cost');
        await faq.updateComplete;
        const line = inside(faq, '#stemcell-question-cost-panel :is(.confirm, .cites, .panel-content > a)');
        expect(line).to.have.length(3);
        const sides = line.map((each) => each.getBoundingClientRect());
        if (direction === 'rtl') sides.reverse();
        expect(sides[1]!.left - sides[0]!.right).to.be.at.least(8);
        expect(sides[2]!.left - sides[1]!.right).to.be.at.least(8);
      });
  });

  describe('with feedback', () => {
    it('asks nothing more once the page wants no answers', async () => {
      const faq = await show(
        html`<stemcell-faq feedback .guide=${guideWith(joint.slice(0, 2))}></stemcell-faq>`,
      );
      await press(faq, 'Will it hurt?');
      await waitUntil(() => buttons(faq).some((each) => textOf(each) === 'Yes'), 'the question is loaded');
      faq.removeAttribute('feedback');
      await faq.updateComplete;
      expect(buttons(faq).map(textOf)).not.to.include('Yes');
      expect(textOf(panelOf(faq, questions(faq)[0]!))).to.equal(
        'You get numbing shots first.Copy link: Will it hurt?',
      );
    });

    it('asks below an answer and tells the page yes or no, not what to do with it', async () => {
      const faq = await show(
        html`<stemcell-faq feedback .guide=${guideWith(joint.slice(0, 2))}></stemcell-faq>`,
      );
      const told: object[] = [];
      faq.addEventListener('stemcell-question-feedback', ({ detail }) => told.push(detail));
      await press(faq, 'Will it hurt?');
      await waitUntil(() => buttons(faq).some((each) => textOf(each) === 'Yes'), 'the question is loaded');
      await press(faq, 'Yes');
      expect(button(faq, 'Yes')).to.have.attribute('aria-pressed', 'true');
      const { ariaLabel } = button(faq, 'Yes').parentElement!;
      expect(inEnglish(ariaLabel!)).to.equal('Was this helpful? Will it hurt?');
      expect(textOf(statusOf(faq))).to.equal('Thank you for telling us.');
      await expectAccessible(faq);
      await press(faq, 'No');
      expect(button(faq, 'Yes')).to.have.attribute('aria-pressed', 'false');
      expect(told).to.deep.equal([
        { question: 'hurt', helpful: true },
        { question: 'hurt', helpful: false },
      ]);
    });

    it('asks nothing without it', async () => {
      const faq = await withFinder();
      faq.expandAll();
      await faq.updateComplete;
      expect(faq.shadowRoot!.textContent).not.to.include('helpful');
    });
  });

  describe('to axe', () => {
    for (const [state, content] of Object.entries({
      'the default guide': html`<stemcell-faq></stemcell-faq>`,
      exclusive: html`<stemcell-faq exclusive></stemcell-faq>`,
      'feedback in one category': html`<stemcell-faq feedback category="safety"></stemcell-faq>`,
      'no questions': html`<stemcell-faq .guide=${guideWith([])}></stemcell-faq>`,
      'right to left': html`<stemcell-faq dir="rtl"></stemcell-faq>`,
    }))
      it(`has nothing wrong with ${state}, closed and open`, async () => {
        const faq = await show(content);
        await aTimeout(100);
        await expectAccessible(faq);
        faq.open('risks');
        await faq.updateComplete;
        await expectAccessible(faq);
      });

    it('has nothing wrong with a search, all answers open', async () => {
      const faq = await withFinder();
      faq.expandAll();
      await type(faq, 'numb');
      await expectAccessible(faq);
    });
  });

  describe('inside an answer of another one', () => {
    const nested = async (): Promise<{ outer: StemcellFaq; inner: StemcellFaq }> => {
      const outer = await show(html`
        <stemcell-faq>
          <details id="visit">
            <summary>What happens at the visit?</summary>
            <p><a href="#map">A map</a></p>
            <form><input name="name" /><button>Send</button></form>
            <stemcell-faq>
              <details id="parking" open>
                <summary>Where do I park?</summary>
                <p>Behind the house.</p>
              </details>
              <details id="bus">
                <summary>Is there a bus?</summary>
                <p>Number 9.</p>
              </details>
            </stemcell-faq>
          </details>
        </stemcell-faq>
      `);
      const inner = outer.querySelector('stemcell-faq')!;
      await inner.ready;
      await aTimeout(50);
      return { outer, inner };
    };

    it('opens what is written as open, and nothing of the outer one', async () => {
      const { outer, inner } = await nested();
      expect(openOnes(inner)).to.deep.equal(['Where do I park?']);
      expect(openOnes(outer)).to.deep.equal([]);
    });

    it('is opened and closed by itself', async () => {
      const { outer, inner } = await nested();
      await press(outer, 'What happens at the visit?');
      await aTimeout(50);
      await press(inner, 'Is there a bus?');
      await press(inner, 'Where do I park?');
      await aTimeout(50);
      expect(openOnes(inner)).to.deep.equal(['Is there a bus?']);
      expect(openOnes(outer)).to.deep.equal(['What happens at the visit?']);
    });

    it('leaves a link and a form of the answer to the page', async () => {
      const { outer } = await nested();
      await press(outer, 'What happens at the visit?');
      const done: string[] = [];
      outer.addEventListener('click', ({ target, defaultPrevented }) => {
        if ((target as Element).localName === 'a' && !defaultPrevented) done.push('link');
      });
      outer.addEventListener('submit', (event) => {
        event.preventDefault();
        done.push('form');
      });
      const link = outer.querySelector('a')!;
      expect(isSeen(link)).to.equal(true);
      const address = location.href;
      link.click();
      // Some engines follow a link as a task of its own.
      await waitUntil(() => location.hash === '#map');
      history.replaceState(null, '', address);
      outer.querySelector<HTMLButtonElement>('form button')!.click();
      expect(done).to.deep.equal(['link', 'form']);
      expect(openOnes(outer)).to.deep.equal(['What happens at the visit?']);
    });
  });

  it('goes on after it was moved', async () => {
    const faq = await withFinder();
    await type(faq, 'numb');
    await press(faq, 'Will it hurt?');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(faq);
    await faq.updateComplete;
    expect(questions(faq)).to.have.length(2);
    expect(openOnes(faq)).to.deep.equal(['Will it hurt?']);
    await type(faq, '');
    expect(questions(faq)).to.have.length(6);
    elsewhere.remove();
  });
});
