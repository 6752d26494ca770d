import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define-all.js';
import type { BaseElement } from '../../src/elements/base-element.js';
import { journeyOf } from '../../src/journey/journey.js';
import { isoDateOfDay, today } from '../../src/journey/days.js';
import { say } from '../../src/words/words.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait-until.js';

// What visitors do with the elements, all of it on an Arabic page that is read from the right. Words are those of the
// language's own file, so that a button that forgot its translation is not found. What a text is made of is looked for
// by role; English letters may stand in names alone.

type Words = Readonly<Record<string, string>>;

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const all = <Found extends Element = HTMLElement>(element: Element, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector),
];
const button = (element: Element, name: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(element, 'button').find((each) =>
    tidy(each.textContent).startsWith(name),
  );
  expect(found, name).not.to.equal(undefined);
  return found!;
};
const status = (element: Element): string => tidy(all(element, '[role="status"]')[0]!.textContent);
const rootOf = (element: Element): HTMLElement => all(element, '.root')[0]!;

/** Letters of ours that are not Arabic, but for names that stay as they are. */
function latinIn(element: Element): string[] {
  const names =
    /FDA|MedWatch|Medicare|Medicaid|Health Canada|ATMPs?|BMAC|MRI|X|stemcell-guide|Rivertown|https?:\S*|QR|C|F|PDF|a@b\.example/g;
  return [
    ...new Set(
      rootOf(element)
        .innerText.replace(names, '')
        .match(/[A-Za-z]{2,}/g) ?? [],
    ),
  ];
}

let words: Words;

async function show(content: ReturnType<typeof html>): Promise<BaseElement> {
  const element = await fixture<BaseElement>(content);
  await element.ready;
  words = element.words as unknown as Words;
  return element;
}

/** Accessible, from the right, nothing wider than its place, and no English in it. */
async function expectArabic(element: BaseElement): Promise<void> {
  await element.updateComplete;
  const root = rootOf(element);
  expect(getComputedStyle(root).direction).to.equal('rtl');
  expect(root.lang).to.equal('ar');
  expect(root.scrollWidth).to.be.at.most(root.clientWidth + 1);
  expect(latinIn(element)).to.deep.equal([]);
  await expectAccessible(element);
}

before(() => {
  document.documentElement.lang = 'ar';
  document.documentElement.dir = 'rtl';
});
after(() => {
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('dir');
});
afterEach(() => {
  localStorage.clear();
  journeyOf('local').clear();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('<stemcell-stepper> in Arabic', () => {
  const stepper = () => show(html`<stemcell-stepper></stemcell-stepper>`);

  it('has its stages in order from the right', async () => {
    const element = await stepper();
    await expectArabic(element);
    const stages = all(element, '[part~="stage"]');
    expect(stages).to.have.length(6);
    (element as BaseElement & { orientation: string }).orientation = 'horizontal';
    await element.updateComplete;
    const places = all(element, '[part~="stage"]').map((stage) => stage.getBoundingClientRect());
    expect(places[0]!.right).to.be.above(places[1]!.right);
  });

  it('goes on and back, says where one is, and moves focus', async () => {
    const element = await stepper();
    const titles = element.content.stages.map(({ title }) => title);
    expect(titles[0]).to.match(/[؀-ۿ]/);
    button(element, say(words['next']!, { title: '' }).trim()).click();
    await waitUntil(() => element.shadowRoot!.activeElement?.matches('h3'));
    expect(status(element)).to.include(say(words['stageOf']!, { number: 2, count: 6 }, 'ar'));
    button(element, say(words['previous']!, { title: titles[0]! })).click();
    await waitUntil(() => tidy(element.shadowRoot!.activeElement?.textContent) === titles[0]);
    await expectArabic(element);
  });

  it('tells all stages, the times and the list of questions', async () => {
    const element = await stepper();
    button(element, words['allStages']!).click();
    await element.updateComplete;
    await expectArabic(element);
    for (const name of ['times', 'askAlways']) {
      button(element, words[name]!).click();
      await waitUntil(
        () => all(element, `#${name === 'times' ? 'times' : 'questions'}[aria-expanded="true"]`)[0],
      );
    }
    all<HTMLInputElement>(element, '[type="checkbox"]')[0]!.click();
    await element.updateComplete;
    expect(all(element, 'textarea')).to.have.length(1);
    await expectArabic(element);
  });

  it('draws the times from the right', async () => {
    const element = await stepper();
    button(element, words['times']!).click();
    await waitUntil(() => all(element, '#times-panel svg path').length);
    const [firstBar] = all(element, '#times-panel [role="listitem"] path:nth-of-type(3)');
    expect(firstBar!.getAttribute('d')).to.match(/^M100 /);
  });

  it('shows each way to get the cells', async () => {
    const element = await stepper();
    for (const radio of all<HTMLInputElement>(element, '[type="radio"]')) {
      radio.click();
      await expectArabic(element);
    }
  });
});

describe('<stemcell-faq> in Arabic', () => {
  const faq = async (): Promise<BaseElement> => {
    const element = await show(
      html`<stemcell-faq feedback clinic-name="Rivertown" clinic-email="a@b.example"></stemcell-faq>`,
    );
    await waitUntil(() => all(element, '#search').length);
    return element;
  };

  it('opens and closes an answer with the keyboard alone', async () => {
    const element = await faq();
    const [question] = all<HTMLButtonElement>(element, '[part="question"]');
    question!.focus();
    await sendKeys({ press: 'Enter' });
    expect(question!.getAttribute('aria-expanded')).to.equal('true');
    await expectArabic(element);
    await sendKeys({ press: ' ' });
    expect(question!.getAttribute('aria-expanded')).to.equal('false');
  });

  it('opens all, and says so', async () => {
    const element = await faq();
    button(element, words['showAll']!).click();
    await element.updateComplete;
    expect(status(element)).to.equal(words['allShown']);
    await expectArabic(element);
  });

  it('finds a word, and says in the right form how much it found', async () => {
    const element = await faq();
    const [search] = all<HTMLInputElement>(element, '#search');
    search!.value = element.content.questions.find(({ id }) => id === 'nsaids')!.keywords![0]!;
    search!.dispatchEvent(new Event('input'));
    await element.updateComplete;
    const shown = all(element, '.item:not([hidden])').length;
    expect(shown).to.be.above(0).and.below(15);
    const forms = (element.words as unknown as Record<string, object>)['questionsShown']!;
    const count = all(element, '.item').length;
    const text = say(forms, { shown, count }, 'ar');
    expect(tidy(all(element, '.toolbar p')[0]!.textContent)).to.equal(text);
    await expectArabic(element);
  });

  it('that found nothing says whom to ask', async () => {
    const element = await faq();
    const [search] = all<HTMLInputElement>(element, '#search');
    search!.value = 'قققق';
    search!.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(rootOf(element).innerText).to.include('Rivertown').and.include(words['nothingFound']!);
    await expectArabic(element);
  });

  it('thanks for an answer, and leads to its sources and back', async () => {
    const element = await faq();
    const [question] = all<HTMLButtonElement>(element, '[part="question"]');
    question!.click();
    await element.updateComplete;
    button(element, words['yes']!).click();
    await element.updateComplete;
    expect(status(element)).to.equal(words['thanks']);
    all<HTMLButtonElement>(element, '.item .cites')[0]!.click();
    await waitUntil(() => element.shadowRoot!.activeElement?.matches('.wanted'));
    await expectAccessible(element);
    button(element, words['sourceBack']!).click();
    expect(element.shadowRoot!.activeElement?.className).to.include('cites');
  });
});

describe('<stemcell-checklist> in Arabic', () => {
  const checklist = (date = isoDateOfDay(today() - 1)) =>
    show(
      html`<stemcell-checklist clinic-phone="+1 (555) 010-0100" procedure-date=${date}></stemcell-checklist>`,
    );

  it('counts what is ticked, in the form that the figure asks for', async () => {
    const element = await checklist();
    const count = all(element, 'input[id^="stemcell-task-"]').length;
    for (const done of [1, 2, 3]) {
      all<HTMLInputElement>(element, 'input[id^="stemcell-task-"]')[done]!.click();
      await element.updateComplete;
      const forms = (element.words as unknown as Record<string, object>)['tasksDone']!;
      expect(status(element)).to.equal(say(forms, { done, count }, 'ar'));
    }
    await expectArabic(element);
  });

  it('says how long it is until the procedure, and how long ago it was', async () => {
    for (const days of [1, 2, 5, 11, 0, -3]) {
      const element = await checklist(isoDateOfDay(today() + days));
      const said = tidy(all(element, '.day')[0]!.textContent);
      expect(said).to.match(/[؀-ۿ]/).and.not.match(/[{}]/);
      await expectArabic(element);
      element.remove();
    }
  });

  it('clears the ticks and brings them back', async () => {
    const element = await checklist();
    all<HTMLInputElement>(element, 'input[id^="stemcell-task-"]')[0]!.click();
    await element.updateComplete;
    button(element, words['clear']!).click();
    await element.updateComplete;
    expect(status(element)).to.equal(words['ticksCleared']);
    button(element, words['undo']!).click();
    await element.updateComplete;
    expect(status(element)).to.equal(words['undone']);
  });

  it('carries the list along: its tools, its calendar and the link', async () => {
    const element = (await checklist()) as BaseElement & { calendar(): Promise<string> };
    button(element, words['carryTitle']!).click();
    await waitUntil(() => all(element, '.tools').length);
    button(element, words['move']!).click();
    await element.updateComplete;
    await expectArabic(element);
    const calendar = (await element.calendar()).replace(/\r\n /g, '');
    const titles = calendar.match(/(?<=SUMMARY:).+/g)!;
    expect(titles.length).to.be.above(3);
    for (const title of titles)
      expect(title)
        .to.match(/[؀-ۿ]/)
        .and.not.match(/[{}A-Za-z]/);
    expect(calendar).to.match(/DTSTART;VALUE=DATE:\d{8}/);
  });

  it('shows the numbers to call, from the left, in the warning signs', async () => {
    const element = await checklist();
    const [link] = all<HTMLAnchorElement>(element, '.warnings [href^="tel:"]');
    expect(link!.textContent).to.equal('+1 (555) 010-0100');
    expect(getComputedStyle(link!).direction).to.equal('ltr');
  });
});

describe('<stemcell-guide> in Arabic', () => {
  it('shows all three, each from the right, with one choice and one notice', async () => {
    const element = await show(html`<stemcell-guide></stemcell-guide>`);
    await expectArabic(element);
    expect(all(element, '.notice')).to.have.length(1);
    for (const tag of ['stepper', 'faq', 'checklist']) {
      const part = element.shadowRoot!.querySelector<BaseElement>('stemcell-' + tag)!;
      await part.ready;
      expect(latinIn(part), tag).to.deep.equal([]);
      expect(getComputedStyle(rootOf(part)).direction).to.equal('rtl');
    }
  });
});
