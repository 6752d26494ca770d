import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/define-all.js';
import type { StemcellChecklist, StemcellFaq, StemcellGuide, StemcellStepper } from '../../src/index.js';
import { replacePlaceholders } from '../../src/placeholders.js';
import { expectAccessible } from '../support/axe.js';
import { shownText } from '../support/shown-text.js';
import { waitUntil } from '../support/wait-until.js';

type OurElement = StemcellFaq | StemcellStepper | StemcellChecklist | StemcellGuide;

const addressOf = (guide: unknown): string =>
  URL.createObjectURL(new Blob([JSON.stringify(guide)], { type: 'application/json' }));

interface Case {
  readonly tag: string;
  readonly html: string;
  readonly guide: object;
  /** What a visitor does to see it. */
  readonly act?: (element: OurElement) => void;
  /** What is then shown, in this order. */
  readonly shows: readonly RegExp[];
  /** What belongs to the default and gives way. */
}

const cases: readonly Case[] = [
  {
    tag: 'stemcell-faq',
    html: '<details id="hurt"><summary>Does it hurt here?</summary><p>A nurse of <a href="/team">our team</a> stays with you.</p></details>',
    guide: {
      questions: [
        {
          id: 'hurt',
          question: 'Does it hurt here?',
          answer: [{ paragraph: ['A nurse of ', { text: 'our team', href: '/team' }, ' stays with you.'] }],
        },
      ],
    },
    act: (element) => (element as StemcellFaq).open('hurt'),
    shows: [/Does it hurt here\?/, /A nurse of our team stays with you\./],
  },
  {
    tag: 'stemcell-stepper',
    html: '<section id="consultation" data-min="40" data-max="50" data-unit="minute"><h3>Meet our team</h3><p>You meet the doctor.</p></section>',
    guide: {
      stages: [
        {
          id: 'consultation',
          title: 'Meet our team',
          summary: 'You meet the doctor.',
          duration: { min: 40, max: 50, unit: 'minute' },
        },
      ],
    },
    shows: [/Stage 1 of \d/, /Meet our team/, /You meet the doctor\./, /40–50 minutes/],
  },
  {
    tag: 'stemcell-checklist',
    html: '<section id="day-0" data-from="0" data-to="0"><h3>The day itself</h3><ul><li id="own-task">Bring your <a href="/form">form</a>. <small>We need it.</small></li></ul></section>',
    guide: {
      phases: [
        {
          id: 'day-0',
          title: 'The day itself',
          tasks: [
            {
              id: 'own-task',
              from: 0,
              to: 0,
              text: ['Bring your ', { text: 'form', href: '/form' }, '.'],
              why: 'We need it.',
            },
          ],
        },
      ],
    },
    shows: [/The day itself/, /Bring your form\s?\./, /We need it\./],
  },
];

/** Every way for a page to give an element its words. */
const waysIn: Readonly<Record<string, (item: Case) => Promise<OurElement>>> = {
  'plain HTML inside': ({ tag, html: inside }) => put(`<${tag}>${inside}</${tag}>`),
  'plain HTML in paragraphs and boxes of a CMS': ({ tag, html: inside }) =>
    put(
      `<${tag} class=""><br /> <p></p><!-- wp:html --><div>\n\n<div><br>${inside}<p>\n</p></div></div><p></p></${tag}>`,
    ),
  'plain HTML added later': async ({ tag, html: inside }) => {
    const element = await put(`<${tag}></${tag}>`);
    element.insertAdjacentHTML('beforeend', inside);
    await new Promise((done) => setTimeout(done));
    await element.ready;
    return element;
  },
  'inline JSON': ({ tag, guide }) =>
    put(`<${tag}><script type="application/json">${JSON.stringify(guide)}</script></${tag}>`),
  'inline JSON with the paragraphs of a CMS in it': ({ tag, guide }) =>
    put(
      `<${tag}><p><script type="application/json"><p>${JSON.stringify(guide, null, 1).replaceAll('\n', '<br />\n')}</p></script></p></${tag}>`,
    ),
  'an address': ({ tag, guide }) => put(`<${tag} src="${addressOf(guide)}"></${tag}>`),
  'an object': async ({ tag, guide }) => {
    const element = document.createElement(tag) as OurElement;
    element.guide = guide;
    const around = await fixture<HTMLElement>(html`<div></div>`);
    around.append(element);
    await element.ready;
    return element;
  },
  'a placeholder with HTML': ({ tag, html: inside }) => putPlaceholder(tag, '', inside),
  'a placeholder with an address': ({ tag, guide }) => putPlaceholder(tag, `data-src="${addressOf(guide)}"`),
  'an element in a guide': async ({ tag, html: inside }) => {
    const guide = await put(`<stemcell-guide><div><${tag}>${inside}</${tag}></div></stemcell-guide>`);
    const element = guide.querySelector<OurElement>(tag)!;
    await element.ready;
    return element;
  },
  'the guide around': async ({ tag, guide }) => {
    const around = await put(`<stemcell-guide src="${addressOf(guide)}"></stemcell-guide>`);
    const element = around.shadowRoot!.querySelector<OurElement>(tag)!;
    await element.ready;
    return element;
  },
};

async function put(markup: string): Promise<OurElement> {
  const around = await fixture<HTMLElement>(html`<div></div>`);
  around.innerHTML = markup;
  const element = around.firstElementChild as OurElement;
  await element.ready;
  return element;
}

async function putPlaceholder(tag: string, attributes: string, inside = ''): Promise<OurElement> {
  const around = await fixture<HTMLElement>(html`<div></div>`);
  around.innerHTML = `<div data-stemcell="${tag.replace('stemcell-', '')}" ${attributes}>${inside}</div>`;
  replacePlaceholders();
  const element = around.firstElementChild as OurElement;
  await element.ready;
  return element;
}

/** What the console is told, kept from the report of the tests. */
const told: string[] = [];
const warn = console.warn;
before(() => {
  console.warn = (...parts: unknown[]) => void told.push(parts.join(' '));
});
after(() => {
  console.warn = warn;
});
beforeEach(() => {
  told.length = 0;
  localStorage.clear();
});

describe('every way in', () => {
  for (const item of cases)
    for (const [way, give] of Object.entries(waysIn))
      it(`${way}: <${item.tag}> shows the clinic's own words`, async () => {
        const element = await give(item);
        item.act?.(element);
        await element.updateComplete;
        const text = shownText(element);
        let from = 0;
        for (const words of item.shows) {
          const place = text.search(words);
          expect(place, `${String(words)} in ${text}`).to.be.at.least(0);
          if (item.tag === 'stemcell-faq') expect(place).to.be.at.least(from);
          from = place;
        }
      });
});

describe("the page's own HTML", () => {
  it('stays where it is, with its ids, classes and listeners, and is given back', async () => {
    const faq = (await put(
      '<stemcell-faq><details id="hurt" class="box" name="one"><summary style="color: red">Hurt?</summary><button>Call</button></details>' +
        '<details id="cost" name="one"><summary>Cost?</summary>None.</details></stemcell-faq>',
    )) as StemcellFaq;
    const [hurt, cost] = [...faq.querySelectorAll('details')] as [HTMLDetailsElement, HTMLDetailsElement];
    expect(hurt.parentElement).to.equal(faq);
    expect(faq.querySelectorAll('details')).to.have.length(2);
    let pressed = 0;
    hurt.querySelector('button')!.addEventListener('click', () => pressed++);
    faq.expandAll();
    await faq.updateComplete;
    expect(hurt.open && cost.open).to.equal(true);
    hurt.querySelector('button')!.click();
    expect(pressed).to.equal(1);
    expect(getComputedStyle(hurt.querySelector('summary')!).display).to.equal('none');
    faq.remove();
    expect(hurt.className + hurt.id + hurt.getAttribute('name')).to.equal('boxhurtone');
    expect(hurt.hasAttribute('slot')).to.equal(false);
    expect(hurt.querySelector('summary')!.getAttribute('style')).to.equal('color: red;');
    expect(cost.querySelector('summary')!.hasAttribute('style')).to.equal(false);
  });

  it('shows its answers whatever the style sheets of the page say', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'summary { display: list-item !important } details { background: none }';
    document.head.append(sheet);
    const faq = await put('<stemcell-faq><details><summary>Mine</summary>Words</details></stemcell-faq>');
    expect(getComputedStyle(faq.querySelector('summary')!).display).to.equal('none');
    sheet.remove();
  });

  it('tells listeners of the page when a visitor opens a question, and follows a script that opens one', async () => {
    const faq = await put(
      '<stemcell-faq><details id="own"><summary>Mine</summary>Words</details></stemcell-faq>',
    );
    const details = faq.querySelector('details')!;
    const button = faq.shadowRoot!.querySelector<HTMLButtonElement>('[part~="question"]')!;
    const heard = oneEvent(details, 'toggle');
    button.click();
    await heard;
    expect(details.open).to.equal(true);
    const heardAgain = oneEvent(details, 'toggle');
    details.open = false;
    await heardAgain;
    await faq.updateComplete;
    expect(button).to.have.attribute('aria-expanded', 'false');
  });

  it('starts open what the page wrote as open', async () => {
    const faq = await put(
      '<stemcell-faq><details open><summary>First</summary>Shown</details><details><summary>Second</summary>Hidden</details></stemcell-faq>',
    );
    const [first, second] = [...faq.shadowRoot!.querySelectorAll('[part~="question"]')];
    expect(first).to.have.attribute('aria-expanded', 'true');
    expect(second).to.have.attribute('aria-expanded', 'false');
    expect(faq.querySelector('details')!.open).to.equal(true);
  });

  it('leaves open what is written as open where the page shows another topic', async () => {
    const element = await fixture<StemcellFaq>(html`
      <stemcell-faq category="cost">
        <details id="pain" data-category="safety" open><summary>Does it hurt?</summary>No.</details>
        <details id="price" data-category="cost"><summary>What does it cost?</summary>Ask us.</details>
      </stemcell-faq>
    `);
    await element.ready;
    await nextFrame();
    expect(shownText(element)).to.include('What does it cost?').and.not.to.include('Does it hurt?');
    expect(element.querySelector<HTMLDetailsElement>('#pain')!.open).to.equal(true);
  });

  it('is read as it is seen, whatever spaces and breaks are written between words', async () => {
    const element = await fixture<StemcellFaq>(html`
      <stemcell-faq>
        <details><summary> Does ${'\t'}it${'\n'}hurt  ${'\n  '}a${'\t'}lot? </summary>No.</details>
      </stemcell-faq>
    `);
    await element.ready;
    const label = element.shadowRoot!.querySelector('[part~="question"] > span')!;
    expect(label.textContent).to.equal('Does it hurt a lot?');
  });

  it('starts again from a copy of the page that was made while it ran', async () => {
    const faq = (await put(
      '<stemcell-faq><details id="a"><summary>First</summary>Shown</details><details id="b"><summary>Second</summary>Also</details></stemcell-faq>',
    )) as StemcellFaq;
    faq.open('b');
    await faq.updateComplete;
    const copy = faq.cloneNode(true) as StemcellFaq;
    faq.replaceWith(copy);
    await copy.ready;
    const states = [...copy.shadowRoot!.querySelectorAll('[part~="question"]')].map(
      (button) => `${button.textContent.trim()} ${button.getAttribute('aria-expanded')}`,
    );
    expect(states.slice(0, 2)).to.deep.equal(['First false', 'Second true']);
    copy.remove();
    expect(getComputedStyle(copy.querySelector('summary')!).display).not.to.equal('none');
    expect(copy.querySelector('summary')!.hasAttribute('style')).to.equal(false);
  });

  it('follows what the page adds, changes and removes', async () => {
    const faq = await put(
      '<stemcell-faq><details id="a"><summary>First</summary>Words</details></stemcell-faq>',
    );
    const questions = (): string[] =>
      [...faq.shadowRoot!.querySelectorAll('[part~="question"]')].map((button) => button.textContent.trim());
    const settled = async (): Promise<void> => {
      await nextFrame();
      await faq.ready;
    };
    faq.insertAdjacentHTML('afterbegin', '<details id="b"><summary>Second</summary>More</details>');
    await settled();
    expect(questions().slice(0, 2)).to.deep.equal(['Second', 'First']);
    faq.querySelector('#a summary')!.textContent = 'Third';
    await settled();
    expect(questions()[1]).to.equal('Third');
    const gone = faq.querySelector('#b')!;
    gone.remove();
    await settled();
    expect(questions()[0]).to.equal('Third');
    expect(gone.hasAttribute('slot')).to.equal(false);
    faq.replaceChildren();
    await settled();
    expect(questions()).to.include('What are the risks?');
    expect(questions()).not.to.include('Third');
  });

  it('stays as it is in a long list, each answer in a place of its own, and open where a search hides it', async () => {
    const faq = (await put(
      `<stemcell-faq>${Array.from(
        { length: 100 },
        (_, index) => `<details id="q${index}"><summary>Number ${index}?</summary>Words ${index}</details>`,
      ).join('')}</stemcell-faq>`,
    )) as StemcellFaq;
    const all = [...faq.querySelectorAll('details')];
    await waitUntil(() => all.every(({ assignedSlot }) => assignedSlot), 'all have their places');
    faq.open('q80');
    await faq.updateComplete;
    const heard: string[] = [];
    faq.addEventListener('toggle', ({ target }) => heard.push((target as Element).id), { capture: true });
    await nextFrame();
    await nextFrame();
    expect(heard).to.deep.equal(['q80']);
    const search = faq.shadowRoot!.querySelector<HTMLInputElement>('#search')!;
    search.value = 'words 17';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await faq.updateComplete;
    expect(all.filter((each) => each.checkVisibility())).to.deep.equal([]);
    faq.requestUpdate();
    await faq.updateComplete;
    await nextFrame();
    expect(heard).to.deep.equal(['q80']);
    expect(all.filter(({ open }) => open).map(({ id }) => id)).to.deep.equal(['q80']);
    all[80]!.open = false;
    const button = faq.shadowRoot!.querySelector('#stemcell-question-q80')!;
    await waitUntil(() => button.getAttribute('aria-expanded') === 'false', 'the question closes');
  });

  it('leaves what is inside an answer alone', async () => {
    const faq = await put(
      '<stemcell-faq><details><summary>Outer</summary><details><summary>Inner</summary>Deep</details></details></stemcell-faq>',
    );
    const inner = faq.querySelector<HTMLElement>('details details summary')!;
    expect(inner.getAttribute('style')).to.equal(null);
    expect(inner.parentElement!.hasAttribute('slot')).to.equal(false);
  });

  it('keeps all words in sight: an introduction, and items that cannot be told apart', async () => {
    const faq = await put(
      '<stemcell-faq><p>Ask us anything.</p><details><summary>Alone</summary>Words</details>' +
        '<div><details><summary>Left</summary>one</details><details><summary>Right</summary>two</details></div></stemcell-faq>',
    );
    const text = shownText(faq);
    for (const words of ['Ask us anything.', 'Alone', 'Left', 'Right']) expect(text).to.include(words);
    expect(told.join()).to.include('<div>: 2 <details> inside');
  });

  it('keeps the default for risks and evidence, and says so', async () => {
    const faq = await put(
      '<stemcell-faq><details id="park"><summary>Parking?</summary>Behind the house.</details></stemcell-faq>',
    );
    const text = shownText(faq);
    expect(text).to.include('What are the risks?');
    expect(text).to.include('Does it work?');
    expect(text).not.to.include('How much does it cost');
    expect(told.join()).to.include('none with id="risks"');
  });

  it('says the words of the page for risks where it has some', async () => {
    const faq = await put(
      '<stemcell-faq><details id="risks"><summary>What can go wrong?</summary>Infection.</details></stemcell-faq>',
    );
    expect(shownText(faq)).to.include('What can go wrong?');
    expect(shownText(faq)).not.to.include('What are the risks?');
  });

  it('makes one tick of one task, under the id that the page gives it', async () => {
    const list = await put(
      '<stemcell-checklist><section data-from="0" data-to="2"><h3>First</h3><p>Take it slow.</p><ul><li id="rest">Rest.<br>Lie down.</li><li>Walk</li></ul></section></stemcell-checklist>',
    );
    const box = list.shadowRoot!.querySelector<HTMLInputElement>('[part~="task"] input')!;
    box.click();
    await list.updateComplete;
    expect(localStorage.getItem('stemcell-guide')).to.include('done=rest');
    const text = shownText(list);
    expect(text).to.include('Take it slow.');
    expect(text.match(/Rest\. Lie down\./g)).to.have.length(1);
    expect(text).to.include('trouble breathing');
  });

  it('starts at the first of the stages, or at the one that the page names', async () => {
    const stages = '<section id="one"><h3>One</h3>1</section><br><section id="two"><h3>Two</h3>2</section>';
    const first = await put(`<stemcell-stepper>${stages}</stemcell-stepper>`);
    expect(shownText(first)).to.include('Stage 1 of 2');
    const second = await put(`<stemcell-stepper current="two">${stages}</stemcell-stepper>`);
    expect(shownText(second)).to.include('Stage 2 of 2');
    expect(second.querySelector('br')!.assignedSlot).to.equal(null);
  });

  it('shows a section without days as it is, and says what is missing', async () => {
    const list = await put(
      '<stemcell-checklist><section><h3>Some day</h3><ul><li>Think</li></ul></section></stemcell-checklist>',
    );
    expect(shownText(list)).to.include('Think');
    expect(told.join()).to.include('expected days as whole numbers');
  });

  for (const { tag, html: inside } of cases)
    it(`leaves nothing for axe to object to in <${tag}>`, async () => {
      const element = await put(`<${tag}>${inside}</${tag}>`);
      await expectAccessible(element);
      if (element.localName === 'stemcell-faq') (element as StemcellFaq).expandAll();
      await element.updateComplete;
      await expectAccessible(element);
    });
});

describe('<stemcell-guide> with elements inside', () => {
  it('shows them in place of its own, and its own for the others', async () => {
    const guide = await put(
      '<stemcell-guide><stemcell-faq><details><summary>Mine?</summary>Yes</details></stemcell-faq></stemcell-guide>',
    );
    await guide.querySelector('stemcell-faq')!.ready;
    const tags = [
      ...guide.shadowRoot!.querySelectorAll('stemcell-stepper, stemcell-faq, stemcell-checklist'),
    ];
    expect(tags.map(({ localName }) => localName)).to.deep.equal(['stemcell-stepper', 'stemcell-checklist']);
    const text = shownText(guide);
    expect(text).to.match(/step by step.*Mine\?.*Your checklist/);
    expect(text.match(/Please read this first/g)).to.have.length(1);
  });
});

describe('a notice that the law asks for', () => {
  it('is shown word for word, from an attribute or from the page', async () => {
    const words = 'As required by § 12: this use is <not> approved.';
    const faq = await put('<stemcell-faq></stemcell-faq>');
    faq.notice = words;
    await faq.updateComplete;
    expect(shownText(faq.shadowRoot!.querySelector('[part="notice"]')!)).to.include(words);
    const list = await put(
      '<stemcell-checklist><p slot="notice"><b>By law</b> we say so.</p></stemcell-checklist>',
    );
    expect(shownText(list)).to.match(/Please read this first\s+By law\s+we say so/);
    const guide = await put(
      '<stemcell-guide notice="Said aloud"><stemcell-faq notice="Inside"></stemcell-faq></stemcell-guide>',
    );
    await guide.querySelector('stemcell-faq')!.ready;
    expect(shownText(guide).match(/Said aloud/g)).to.have.length(1);
    expect(shownText(guide)).to.include('Inside');
  });
});

describe('a guide as JSON', () => {
  it('says everything that is wrong, in the console and in an event, and uses the rest', async () => {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const heard = oneEvent(around, 'stemcell-error');
    around.innerHTML = `<stemcell-faq><script type="application/json">${JSON.stringify({
      questions: [
        { id: 'hurt', answer: 42 },
        { id: 'new-one', question: 'New?' },
        { id: 'cost', question: 'What do I pay?' },
      ],
    })}</script></stemcell-faq>`;
    const { detail } = (await heard) as CustomEvent<{ problems: string[] }>;
    expect(detail.problems).to.deep.equal([
      'questions[0].answer: 42; expected a text or a list of blocks',
      'questions[1].answer: missing; expected a text or a list of blocks',
    ]);
    expect(told.join()).to.include('questions[1].answer: missing');
    const faq = around.firstElementChild as StemcellFaq;
    await faq.ready;
    expect(shownText(faq)).to.include('What do I pay?');
    expect(shownText(faq)).to.include('Will it hurt?');
  });

  it('shows nothing of the default before the file has come, and the default with a reason when it does not', async () => {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const heard = oneEvent(around, 'stemcell-error');
    around.innerHTML = '<stemcell-faq src="/no-such-guide.json"><p>Call us.</p></stemcell-faq>';
    const faq = around.firstElementChild as StemcellFaq;
    await faq.updateComplete;
    expect(shownText(faq).trim()).to.equal('Call us.');
    const { detail } = (await heard) as CustomEvent<{ problems: string[] }>;
    expect(detail.problems[0]).to.match(/^src: "\/no-such-guide\.json": .*404.*expected a guide as JSON$/);
    await faq.ready;
    expect(shownText(faq)).to.include('What are the risks?');
    expect(shownText(faq)).not.to.include('Call us.');
  });

  it('takes a new file when the address changes, and keeps what it shows until then', async () => {
    const guide = (question: string): string => addressOf({ questions: [{ id: 'hurt', question }] });
    const faq = await put(`<stemcell-faq src="${guide('One?')}"></stemcell-faq>`);
    faq.src = guide('Two?');
    await faq.updateComplete;
    expect(shownText(faq)).to.include('One?');
    await faq.ready;
    expect(shownText(faq)).to.include('Two?');
  });

  it('asks without credentials, and no more once it is removed', async () => {
    const asked: RequestInit[] = [];
    const fetch = window.fetch.bind(window);
    window.fetch = (_address, options = {}) => {
      asked.push(options);
      return new Promise((_, reject) =>
        options.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    };
    try {
      const faq = document.createElement('stemcell-faq');
      faq.src = '/slow.json';
      document.body.append(faq);
      while (!asked.length) await nextFrame();
      expect(asked[0]!.credentials).to.equal('omit');
      faq.remove();
      expect(asked[0]!.signal!.aborted).to.equal(true);
      await nextFrame();
      expect(told).to.deep.equal([]);
    } finally {
      window.fetch = fetch;
    }
  });

  it('lays what is inside an element over the file of the guide around it', async () => {
    const src = addressOf({
      questions: [
        { id: 'hurt', question: 'Outer?' },
        { id: 'cost', question: 'Price?' },
      ],
    });
    const guide = await put(
      `<stemcell-guide src="${src}"><stemcell-faq><script type="application/json">{"questions":[{"id":"hurt","question":"Inner?"}]}</script></stemcell-faq></stemcell-guide>`,
    );
    const faq = guide.querySelector('stemcell-faq')!;
    await faq.ready;
    const text = shownText(faq);
    expect(text).to.include('Inner?');
    expect(text).to.include('Price?');
    expect(text).not.to.include('Outer?');
  });
});

describe('a placeholder', () => {
  it('is replaced with what it has: children, id, class, language, label and inputs', async () => {
    const faq = await putPlaceholder(
      'stemcell-faq',
      'id="ours" class="wide" lang="en-GB" dir="ltr" aria-label="Questions" data-pathway="donor" data-track="7" data-onclick="told.push(1)"',
      '<details><summary>Mine?</summary>Yes</details>',
    );
    expect(faq.localName).to.equal('stemcell-faq');
    expect(faq.id + faq.className + faq.lang + faq.dir + faq.ariaLabel).to.equal('ourswideen-GBltrQuestions');
    expect(faq.pathway).to.equal('donor');
    expect(faq.getAttribute('data-track')).to.equal('7');
    expect(faq.hasAttribute('onclick')).to.equal(false);
    expect(faq.hasAttribute('data-stemcell')).to.equal(false);
    expect(faq.querySelector('summary')!.textContent).to.equal('Mine?');
  });

  it('with an unknown name stays as it is, and the console says what is known', async () => {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    around.innerHTML = '<div data-stemcell="faqs">Words</div>';
    replacePlaceholders();
    replacePlaceholders();
    expect(around.textContent).to.equal('Words');
    expect(told).to.deep.equal(['<div data-stemcell="faqs">: expected stepper, faq, checklist or guide.']);
  });
});
