import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define-all.js';
import type { BaseElement } from '../../src/elements/base-element.js';
import type { StemcellChecklist, StemcellFaq, StemcellGuide, StemcellStepper } from '../../src/index.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait-until.js';

const tags = ['stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'] as const;

interface Parts {
  readonly outer: StemcellGuide;
  readonly stepper: StemcellStepper;
  readonly faq: StemcellFaq;
  readonly checklist: StemcellChecklist;
  readonly all: readonly BaseElement[];
}

async function guideFrom(template: ReturnType<typeof html>): Promise<Parts> {
  const outer = await fixture<StemcellGuide>(template);
  await outer.ready;
  const part = <Part extends BaseElement>(tag: string): Part => outer.shadowRoot!.querySelector<Part>(tag)!;
  const stepper = part<StemcellStepper>('stemcell-stepper');
  const faq = part<StemcellFaq>('stemcell-faq');
  const checklist = part<StemcellChecklist>('stemcell-checklist');
  return { outer, stepper, faq, checklist, all: [outer, stepper, faq, checklist] };
}

const rootOf = (element: Element): ShadowRoot => element.shadowRoot!;
const textOf = (element: Element): string => rootOf(element).textContent.replace(/\s+/g, ' ');
const count = (elements: readonly Element[], selector: string): number[] =>
  elements.map((element) => rootOf(element).querySelectorAll(selector).length);
const buttonOf = (element: Element, name: RegExp): HTMLButtonElement =>
  [...rootOf(element).querySelectorAll('button')].find(({ textContent }) => name.test(textContent.trim()))!;
const checkboxOf = (element: Element, name: string): HTMLInputElement =>
  [...rootOf(element).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].find(({ labels }) =>
    labels![0]!.textContent.includes(name),
  )!;
const choicesOf = (element: Element): HTMLInputElement[] => [
  ...rootOf(element).querySelectorAll<HTMLInputElement>('input[type="radio"]'),
];
const settled = ({ all }: Parts): Promise<unknown> => Promise.all(all.map(({ ready }) => ready));

/** What has the focus, through all shadow roots. */
function focused(): Element {
  let element = document.activeElement!;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

afterEach(() => localStorage.clear());

describe('<stemcell-guide>', () => {
  it('shows the stages, the questions and the checklist, in this order', async () => {
    const { outer, stepper, faq, checklist } = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const order = [...rootOf(outer).querySelectorAll(tags.join())].map(({ localName }) => localName);
    expect(order).to.deep.equal(tags);
    expect(textOf(stepper)).to.include('Stage 1 of 6');
    expect(textOf(faq)).to.include('Will it hurt?');
    expect(textOf(checklist)).to.include('0 of 37 tasks done').and.include('Warning signs');
  });

  it('asks for the pathway, gives the notice and lists the sources once', async () => {
    const { all } = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    expect(count(all, 'fieldset')).to.deep.equal([1, 0, 0, 0]);
    expect(count(all, '[part="notice"]')).to.deep.equal([1, 0, 0, 0]);
    expect(count(all, '#sources')).to.deep.equal([1, 0, 0, 0]);
  });

  it('lists every source that something in it cites', async () => {
    const parts = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const { outer } = parts;
    buttonOf(outer, /^Sources$/).click();
    const list = () => rootOf(outer).querySelectorAll('#sources-panel li');
    await waitUntil(() => list().length, 'the list is there');
    await settled(parts);
    const listed = [...list()].map((item) => item.querySelector('a')!.href);
    expect(new Set(listed).size).to.equal(listed.length);
    expect(listed.some((address) => address.startsWith('https://www.fda.gov/'))).to.equal(true);
    expect(listed).to.have.length.greaterThan(30);
  });

  it('gives its settings to the elements inside, and its changes too', async () => {
    const parts = await guideFrom(
      html`<stemcell-guide clinic-phone="555-0100" region="gb"></stemcell-guide>`,
    );
    const { outer, stepper, faq, checklist } = parts;
    const dialled = () => Array.from(rootOf(checklist).querySelectorAll('a'), ({ href }) => href);
    expect(dialled()).to.include.members(['tel:999', 'tel:5550100']);
    expect(textOf(faq)).not.to.include('approved by the FDA');

    outer.region = 'us';
    outer.clinicPhone = '555-0177';
    outer.procedureDate = '2026-11-22';
    await outer.ready;
    await settled(parts);
    expect(dialled()).to.include.members(['tel:911', 'tel:5550177']);
    expect(textOf(faq)).to.include('approved by the FDA');
    expect(textOf(checklist)).to.include('Sunday, Nov 22');

    outer.pathway = 'donor';
    await settled(parts);
    expect(textOf(stepper)).to.include('Stage 1 of 5');
    expect(count([outer], 'fieldset')).to.deep.equal([0]);
  });

  it('shows everything for donor cells once they are chosen', async () => {
    const parts = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const { outer, stepper, checklist } = parts;
    choicesOf(outer)[2]!.click();
    await settled(parts);
    expect(textOf(stepper)).to.include('Stage 1 of 5').and.not.include('Collecting');
    expect(textOf(checklist)).to.include('Ask for the product name').and.not.include('snug wrap');
    expect(textOf(checklist)).not.to.include('Your belly is hard');
  });

  it('tells the page of the pathway once', async () => {
    const { outer } = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const told: unknown[] = [];
    outer.addEventListener('stemcell-pathway-change', ({ detail }) => told.push(detail));
    choicesOf(outer)[1]!.click();
    expect(told).to.deep.equal([{ pathway: 'fat' }]);
  });

  it('puts the titles inside one level below its own', async () => {
    for (const [level, expected] of [
      [2, ['h2', 'h3', 'h3', 'h3']],
      [4, ['h4', 'h5', 'h5', 'h5']],
      [6, ['h6', 'h6', 'h6', 'h6']],
    ] as const) {
      const { all } = await guideFrom(html`<stemcell-guide heading-level=${level}></stemcell-guide>`);
      const titles = all.map((element) => rootOf(element).querySelector('[part="title"]')!.localName);
      expect(titles).to.deep.equal(expected);
    }
  });

  it('says its title and its notice before the choice, and the choice before the stages', async () => {
    const { outer } = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const places = ['[part="title"]', '[part="notice"]', 'fieldset', 'stemcell-stepper', '#sources'].map(
      (selector) => rootOf(outer).querySelector(selector)!,
    );
    for (const [index, place] of places.slice(1).entries())
      expect(places[index]!.compareDocumentPosition(place)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('meets every rule of axe as it comes', async () => {
    const { outer } = await guideFrom(
      html`<stemcell-guide clinic-name="Rivertown" clinic-phone="555-0100"></stemcell-guide>`,
    );
    await expectAccessible(outer);
  });

  it('meets every rule of axe when it is used, for donor cells', async () => {
    const parts = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const { outer, stepper, faq, checklist } = parts;
    choicesOf(outer)[2]!.click();
    stepper.goTo('recovery');
    faq.expandAll();
    checkboxOf(checklist, 'Take home a note').click();
    await settled(parts);
    await expectAccessible(outer);
  });

  it('meets every rule of axe at the lowest level, with a date and a fixed pathway', async () => {
    const { outer } = await guideFrom(
      html`<stemcell-guide heading-level="6" procedure-date="2026-11-22" pathway="fat"></stemcell-guide>`,
    );
    await expectAccessible(outer);
  });
});

describe('ten guides on a page', () => {
  const contentsOf = (element: Element): BaseElement[] =>
    [element, ...rootOf(element).querySelectorAll(tags.join())] as BaseElement[];

  it('share one set of style sheets, and one guide for each clinic', async () => {
    const place = await fixture(
      html`<div>
        ${Array.from(
          { length: 10 },
          (_, index) => html`<stemcell-guide clinic-name=${index % 2 ? 'One' : 'Two'}></stemcell-guide>`,
        )}
      </div>`,
    );
    const guides = [...place.querySelectorAll('stemcell-guide')];
    await Promise.all(guides.map(({ ready }) => ready));
    const elements = guides.flatMap(contentsOf);
    expect(elements).to.have.length(40);
    await waitUntil(() => elements.every(({ renderRoot }) => renderRoot.querySelector('h2, h3')));
    elements.forEach((element) => element.requestUpdate());
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    const sheets = new Set(elements.flatMap((element) => rootOf(element).adoptedStyleSheets));
    // What all share and the colours, one for each of the four tags, and the search.
    expect(sheets.size).to.be.within(6, 7);
    expect(new Set(elements.map(({ content }) => content)).size).to.equal(2);
  });
});

describe('<stemcell-guide> with the keyboard alone', () => {
  it('is reached from the first control to the last, in the order that is seen', async () => {
    const around = await fixture(html`
      <div>
        <button>Before</button><stemcell-guide clinic-phone="555-0100"></stemcell-guide><button>After</button>
      </div>
    `);
    const outer = around.querySelector('stemcell-guide')!;
    await outer.ready;
    const faq = rootOf(outer).querySelector('stemcell-faq')!;
    faq.scrollIntoView();
    await waitUntil(() => rootOf(faq).querySelector('#search'), 'the search has not come');
    const [before, after] = around.querySelectorAll('button');

    const expected: Element[] = [];
    for (const root of [rootOf(outer), ...tags.map((tag) => rootOf(rootOf(outer).querySelector(tag)!))])
      for (const control of root.querySelectorAll('a[href], button, input'))
        // Of radio buttons only the chosen one is a stop.
        if (
          !control.closest('[hidden]') &&
          (!control.matches('[type="radio"]') || control.matches(':checked'))
        )
          expected.push(control);

    before!.focus();
    const reached: Element[] = [];
    for (let presses = 0; presses < 200; presses++) {
      await sendKeys({ press: 'Tab' });
      const control = focused();
      if (control === after) break;
      // A date has one stop for each of its fields.
      if (control !== reached.at(-1)) reached.push(control);
    }
    expect(focused()).to.equal(after);
    // The sources stand after what is inside.
    const sources = buttonOf(outer, /^Sources$/);
    const inOrder = [...expected.filter((control) => control !== sources), sources];
    const nameOf = (control: Element) => control.id || control.textContent.trim() || control.outerHTML;
    expect(reached.map(nameOf)).to.deep.equal(inOrder.map(nameOf));
  });

  it('does everything', async () => {
    const parts = await guideFrom(html`<stemcell-guide></stemcell-guide>`);
    const { outer, stepper, faq, checklist } = parts;
    const press = async (key: string): Promise<void> => {
      await sendKeys({ press: key });
      await settled(parts);
    };

    choicesOf(outer)[0]!.focus();
    await press('ArrowDown');
    expect(textOf(stepper)).to.include('Collecting fat');
    await press('ArrowDown');
    expect(textOf(stepper)).to.include('Stage 1 of 5');

    buttonOf(stepper, /^Next/).focus();
    await press('Enter');
    expect(textOf(stepper)).to.include('Stage 2 of 5');
    expect(focused().textContent).to.include('Getting the cells ready');
    await press('Tab');
    expect(focused().textContent.trim()).to.match(/^Copy link: Getting the cells ready$/);
    await press('Tab');
    expect(focused().textContent.trim()).to.match(/^Sources: /);
    await press('Tab');
    expect(focused().textContent.trim()).to.match(/^Back:/);
    await press(' ');
    expect(textOf(stepper)).to.include('Stage 1 of 5');
    buttonOf(stepper, /The injection/).focus();
    await press('Enter');
    expect(textOf(stepper)).to.include('Stage 3 of 5');

    const question = buttonOf(faq, /^Will it hurt/);
    question.focus();
    await press('Enter');
    expect(question).to.have.attribute('aria-expanded', 'true');
    await press(' ');
    expect(question).to.have.attribute('aria-expanded', 'false');
    expect(focused()).to.equal(question);

    checkboxOf(checklist, 'Set up a ride home').focus();
    await press(' ');
    expect(textOf(checklist)).to.include('1 of 36 tasks done');
    expect(focused()).to.equal(checkboxOf(checklist, 'Set up a ride home'));
    await press(' ');
    expect(textOf(checklist)).to.include('0 of 36 tasks done');

    const sources = buttonOf(outer, /^Sources$/);
    sources.focus();
    await press('Enter');
    expect(sources).to.have.attribute('aria-expanded', 'true');
  });
});
