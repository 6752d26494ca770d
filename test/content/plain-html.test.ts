import { expect, fixtureCleanup, fixture } from '@open-wc/testing';
import '../../src/define-all.js';
import english from '../../src/content/en.json';
import type { Guide } from '../../src/content/guide.js';
import { plainHtml, widgets, type PlainHtmlOptions, type Widget } from '../../src/content/plain-html.js';
import type { Situation } from '../../src/content/resolve.js';
import { readGuide } from '../../src/content/read.js';
import type { StemcellChecklist, StemcellFaq, StemcellGuide, StemcellStepper } from '../../src/index.js';
import type { Locale } from '../../src/content/translate.js';
import { replacePlaceholders } from '../../src/placeholders.js';
import { expectAccessible } from '../support/axe.js';
import { shownText } from '../support/shown-text.js';

type OurElement = StemcellFaq | StemcellStepper | StemcellChecklist | StemcellGuide;

const guide = english as unknown as Guide;
const situation: Situation = {
  pathway: 'fat',
  region: 'us',
  clinic: { clinicName: 'Rivertown Clinic', clinicPhone: '555-0100', afterHoursPhone: '555-0199' },
};

/** What a browser makes of it, scripts and elements of ours asleep. */
function parsed(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.body;
}

const print = (widget: Widget, options?: PlainHtmlOptions, of = guide, at = situation): string =>
  plainHtml(widget, of, at, options);

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Spaces aside: where elements meet, a browser shows none, and a text of theirs put together has one. */
const bare = (text: string): string => text.replace(/\s/g, '');

const timesIn = (text: string, part: string): number => bare(text).split(bare(part)).length - 1;

/** The words of a piece of plain HTML, one text a block. */
const blocksOf = (page: ParentNode): string[] =>
  Array.from(page.querySelectorAll('h2, h3, h4, h5, h6, p, li, summary'), (block) => tidy(block.textContent));

/** The element, and those that a guide holds: the page's own, else its own. */
function partsOf(element: OurElement): OurElement[] {
  const tags = 'stemcell-stepper, stemcell-faq, stemcell-checklist';
  const inside = [element, element.shadowRoot!].flatMap((root) => [
    ...root.querySelectorAll<OurElement>(tags),
  ]);
  return [element, ...inside];
}

async function run(html: string): Promise<OurElement> {
  const place = await fixture<HTMLElement>(`<div>${html}</div>`);
  replacePlaceholders();
  const element = place.firstElementChild as OurElement;
  await element.ready;
  for (const each of partsOf(element)) await each.ready;
  return element;
}

/** Opens what is closed, as a visitor who wants to read all would. */
async function openAll(element: OurElement): Promise<void> {
  for (const part of partsOf(element)) {
    const root = part.shadowRoot!;
    const button = Array.from(root.querySelectorAll('button')).find((each) =>
      /Show all (stages|answers)/.test(each.textContent),
    );
    button?.click();
    root.querySelector<HTMLElement>('#questions[aria-expanded="false"]')?.click();
    await part.updateComplete;
  }
}

describe('plainHtml', () => {
  afterEach(() => {
    fixtureCleanup();
    localStorage.clear();
  });

  it('tells every stage with its time and its lists', () => {
    const page = parsed(print('stepper', { form: 'bare' }));
    const texts = blocksOf(page);
    for (const text of [
      'What happens, step by step',
      'Please read this first',
      'Collecting fat',
      'Takes 20–45 minutes.',
      'Add time to get set up, and to wake up if you have medicine to relax you. Ask your clinic',
      'How to get ready',
      'Tugging or pulling.',
      'Questions to take to your visit',
    ])
      expect(texts, text).to.include(text);
    expect(texts.join(' ')).not.to.contain('bone marrow is drawn').and.not.to.contain('{');
    expect(page.querySelector('#harvesting a[href^="https://"]')).to.exist;
  });

  it('tells every question that holds here, with its answer and its sources', () => {
    const page = parsed(print('faq', { form: 'bare' }));
    const asked = guide.questions.filter(({ pathways }) => !pathways || pathways.includes('fat'));
    expect(Array.from(page.querySelectorAll('summary'), (each) => each.textContent)).to.deep.equal(
      asked.map(({ question }) => question),
    );
    expect(page.querySelector('#risks')!.textContent).to.contain('Sources: ');
    const elsewhere = parsed(print('faq', { form: 'bare' }, guide, { ...situation, region: 'gb' }));
    expect(elsewhere.querySelector('#approved')).not.to.exist;
  });

  it('tells the tasks by day with their reasons, and the warning signs with numbers that can be called', () => {
    const page = parsed(print('checklist', { form: 'bare' }));
    expect(tidy(page.querySelector('#keep-dry')!.textContent)).to.equal(
      'Keep your bandages clean and dry for 24 hours. It lowers the chance of infection. Ask your clinic',
    );
    expect(page.querySelector('#day-0')!.matches('[data-from="0"][data-to="0"]')).to.equal(true);
    const calls = Array.from(
      page.querySelectorAll<HTMLAnchorElement>('[data-stemcell-plain] a[href^="tel:"]'),
    );
    expect(calls.map(({ href }) => href)).to.have.members([
      'tel:911',
      'tel:5550100',
      'tel:5550199',
      'tel:5550100',
    ]);
    expect(page.textContent).to.contain('trouble breathing');
  });

  it('follows the level of the title, 6 at most, and the language of dates and figures', () => {
    const deep = parsed(print('stepper', { form: 'bare', headingLevel: 5 }));
    expect(deep.querySelector('h5')!.textContent).to.equal('What happens, step by step');
    expect(deep.querySelectorAll('section > h6').length).to.be.above(6);
    expect(deep.querySelector('h1, h2, h3, h4')).not.to.exist;
    expect(print('faq', { language: 'en-GB' }))
      .to.contain('on 22 November 2026.')
      .and.to.contain(' lang="en-GB"');
  });

  it('prints what others wrote as text, and links only where a link may lead', () => {
    const harm = '<img src=x onerror="alert(1)">&amp; “$&” {nothing}';
    const { guide: hostile } = readGuide(
      {
        stages: [{ id: 'consultation', title: harm, summary: harm }],
        questions: [
          {
            id: 'hurt',
            question: harm,
            answer: [{ list: [harm, ['See ', { text: harm, href: 'https://a.test/?a="&b' }]] }],
          },
        ],
        phases: [{ id: 'day-0', title: harm, tasks: [{ id: 'consent', text: harm, why: harm }] }],
        notices: { education: harm },
      },
      guide,
    );
    // A guide that nobody checked: the one place where an address could be anything.
    const question = hostile.questions.find(({ id }) => id === 'risks')!;
    question.answer = { paragraph: ['Read ', { text: 'more', href: ' java\tscript:alert(1)' }] };
    for (const widget of widgets)
      for (const form of ['element', 'placeholder', 'bare'] as const) {
        const clinic = { clinicName: harm, clinicUrl: 'javascript:alert(1)', clinicPhone: `555-0100"><b>` };
        const page = parsed(
          print(widget, { form, notice: harm, given: { notices: { education: '</script><b>' } } }, hostile, {
            ...situation,
            clinic,
          }),
        );
        expect(page.querySelector('img, b, [onerror], [href*="script" i]'), widget + form).not.to.exist;
        for (const { protocol } of page.querySelectorAll('a'))
          expect(protocol).to.match(/^(https?|tel|mailto):$/);
        expect(page.textContent).to.contain('<img src=x onerror="alert(1)">&amp; “$&”');
      }
  });

  for (const widget of widgets)
    for (const form of ['element', 'placeholder'] as const)
      it(`is taken over by a running <stemcell-${widget}> from its ${form}, and nothing is said twice`, async () => {
        const html = print(widget, { form });
        const before = blocksOf(parsed(html));
        const told: string[] = [];
        const listen = ({ detail }: CustomEvent<{ problems: readonly string[] }>): void =>
          void told.push(...detail.problems);
        document.addEventListener('stemcell-error', listen as EventListener);
        const element = await run(html);
        await openAll(element);
        document.removeEventListener('stemcell-error', listen as EventListener);
        expect(told).to.deep.equal([]);
        const shown = tidy(shownText(element));

        // An element with nothing inside tells the same, each text as often.
        const open = html.slice(0, html.indexOf('>') + 1);
        const usual = await run(form === 'element' ? `${open}</stemcell-${widget}>` : `${open}</div>`);
        await openAll(usual);
        const expected = tidy(shownText(usual));
        const texts = before
          .filter(
            (text) =>
              !/^(Sources: |Where do the cells|Your own fat$|The doctor takes a little fat)/.test(text),
          )
          .map((text) => text.replace(/ Ask your clinic$/, ''));
        expect(texts.length).to.be.above(30);
        for (const text of texts) {
          expect(timesIn(shown, text), text).to.be.above(0);
          if (text.length > 20) expect(timesIn(shown, text), text).to.equal(timesIn(expected, text));
        }
        if (form === 'element') await expectAccessible(element);
      });

  it('is taken over in another language and from the right', async () => {
    const { guide: arabic, words } = (await (await fetch('/src/locales/ar.json')).json()) as Locale;
    for (const widget of ['stepper', 'faq', 'checklist'] as const) {
      const html = print(widget, { language: 'ar-US', words, direction: 'rtl' }, arabic);
      const page = parsed(html);
      expect(getComputedStyle(await fixture(html)).direction).to.equal('rtl');
      const element = await run(html);
      await openAll(element);
      const shown = tidy(shownText(element));
      page.querySelectorAll('[data-stemcell-plain]').forEach((each) => each.remove());
      const texts = blocksOf(page).filter((text) => !text.startsWith('المصادر: '));
      expect(texts.length).to.be.above(20);
      for (const text of texts) expect(timesIn(shown, text.replace(words.confirm, '')), text).to.be.above(0);
      const links = [...element.querySelectorAll<HTMLElement>('[href^="tel:"]')];
      for (const link of links) expect(link.dir).to.equal('ltr');
    }
  });

  it('keeps the names of questions, stages and tasks, so that links and ticks stay', async () => {
    const faq = (await run(print('faq'))) as StemcellFaq;
    faq.open('risks');
    await faq.updateComplete;
    expect(faq.shadowRoot!.querySelector('#stemcell-question-risks')).to.have.attribute(
      'aria-expanded',
      'true',
    );
    const checklist = (await run(print('checklist'))) as StemcellChecklist;
    const tasks = checklist.phases.flatMap((phase) => phase.tasks);
    const expected = guide.phases
      .flatMap((phase) => phase.tasks)
      .filter(({ pathways }) => !pathways || pathways.includes('fat'));
    const facts = (all: typeof tasks): unknown[] =>
      all.map(({ id, from, to, visit, repeat, confirm }) => ({ id, from, to, visit, repeat, confirm }));
    expect(facts(tasks)).to.deep.equal(facts(expected));
  });

  it('gives the element what its own words cannot carry of a guide', async () => {
    const given = {
      $schema: './guide.schema.json',
      notices: { education: 'Our own notice.' },
      warnings: { intro: 'Call us </script> at once.' },
      questions: [{ id: 'hurt', answer: 'A little.' }],
    };
    const html = print('checklist', { given }, readGuide(given, guide).guide);
    expect(html).not.to.contain('"questions"');
    expect(html).not.to.contain('$schema');
    const element = await run(html);
    const shown = tidy(shownText(element));
    expect(timesIn(shown, 'Our own notice.')).to.equal(1);
    expect(timesIn(shown, 'Call us </script> at once.')).to.equal(1);
    expect(print('checklist', { given, form: 'bare' })).not.to.contain('<script');
    expect(print('checklist', { given: { questions: [] } })).not.to.contain('<script');
  });

  it('is the same text each time, a block a line', () => {
    for (const widget of widgets) {
      const html = print(widget);
      expect(html).to.equal(print(widget));
      expect(html).not.to.match(/\n\n|\n$|^\s|\r/);
    }
  });
});
