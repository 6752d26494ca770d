import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define-all.js';
import english from '../../../src/content/en.json';
import allSources from '../../../src/content/en.sources.json';
import type { Guide } from '../../../src/content/guide.js';
import { resolveStages } from '../../../src/content/resolve.js';
import type { StemcellChecklist, StemcellFaq, StemcellGuide, StemcellStepper } from '../../../src/index.js';
import { expectAccessible } from '../../support/axe.js';
import { waitUntil } from '../../support/wait-until.js';

const marksIn = (element: Element): HTMLButtonElement[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button.cites')].filter((button) =>
    button.textContent.includes('Sources'),
  );
const numbersOf = (mark: Element): number[] => (mark.textContent.match(/\d+/g) ?? []).map(Number);
const sourcesButton = (element: Element) => element.shadowRoot!.querySelector<HTMLButtonElement>('#sources')!;
const entriesIn = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLLIElement>('ol li[value]'),
];
const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;

/** Follows a mark by keyboard and waits until the focus is on an entry of the list. */
async function follow(mark: HTMLButtonElement, shower: Element): Promise<HTMLLIElement> {
  mark.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused(shower)?.localName === 'li', 'no entry has the focus');
  return focused(shower) as HTMLLIElement;
}

describe('sources in sight', () => {
  afterEach(() => localStorage.clear());

  it('each answer says by number on which sources it rests', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    const panels = [...faq.shadowRoot!.querySelectorAll('.questions .panel')];
    expect(panels).to.have.length(16);
    for (const panel of panels) expect(panel.querySelectorAll('button.cites')).to.have.length(1);
  });

  it('each stage, each group of tasks and each group of signs that cites does so too', async () => {
    const stepper = await fixture<StemcellStepper>(html`<stemcell-stepper></stemcell-stepper>`);
    const buttons = stepper.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part~="stage"]');
    for (const button of buttons) {
      button.click();
      await stepper.updateComplete;
      expect(stepper.shadowRoot!.querySelectorAll('.panel:not([hidden]) .stage button.cites')).to.have.length(
        1,
      );
    }
    const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
    for (const phase of checklist.shadowRoot!.querySelectorAll('.phase'))
      expect(phase.querySelectorAll('button.cites')).to.have.length(1);
    const groups = [...checklist.shadowRoot!.querySelectorAll('.urgency')];
    expect(groups.map((group) => group.querySelectorAll('button.cites').length)).to.deep.equal([1, 1, 0]);
  });

  it('knows the numbers before the list is loaded', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    expect(numbersOf(marksIn(faq)[0]!)).to.deep.equal([1, 2]);
    expect(entriesIn(faq)).to.be.empty;
  });

  it('leads to the entry by keyboard, and back to where the visitor was', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    faq.open('hurt');
    await faq.updateComplete;
    const mark = faq.shadowRoot!.querySelector<HTMLButtonElement>(
      '#stemcell-question-hurt-panel button.cites',
    )!;
    const entry = await follow(mark, faq);
    expect(sourcesButton(faq)).to.have.attribute('aria-expanded', 'true');
    expect(entry.value).to.equal(numbersOf(mark)[0]);
    expect(entry).to.contain.text('What Is Bone Marrow Aspiration?');
    const strong = entriesIn(faq).filter((each) => each.querySelector('b'));
    expect(strong.map((each) => each.value)).to.deep.equal(numbersOf(mark));
    await expectAccessible(faq);

    const back = [...faq.shadowRoot!.querySelectorAll('button')].filter((each) =>
      each.textContent.includes('Back to'),
    );
    expect(back, 'ways back').to.have.length(1);
    back[0]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(focused(faq)).to.equal(mark);
  });

  it('lists every source once, numbered without a gap, with publisher and a link that hands nothing over', async () => {
    const guide = await fixture<StemcellGuide>(html`<stemcell-guide></stemcell-guide>`);
    sourcesButton(guide).click();
    await waitUntil(() => entriesIn(guide).length > 0);
    const entries = entriesIn(guide);
    expect(entries.map((entry) => entry.value)).to.deep.equal(entries.map((_entry, index) => index + 1));
    const addresses = entries.map((entry) => entry.querySelector('a')!.href);
    expect(new Set(addresses).size).to.equal(addresses.length);
    for (const entry of entries) {
      expect(entry.querySelector('a')).to.have.attribute('rel', 'noopener');
      expect(entry.querySelector('small')!.textContent).to.not.be.empty;
    }
  });

  it('an element by itself lists what it cites, without a gap', async () => {
    const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
    sourcesButton(checklist).click();
    await waitUntil(() => entriesIn(checklist).length > 0);
    const values = entriesIn(checklist).map((entry) => entry.value);
    expect(values).to.deep.equal(values.map((_value, index) => index + 1));
    const cited = new Set(marksIn(checklist).flatMap(numbersOf));
    expect(Math.max(...cited)).to.be.at.most(values.length);
  });

  it('inside a guide the numbers are the guide’s, and lead to its one list', async () => {
    const guide = await fixture<StemcellGuide>(html`<stemcell-guide></stemcell-guide>`);
    const faq = guide.shadowRoot!.querySelector('stemcell-faq')!;
    await faq.updateComplete;
    expect(sourcesButton(faq), 'a list in the FAQ').to.be.null;
    faq.open('risks');
    await faq.updateComplete;
    const mark = faq.shadowRoot!.querySelector<HTMLButtonElement>(
      '#stemcell-question-risks-panel button.cites',
    )!;
    const entry = await follow(mark, guide);
    expect(entry.value).to.equal(numbersOf(mark)[0]);
    const titles = entriesIn(guide).filter((each) => each.querySelector('b'));
    expect(titles.map((each) => each.value)).to.deep.equal(numbersOf(mark));
    expect(titles.map((each) => each.textContent).join()).to.contain('Vision Loss');
    entry.querySelector('button')!.click();
    expect(focused(faq)).to.equal(mark);
  });

  it('an English title is told apart from what runs from the right, and spoken as English', async () => {
    const place = await fixture(html`<div dir="rtl"><stemcell-faq></stemcell-faq></div>`);
    const faq = place.querySelector('stemcell-faq')!;
    sourcesButton(faq).click();
    await waitUntil(() => entriesIn(faq).length, 'the list is there');
    const rule = entriesIn(faq).find(({ textContent }) => textContent.includes('21 CFR'))!;
    const title = rule.querySelector('[lang="en"]')!;
    const text = document.createRange();
    const node = document.createTreeWalker(title, NodeFilter.SHOW_TEXT).nextNode()!;
    const leftOf = (start: number): number => {
      text.setStart(node, start);
      text.setEnd(node, start + 1);
      return text.getBoundingClientRect().left;
    };
    const at = node.textContent!.indexOf('21 CFR');
    expect(leftOf(at)).to.be.below(leftOf(at + 3));
  });

  it('a source keeps its number when the visitor changes the pathway', async () => {
    const stepper = await fixture<StemcellStepper>(html`<stemcell-stepper></stemcell-stepper>`);
    sourcesButton(stepper).click();
    await waitUntil(() => entriesIn(stepper).length > 0);
    const titles = () =>
      entriesIn(stepper).map((entry) => `${entry.value} ${entry.querySelector('a')!.text}`);
    /** What each stage rests on, as a visitor reads it who follows its marks. */
    const stages = () =>
      [...stepper.shadowRoot!.querySelectorAll('.stage')].map((stage) =>
        numbersOf(stage.querySelector('button.cites')!).map((number) => titles()[number - 1]),
      );
    const before = { titles: titles(), numbers: marksIn(stepper).slice(0, 3).map(numbersOf) };
    for (const [index, pathway] of (['bone-marrow', 'fat', 'donor'] as const).entries()) {
      stepper.shadowRoot!.querySelectorAll<HTMLInputElement>('[name="pathway"]')[index]!.click();
      await stepper.updateComplete;
      expect(titles()).to.deep.equal(before.titles);
      // The notice, the choice and the first stage are the same for all.
      expect(marksIn(stepper).slice(0, 3).map(numbersOf)).to.deep.equal(before.numbers);
      const cited = resolveStages(english as Guide, { pathway, region: 'us', clinic: {} }).map(({ cites }) =>
        cites!.map((id) => allSources.find((source) => source.id === id)!.title).sort(),
      );
      expect(stages().map((each) => each.map((entry) => entry!.replace(/^\d+ /, '')).sort())).to.deep.equal(
        cited,
      );
    }
  });

  it('shows a clinic’s own source in its place, and drops an address that runs script', async () => {
    const own: Partial<Guide> = {
      questions: [
        {
          id: 'own',
          category: 'basics',
          question: 'What do you do?',
          answer: 'This.',
          cites: ['ours', 'fda-rm-2021', 'bad'],
        },
      ],
      sources: [
        {
          id: 'ours',
          title: 'Our own study',
          publisher: 'Rivertown',
          year: 2026,
          url: 'https://example.org/study',
        },
        { id: 'bad', title: 'Bad', publisher: 'Rivertown', url: 'javascript:alert(1)' },
      ],
    };
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq .guide=${own}></stemcell-faq>`);
    await faq.ready;
    sourcesButton(faq).click();
    await waitUntil(() => entriesIn(faq).length > 0);
    const text = entriesIn(faq).map((entry) => entry.textContent);
    expect(text.join()).to.contain('Our own study').and.contain('Regenerative Medicine Therapies');
    const links = [...faq.shadowRoot!.querySelectorAll('ol a')].map((link) => link.getAttribute('href'));
    expect(links.join()).not.to.contain('javascript');
  });

  it('shows no line and no list where nothing is cited', async () => {
    // What must stay is told in the clinic's own words, which our sources do not speak for.
    const questions = ['risks', 'approved', 'does-it-work'].map((id) => ({ id, answer: 'A.' }));
    const pathways = (english as Guide).pathways.map(({ id }) => ({ id, cites: [] }));
    const bare = { replace: ['questions'], questions, pathways };
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq .guide=${bare} region="gb"></stemcell-faq>`);
    await faq.ready;
    expect(faq.shadowRoot!.querySelector('#stemcell-question-risks-panel')).to.contain.text('A.');
    expect(marksIn(faq)).to.be.empty;
    expect(sourcesButton(faq)).to.be.null;
  });
});
