import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define-all.js';
import english from '../../src/content/en.json';
import type { BaseElement } from '../../src/elements/base-element.js';
import { forAuthor, pageSettings } from '../../src/elements/settings.js';
import type {
  Guide,
  StemcellChecklist,
  StemcellFaq,
  StemcellGuide,
  StemcellStepper,
} from '../../src/index.js';
import { journeyOf } from '../../src/journey/journey.js';
import { storageKey } from '../../src/journey/storage.js';

// What all elements share is tried on those that show it best.

const guide = english as Guide;

const textOf = (element: Element): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');
const titleOf = (element: Element): Element => element.shadowRoot!.querySelector('[part="title"]')!;
const headingsOf = (element: Element): Set<string> =>
  new Set(
    Array.from(element.shadowRoot!.querySelectorAll('h1,h2,h3,h4,h5,h6'), ({ localName }) => localName),
  );
const linksOf = (element: Element): string[] =>
  Array.from(element.shadowRoot!.querySelectorAll('a'), ({ href }) => href);
const choicesOf = (element: Element): HTMLInputElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="radio"]'),
];
const choiceOf = (element: Element, name: string): HTMLInputElement =>
  choicesOf(element).find((choice) => choice.labels![0]!.querySelector('b')!.textContent === name)!;
const chosenIn = (element: Element): string | undefined =>
  choicesOf(element)
    .find(({ checked }) => checked)
    ?.labels![0]!.querySelector('b')!.textContent;
const inside = <Element extends BaseElement>(outer: StemcellGuide, tag: string): Element =>
  outer.shadowRoot!.querySelector<Element>(tag)!;

/** What is told on the console while something is done, also by the file for authors, which comes a moment later. */
async function warningsOf(action: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...parts) => void warnings.push(parts.join(' '));
  try {
    await action();
    await forAuthor();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  journeyOf('none').clear();
  for (const name of Object.keys(pageSettings)) Reflect.deleteProperty(pageSettings, name);
});

describe('the settings of an element', () => {
  it('are its own attributes', async () => {
    const checklist = await fixture(html`
      <stemcell-checklist
        clinic-phone="(555) 010-0100"
        after-hours-phone="(555) 010-0199"
        emergency-number="117"
        pathway="fat"
        region="eu"
        procedure-date="2026-11-22"
      ></stemcell-checklist>
    `);
    expect(linksOf(checklist)).to.include.members(['tel:5550100100', 'tel:5550100199', 'tel:117']);
    expect(textOf(checklist))
      .to.include('In the EU')
      .and.include('Wear your snug wrap')
      .and.include('Nov 22');
  });

  it('are its own properties', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    faq.region = 'ca';
    faq.headingLevel = 4;
    await faq.ready;
    expect(textOf(faq)).to.include('In Canada');
    expect(titleOf(faq).localName).to.equal('h4');
  });

  it('follow a change, and go back to the default when they are taken away', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq region="ca" heading-level="3"></stemcell-faq>`);
    faq.removeAttribute('region');
    faq.removeAttribute('heading-level');
    await faq.ready;
    expect(textOf(faq)).to.include('The FDA has not approved');
    expect(titleOf(faq).localName).to.equal('h2');
  });

  it('come from the nearest guide where the element says nothing', async () => {
    const outer = await fixture<StemcellGuide>(
      html`<stemcell-guide emergency-number="117" pathway="donor"></stemcell-guide>`,
    );
    await outer.ready;
    const checklist = inside(outer, 'stemcell-checklist');
    expect(linksOf(checklist)).to.include('tel:117');
    expect(textOf(checklist)).to.include('Ask for the product name');
    checklist.emergencyNumber = '118';
    await checklist.ready;
    expect(linksOf(checklist)).to.include('tel:118').and.not.include('tel:117');
  });

  it('come from the page where neither says anything', async () => {
    Object.assign(pageSettings, { emergencyNumber: '113', pathway: 'fat', headingLevel: 3 });
    const [checklist, own] = (
      await fixture(html`<div>
        <stemcell-checklist></stemcell-checklist>
        <stemcell-checklist emergency-number="114" pathway="donor" heading-level="2"></stemcell-checklist>
      </div>`)
    ).querySelectorAll('stemcell-checklist');
    expect(linksOf(checklist!)).to.include('tel:113');
    expect(textOf(checklist!)).to.include('Wear your snug wrap');
    expect(titleOf(checklist!).localName).to.equal('h3');
    expect(linksOf(own!)).to.include('tel:114');
    expect(textOf(own!)).to.include('Ask for the product name');
    expect(titleOf(own!).localName).to.equal('h2');
  });

  it('count as not given when they are empty', async () => {
    const warnings = await warningsOf(async () => {
      const checklist = await fixture(html`
        <stemcell-checklist pathway="" region="" clinic-phone="" storage="" procedure-date=""></stemcell-checklist>
      `);
      expect(chosenIn(checklist)).to.equal('Your own bone marrow');
      expect(textOf(checklist)).to.include('Call the clinic today').and.include('The FDA has not approved');
    });
    expect(warnings).to.deep.equal([]);
  });

  it('may be a guide of the page’s own', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    faq.guide = {
      ...guide,
      questions: [
        { id: 'a', category: 'basics', question: 'Where is {clinicName}?', answer: 'Call {clinicPhone}.' },
      ],
    };
    faq.clinicName = 'Rivertown';
    faq.clinicPhone = '555-0100';
    await faq.ready;
    expect(textOf(faq)).to.include('Where is Rivertown?').and.include('Call 555-0100.');
    expect(linksOf(faq)).to.include('tel:5550100');
  });

  it('may be a guide with one pathway, and then there is nothing to choose', async () => {
    const stepper = await fixture<StemcellStepper>(html`<stemcell-stepper></stemcell-stepper>`);
    stepper.guide = { pathways: ['bone-marrow', 'fat'].map((id) => ({ id, hidden: true })) };
    await stepper.ready;
    expect(choicesOf(stepper)).to.deep.equal([]);
    expect(textOf(stepper)).to.include('Stage 1 of 5');
  });

  it('set as properties before the element is defined win over its attributes', async () => {
    const early = document.createElement('stemcell-late-faq');
    early.setAttribute('region', 'ca');
    Object.assign(early, { region: 'eu', headingLevel: 5 });
    const place = await fixture(html`<div></div>`);
    place.append(early);
    const { StemcellFaq } = await import('../../src/index.js');
    customElements.define('stemcell-late-faq', class extends StemcellFaq {});
    await (early as StemcellFaq).ready;
    expect(textOf(early)).to.include('In the EU');
    expect(titleOf(early).localName).to.equal('h5');
  });
});

describe('a setting that is not accepted', () => {
  for (const [attribute, value, accepted, shown] of [
    ['pathway', 'bone', 'bone-marrow, fat, donor', /Your own bone marrow/],
    ['region', 'uk', 'us, eu, ca, au, gb', /The FDA has not approved/],
    ['storage', 'cookie', 'local, session, none', /Your ticks are kept on this device only/],
    ['procedure-date', '2026-02-30', 'a date such as 2026-11-22', /Date of your procedure/],
    ['procedure-date', '22.11.2026', 'a date such as 2026-11-22', /Date of your procedure/],
    ['heading-level', '1', '2, 3, 4, 5, 6', /Your checklist/],
    ['heading-level', '7', '2, 3, 4, 5, 6', /Your checklist/],
    ['heading-level', 'two', '2, 3, 4, 5, 6', /Your checklist/],
    ['heading-level', '2.5', '2, 3, 4, 5, 6', /Your checklist/],
  ] as const)
    it(`(${attribute}="${value}") is told once and the default is used`, async () => {
      const warnings = await warningsOf(async () => {
        const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
        checklist.setAttribute(attribute, value);
        await checklist.ready;
        checklist.requestUpdate();
        await checklist.ready;
        expect(textOf(checklist)).to.match(shown);
        expect(titleOf(checklist).localName).to.equal('h2');
      });
      expect(warnings).to.deep.equal([
        `<stemcell-checklist ${attribute}="${value}">: expected ${accepted}. The default is used.`,
      ]);
    });

  it('is told with its own value when a property overrules the attribute', async () => {
    const warnings = await warningsOf(async () => {
      const faq = await fixture<StemcellFaq>(html`<stemcell-faq pathway="fat"></stemcell-faq>`);
      Object.assign(faq, {
        pathway: 'cord',
        headingLevel: 9,
        region: 7,
        procedureDate: new Date(Number.NaN),
      });
      await faq.ready;
      expect(choicesOf(faq)).to.have.lengthOf(3);
    });
    const told = warnings.map((warning) => warning.replace(/:.*/, ''));
    expect(told).to.have.members([
      '<stemcell-faq pathway="cord">',
      '<stemcell-faq heading-level="9">',
      '<stemcell-faq region="7">',
    ]);
  });

  it('in a guide around the element is told of the guide', async () => {
    const warnings = await warningsOf(async () => {
      const outer = await fixture<StemcellGuide>(html`<stemcell-guide pathway="cells"></stemcell-guide>`);
      await outer.ready;
      await nextFrame();
      expect(textOf(inside(outer, 'stemcell-stepper'))).to.include('Stage 1 of 6');
    });
    expect(warnings).to.deep.equal([
      '<stemcell-guide pathway="cells">: expected bone-marrow, fat, donor. The default is used.',
    ]);
  });
});

describe('the level of headings', () => {
  for (const level of [2, 3, 4, 5, 6])
    it(`${level} is the title's, and the others follow down to 6`, async () => {
      const stepper = await fixture(html`<stemcell-stepper heading-level=${level}></stemcell-stepper>`);
      expect(titleOf(stepper).localName).to.equal(`h${level}`);
      const expected = [level, level + 1, level + 2].map((each) => `h${Math.min(each, 6)}`);
      expect([...headingsOf(stepper)].sort()).to.deep.equal([...new Set(expected)]);
    });
});

describe('the language', () => {
  it('is that of the nearest ancestor, through shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en-GB"></div>`);
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).innerHTML =
      '<p lang=""><stemcell-checklist></stemcell-checklist></p>';
    const checklist = inner.shadowRoot!.querySelector('stemcell-checklist')!;
    await checklist.ready;
    expect(linksOf(checklist)).to.include('tel:999');
    expect(textOf(checklist)).to.match(/Written by .+ on \d+ \w+ \d{4}\./);
  });

  it('of the element itself goes first', async () => {
    const around = await fixture(
      html`<div lang="en-GB"><stemcell-checklist lang="en-AU"></stemcell-checklist></div>`,
    );
    expect(linksOf(around.querySelector('stemcell-checklist')!)).to.include('tel:000');
  });

  it('of the page, not of the content, holds inside a guide', async () => {
    const outer = await fixture<StemcellGuide>(html`<stemcell-guide lang="en-GB"></stemcell-guide>`);
    await outer.ready;
    const checklist = inside(outer, 'stemcell-checklist');
    await checklist.ready;
    expect(linksOf(checklist)).to.include('tel:999').and.not.include('tel:911');
  });

  for (const lang of ['en_GB', 'english, please', '{{ page.lang }}'])
    it(`written "${lang}" keeps no element from showing`, async () => {
      const around = await fixture(html`<div lang=${lang}>
        <stemcell-stepper></stemcell-stepper><stemcell-checklist procedure-date="2026-11-22"></stemcell-checklist>
      </div>`);
      expect(textOf(around.querySelector('stemcell-stepper')!)).to.include('30–60 minutes');
      expect(linksOf(around.querySelector('stemcell-checklist')!)).to.include(
        lang === 'en_GB' ? 'tel:999' : 'tel:911',
      );
    });
});

describe('the pathway', () => {
  const threeElements = () =>
    fixture(html`<div>
      <stemcell-stepper></stemcell-stepper><stemcell-faq></stemcell-faq><stemcell-checklist></stemcell-checklist>
    </div>`);

  it('chosen in one element is chosen in all', async () => {
    const [stepper, faq, checklist] = [...(await threeElements()).children] as BaseElement[];
    choiceOf(faq!, 'Donor cells').click();
    await Promise.all([stepper!.ready, faq!.ready, checklist!.ready]);
    expect([stepper!, faq!, checklist!].map(chosenIn)).to.deep.equal(Array(3).fill('Donor cells'));
    expect(textOf(stepper!)).to.include('Stage 1 of 5');
    expect(textOf(checklist!)).to.include('Ask for the product name');
  });

  it('is told to the page once, by the element in which it was chosen', async () => {
    const page = await threeElements();
    const told: unknown[] = [];
    page.addEventListener('stemcell-pathway-change', (event) =>
      told.push([event.target, (event as CustomEvent).detail]),
    );
    const faq = page.querySelector('stemcell-faq')!;
    choiceOf(faq, 'Your own fat').click();
    await faq.ready;
    expect(told).to.deep.equal([[faq, { pathway: 'fat' }]]);
  });

  it('is called by its name alone, and the sentence below explains it', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    const named = (choice: Element, attribute: string): string | null =>
      faq.shadowRoot!.getElementById(choice.getAttribute(attribute)!)!.textContent;
    const heard = choicesOf(faq).map((choice) => [
      named(choice, 'aria-labelledby'),
      named(choice, 'aria-describedby'),
    ]);
    expect(heard).to.deep.equal(english.pathways.map(({ name, text }) => [name, text]));
  });

  it('can be chosen with the arrow keys', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    choiceOf(faq, 'Your own bone marrow').focus();
    await sendKeys({ press: 'ArrowDown' });
    await faq.ready;
    expect(chosenIn(faq)).to.equal('Your own fat');
    await sendKeys({ press: 'ArrowDown' });
    await faq.ready;
    expect(chosenIn(faq)).to.equal('Donor cells');
    expect(faq.shadowRoot!.activeElement).to.equal(choiceOf(faq, 'Donor cells'));
  });

  it('fixed by the page hides the choice and stands over the visitor’s', async () => {
    journeyOf('local').choosePathway('fat');
    const stepper = await fixture<StemcellStepper>(
      html`<stemcell-stepper pathway="donor"></stemcell-stepper>`,
    );
    expect(choicesOf(stepper)).to.deep.equal([]);
    expect(textOf(stepper)).to.include('Stage 1 of 5');
    stepper.removeAttribute('pathway');
    await stepper.ready;
    expect(chosenIn(stepper)).to.equal('Your own fat');
  });

  it('that is kept and that the guide does not have counts as none', async () => {
    localStorage.setItem(storageKey, 'version=1&pathway=cord');
    const stepper = await fixture(html`<stemcell-stepper></stemcell-stepper>`);
    expect(chosenIn(stepper)).to.equal('Your own bone marrow');
    expect(textOf(stepper)).to.include('Stage 1 of 6');
  });
});

describe('events', () => {
  it('are fired for nothing that a script does, and not for the first look', async () => {
    const told: string[] = [];
    const names = ['pathway-change', 'stage-change', 'question-toggle', 'task-change', 'date-change'];
    const listen = ({ type }: Event): void => void told.push(type);
    for (const name of names) document.addEventListener(`stemcell-${name}`, listen);
    const outer = await fixture<StemcellGuide>(html`<stemcell-guide></stemcell-guide>`);
    await outer.ready;
    const stepper = inside<StemcellStepper>(outer, 'stemcell-stepper');
    const faq = inside<StemcellFaq>(outer, 'stemcell-faq');
    const checklist = inside<StemcellChecklist>(outer, 'stemcell-checklist');
    outer.pathway = 'donor';
    outer.procedureDate = '2026-11-22';
    stepper.next();
    stepper.previous();
    stepper.goTo('recovery');
    faq.open('hurt');
    faq.expandAll();
    faq.collapseAll();
    journeyOf('local').choosePathway('fat');
    journeyOf('local').setDone(['ride-help'], true);
    checklist.reset();
    await outer.ready;
    await aTimeout(0);
    for (const name of names) document.removeEventListener(`stemcell-${name}`, listen);
    expect(told).to.deep.equal([]);
  });
});

describe('an element’s life', () => {
  it('is ready when its content is there', async () => {
    const faq = document.createElement('stemcell-faq');
    (await fixture(html`<div></div>`)).append(faq);
    const answer = await faq.ready;
    expect(answer).to.equal(undefined);
    expect(textOf(faq)).to.include('Will it hurt?');
    faq.region = 'ca';
    await faq.ready;
    expect(textOf(faq)).to.include('In Canada');
  });

  it('goes on after it was removed and put back', async () => {
    const place = await fixture(html`<div><stemcell-faq></stemcell-faq></div>`);
    const faq = place.querySelector('stemcell-faq')!;
    faq.open('hurt');
    await faq.ready;
    for (let times = 0; times < 5; times++) {
      faq.remove();
      place.append(faq);
    }
    await faq.ready;
    const question = faq.shadowRoot!.getElementById('stemcell-question-hurt')!;
    expect(question).to.have.attribute('aria-expanded', 'true');
    question.click();
    await faq.ready;
    expect(question).to.have.attribute('aria-expanded', 'false');
  });

  it('shows what was chosen while it was away', async () => {
    const place = await fixture(html`<div><stemcell-stepper></stemcell-stepper></div>`);
    const stepper = place.querySelector('stemcell-stepper')!;
    stepper.remove();
    journeyOf('local').choosePathway('donor');
    place.append(stepper);
    await stepper.ready;
    expect(chosenIn(stepper)).to.equal('Donor cells');
  });

  it('takes the settings of its new place after a move', async () => {
    const place = await fixture(html`<div>
      <p lang="en-GB"><stemcell-checklist></stemcell-checklist></p>
      <p lang="en-AU"></p>
    </div>`);
    const checklist = place.querySelector('stemcell-checklist')!;
    place.lastElementChild!.append(checklist);
    await checklist.ready;
    expect(linksOf(checklist)).to.include('tel:000').and.not.include('tel:999');
  });

  it('leaves no listener behind', async () => {
    const place = await fixture(html`<div></div>`);
    const listeners: unknown[] = [];
    const addEventListener = window.addEventListener.bind(window);
    const removeEventListener = window.removeEventListener.bind(window);
    window.addEventListener = ((...parameters: [string, () => void]) => {
      if (parameters[0] === 'storage') listeners.push(parameters[1]);
      addEventListener(...parameters);
    }) as typeof addEventListener;
    window.removeEventListener = ((...parameters: [string, () => void]) => {
      if (listeners.includes(parameters[1])) listeners.splice(listeners.indexOf(parameters[1]), 1);
      removeEventListener(...parameters);
    }) as typeof removeEventListener;
    try {
      const checklist = document.createElement('stemcell-checklist');
      for (let times = 0; times < 100; times++) {
        place.append(checklist);
        checklist.remove();
      }
      expect(listeners).to.have.lengthOf(0);
      place.append(checklist);
      expect(listeners).to.have.lengthOf(1);
      checklist.remove();
      expect(listeners).to.have.lengthOf(0);
      await checklist.ready;
      journeyOf('local').setDone(['ride-help'], true);
      expect(checklist.isUpdatePending).to.equal(false);
    } finally {
      Reflect.deleteProperty(window, 'addEventListener');
      Reflect.deleteProperty(window, 'removeEventListener');
    }
  });

  it('follows the storage that the page asks for, from one render to the next', async () => {
    journeyOf('none').choosePathway('donor');
    const stepper = await fixture<StemcellStepper>(html`<stemcell-stepper></stemcell-stepper>`);
    expect(chosenIn(stepper)).to.equal('Your own bone marrow');
    stepper.storage = 'none';
    await stepper.ready;
    expect(chosenIn(stepper)).to.equal('Donor cells');
    expect(textOf(stepper)).to.include('Stage 1 of 5');
    journeyOf('local').choosePathway('fat');
    expect(stepper.isUpdatePending).to.equal(false);
    journeyOf('none').choosePathway('fat');
    await stepper.ready;
    expect(chosenIn(stepper)).to.equal('Your own fat');
  });

  it('writes nothing before the visitor acts', async () => {
    await fixture(html`<stemcell-guide></stemcell-guide>`);
    await nextFrame();
    expect(localStorage).to.have.lengthOf(0);
    expect(sessionStorage).to.have.lengthOf(0);
  });
});
