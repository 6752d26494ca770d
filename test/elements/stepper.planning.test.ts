import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define-all.js';
import { beside } from '../../src/beside.js';
import english from '../../src/content/en.json';
import { resolveStages } from '../../src/content/resolve.js';
import { timesOfDay } from '../../src/elements/stepper/times.state.js';
import type { Guide, Pathway, StemcellStepper } from '../../src/index.js';
import { expectAccessible } from '../support/axe.js';
import { inEnglish } from '../support/in-english.js';
import { waitUntil } from '../support/wait-until.js';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const settle = async (stepper: StemcellStepper): Promise<void> => {
  await stepper.ready;
  await aTimeout(100);
  await stepper.updateComplete;
};

const show = async (markup = html`<stemcell-stepper></stemcell-stepper>`): Promise<StemcellStepper> => {
  const stepper = await fixture<StemcellStepper>(markup);
  await settle(stepper);
  return stepper;
};

/** Opens "The times at a glance" or "Questions to take to your visit". */
const open = async (stepper: StemcellStepper, id: string): Promise<HTMLElement> => {
  const { shadowRoot } = stepper;
  shadowRoot!.getElementById(id)!.click();
  const isOpen = () => shadowRoot!.getElementById(id)!.getAttribute('aria-expanded') === 'true';
  await waitUntil(isOpen, `"${id}" is open, for which a module is loaded the first time`);
  await stepper.updateComplete;
  return shadowRoot!.getElementById(`${id}-panel`)!;
};

const withPathway = (pathway: Pathway): ReturnType<typeof resolveStages> =>
  resolveStages(english as Guide, { pathway, region: 'us', clinic: {} });

describe('the times at a glance', () => {
  it('of the day are those of the stages that take minutes or hours, without the visit before', () => {
    const totalOf = (pathway: Pathway): unknown => timesOfDay(withPathway(pathway))?.total;
    expect(totalOf('bone-marrow')).to.deep.equal({ min: 1, max: 2, unit: 'hour' });
    expect(totalOf('fat')).to.deep.equal({ min: 1, max: 3, unit: 'hour' });
    expect(totalOf('donor')).to.deep.equal({ min: 25, max: 60, unit: 'minute' });
    expect(timesOfDay(withPathway('fat'))?.stages.map(({ stage }) => stage.id)).to.deep.equal([
      'harvesting',
      'processing',
      'injection',
    ]);
    expect(timesOfDay([])).to.equal(undefined);
    expect(timesOfDay([{}, { duration: { min: 1, max: 2, unit: 'day' } }])).to.equal(undefined);
    const hours = [{}, { duration: { min: 0.5, max: 4, unit: 'hour' } }] as const;
    expect(timesOfDay(hours)?.total).to.deep.equal({ min: 1, max: 4, unit: 'hour' });
  });

  it('say in words what is drawn, for the pathway that is chosen', async () => {
    const stepper = await show(html`<stemcell-stepper pathway="fat"></stemcell-stepper>`);
    const panel = await open(stepper, 'times');
    expect(words(panel)).to.include('About 1–3 hours in all');
    expect(words(panel)).to.include('Collecting fat: 20–45 minutes');
    expect(words(panel)).to.include('Full sport or hard labor: 8–12 weeks after the shot');
    expect(words(panel)).to.include('2 weeks, 6 weeks, 3 months, and 6 months after the shot');
    await expectAccessible(stepper);

    stepper.pathway = 'donor';
    await settle(stepper);
    expect(words(panel)).to.include('About 25–60 minutes in all');
    expect(words(panel)).to.include('Getting the cells ready: 10–30 minutes');
    expect(words(panel)).not.to.include('Collecting');
  });

  it('draw one bar after the other, thick to the shortest time and thin to the longest', async () => {
    const stepper = await show(html`<stemcell-stepper dir="ltr" pathway="donor"></stemcell-stepper>`);
    const panel = await open(stepper, 'times');
    const [preparing, injecting] = panel.querySelectorAll('svg');
    const lines = (drawing: Element | undefined): (string | null)[] =>
      [...drawing!.querySelectorAll('path')].slice(1, 3).map((path) => path.getAttribute('d'));
    // Sixty minutes are the whole width: 10 to 30 minutes, then 15 to 30 minutes.
    expect(lines(preparing)).to.deep.equal(['M16.666666666666668 5H50M50 0V10', 'M0 5H16.666666666666668']);
    expect(lines(injecting)).to.deep.equal(['M75 5H100M100 0V10', 'M50 5H75']);
    panel
      .querySelectorAll('svg')
      .forEach((drawing) => expect(drawing.closest('[aria-hidden="true"]')).to.exist);
  });

  it('begin where reading begins', async () => {
    const place = await fixture<HTMLElement>(
      html`<div dir="rtl"><stemcell-stepper pathway="donor"></stemcell-stepper></div>`,
    );
    const stepper = place.querySelector('stemcell-stepper')!;
    await settle(stepper);
    const panel = await open(stepper, 'times');
    expect(panel.querySelector('svg path:nth-of-type(3)')!.getAttribute('d')).to.equal(
      'M100 5H83.33333333333333',
    );
  });

  for (const language of ['en-US', 'ar'])
    it(`have marks that keep apart on a telephone (${language})`, async () => {
      const place = await fixture<HTMLElement>(
        html`<div lang=${language} dir=${language === 'ar' ? 'rtl' : 'ltr'} style="inline-size: 288px; font-size: 16px">
          <stemcell-stepper></stemcell-stepper>
        </div>`,
      );
      const stepper = place.querySelector('stemcell-stepper')!;
      await stepper.ready;
      await settle(stepper);
      const panel = await open(stepper, 'times');
      const marks = Array.from(panel.querySelectorAll('text'), (mark) => mark.getBoundingClientRect());
      expect(marks.length).to.be.above(6);
      for (const [index, mark] of marks.entries())
        for (const other of marks.slice(index + 1))
          expect(
            mark.right < other.left ||
              other.right < mark.left ||
              mark.bottom <= other.top + 3 ||
              other.bottom <= mark.top + 3,
            `marks ${index} and another`,
          ).to.equal(true);
    });

  it('are told of in plain words when the drawing cannot be had, and can be asked for again', async () => {
    const { planning } = beside;
    beside.planning = () => Promise.reject(new TypeError('offline'));
    const stepper = await show();
    beside.planning = planning;
    const panel = await open(stepper, 'times');
    expect(words(panel.querySelector('[role="alert"]'))).to.include('did not load');
    const questions = await open(stepper, 'questions');
    expect(words(questions)).to.include('did not load');
    expect(words(questions)).to.include(english.ask[0]);
  });
});

describe('the questions to take to the visit', () => {
  const boxes = (panel: HTMLElement): HTMLInputElement[] => [...panel.querySelectorAll('input')];
  const tick = async (stepper: StemcellStepper, panel: HTMLElement, question: string): Promise<void> => {
    boxes(panel)
      .find(({ labels }) => words(labels![0]) === question)!
      .click();
    await settle(stepper);
  };
  const paper = (panel: HTMLElement): string => inEnglish(panel.querySelector('textarea')?.value ?? '');
  const press = async (stepper: StemcellStepper, panel: HTMLElement, name: string): Promise<void> => {
    [...panel.querySelectorAll('button')].find((each) => words(each) === name)!.click();
    await settle(stepper);
  };

  it('stand there for whoever does not tick', async () => {
    const stepper = await show();
    const closed = stepper.shadowRoot!.getElementById('questions-panel')!;
    english.ask.forEach((question) => expect(words(closed)).to.include(question));
  });

  it('are those of all stages of the pathway, and are ticked into a list', async () => {
    const stepper = await show(html`<stemcell-stepper pathway="donor"></stemcell-stepper>`);
    const panel = await open(stepper, 'questions');
    const count = withPathway('donor').reduce((sum, { ask = [] }) => sum + ask.length, english.ask.length);
    expect(boxes(panel)).to.have.lengthOf(count);
    expect(words(panel)).to.include('Your list (0)').and.to.include('Nothing is ticked yet.');
    await expectAccessible(stepper);

    await tick(stepper, panel, 'What are my other choices?');
    await tick(stepper, panel, 'How was the donor tested?');
    expect(words(panel)).to.include('Your list (2)');
    expect(paper(panel)).to.equal('What are my other choices?\nHow was the donor tested?');
    await expectAccessible(stepper);

    stepper.pathway = 'fat';
    await settle(stepper);
    expect(paper(panel)).to.equal('What are my other choices?');
    expect(boxes(panel).filter(({ checked }) => checked)).to.have.lengthOf(1);
    stepper.pathway = 'donor';
    await settle(stepper);
    expect(paper(panel)).to.equal('What are my other choices?\nHow was the donor tested?');
    await tick(stepper, panel, 'What are my other choices?');
    expect(paper(panel)).to.equal('How was the donor tested?');
  });

  it('are kept nowhere but in the page', async () => {
    const stepper = await show();
    const panel = await open(stepper, 'questions');
    await tick(stepper, panel, 'What are my other choices?');
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    const another = await show();
    const other = await open(another, 'questions');
    expect(words(other)).to.include('Your list (0)');
  });

  it('are copied, or selected where the browser refuses', async () => {
    const stepper = await show();
    const panel = await open(stepper, 'questions');
    await tick(stepper, panel, 'What are my other choices?');
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(inEnglish(text))) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const status = stepper.shadowRoot!.querySelector('[role="status"]');
    await press(stepper, panel, 'Copy the list');
    expect(copied).to.deep.equal(['What are my other choices?']);
    expect(words(status)).to.equal('List copied');
    clipboard.writeText = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    await press(stepper, panel, 'Copy the list');
    delete (navigator as unknown as Record<string, unknown>).clipboard;
    const list = panel.querySelector('textarea')!;
    expect(stepper.shadowRoot!.activeElement).to.equal(list);
    expect(list.value.slice(list.selectionStart, list.selectionEnd)).to.equal(list.value);
    expect(words(status)).to.equal('Not copied. The list is selected for you to copy.');
  });

  it('are printed alone, as text', async () => {
    const guide = { ask: ['Is <b>this</b> <img src=x> mine?'] };
    const stepper = await show(html`<stemcell-stepper .guide=${guide}></stemcell-stepper>`);
    const panel = await open(stepper, 'questions');
    await tick(stepper, panel, 'Is <b>this</b> <img src=x> mine?');
    const printed: string[] = [];
    const { prototype } = HTMLIFrameElement;
    const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow')!;
    // In place of the dialog of the browser, which nobody would answer.
    const get = function (this: HTMLIFrameElement): Window {
      const page = own.get!.call(this) as Window;
      page.print = () => {
        printed.push(words(document.importNode(page.document.body, true)));
        page.dispatchEvent(new Event('afterprint'));
      };
      return page;
    };
    Object.defineProperty(prototype, 'contentWindow', { ...own, get });
    await press(stepper, panel, 'Print the list');
    await waitUntil(() => printed.length, 'the list is printed').finally(() =>
      Object.defineProperty(prototype, 'contentWindow', own),
    );
    expect(printed).to.deep.equal(['My questions for the clinicIs <b>this</b> <img src=x> mine?']);
    const frame = () => document.querySelector('iframe[title="My questions for the clinic"]');
    await waitUntil(() => !frame(), 'the page to print is taken away');
  });
});
