import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/define-all.js';
import type { Guide } from '../../../src/content/guide.js';
import type { StemcellFaq, StemcellGuide, StemcellStepper } from '../../../src/index.js';
import { inEnglish } from '../../support/in-english.js';
import { waitUntil } from '../../support/wait-until.js';

interface Page {
  '@type': string | string[];
  mainEntity?: { name: string }[];
  about: { preparation?: string; howPerformed?: string; alternateName?: string };
}

/** The texts of the scripts: a failure can write them down, which an element with all its document is too much for. */
const scripts = () =>
  Array.from(
    document.head.querySelectorAll('script[type="application/ld+json"]'),
    ({ textContent }) => textContent,
  );
const page = () =>
  JSON.parse(scripts()[0]!, (_key, value: unknown) =>
    typeof value === 'string' ? inEnglish(value) : value,
  ) as Page;
/** The first load of the file is slow on a busy machine. */
const isThere = () => waitUntil(() => scripts().length > 0, 'no structured data');

/** Long enough for a file to load and an element to render. */
const awhile = () => aTimeout(100);

describe('structured data', () => {
  afterEach(() => localStorage.clear());

  it('is off by default', async () => {
    await fixture(html`<stemcell-guide></stemcell-guide>`);
    await awhile();
    expect(scripts()).to.be.empty;
  });

  it('is one script in the head for all elements, and goes with the last of them', async () => {
    const both = await fixture(
      html`<div><stemcell-faq structured-data></stemcell-faq><stemcell-stepper structured-data></stemcell-stepper></div>`,
    );
    await isThere();
    await waitUntil(() => page().about.howPerformed);
    expect(scripts()).to.have.length(1);
    expect(page()['@type']).to.deep.equal(['MedicalWebPage', 'FAQPage']);
    both.querySelector('stemcell-faq')!.remove();
    expect(page()['@type']).to.equal('MedicalWebPage');
    expect(page().mainEntity).to.equal(undefined);
    both.querySelector('stemcell-stepper')!.remove();
    expect(scripts()).to.be.empty;
  });

  it('comes back with an element that is put back, and stays through a move', async () => {
    const box = await fixture(html`<div><stemcell-faq structured-data></stemcell-faq></div>`);
    await isThere();
    const faq = box.querySelector('stemcell-faq')!;
    faq.remove();
    expect(scripts()).to.be.empty;
    // As after a file that comes late.
    faq.requestUpdate();
    await faq.updateComplete;
    expect(scripts()).to.be.empty;
    box.append(faq);
    expect(scripts()).to.have.length(1);
    box.prepend(faq);
    expect(scripts()).to.have.length(1);
  });

  it('of a guide holds what is inside the guide', async () => {
    const guide = await fixture<StemcellGuide>(html`<stemcell-guide structured-data></stemcell-guide>`);
    await isThere();
    await waitUntil(() => page().mainEntity && page().about.howPerformed);
    expect(scripts()).to.have.length(1);
    expect(page().mainEntity).to.have.length(16);
    guide.remove();
    expect(scripts()).to.be.empty;
  });

  it('follows the content and the visitor’s pathway', async () => {
    const stepper = await fixture<StemcellStepper>(
      html`<stemcell-stepper structured-data></stemcell-stepper>`,
    );
    await isThere();
    expect(page().about.alternateName).to.contain('bone marrow');
    stepper.shadowRoot!.querySelectorAll<HTMLInputElement>('[name="pathway"]')[2]!.click();
    await stepper.updateComplete;
    expect(page().about.alternateName).to.contain('Allogeneic');

    const faq = await fixture<StemcellFaq>(html`<stemcell-faq structured-data></stemcell-faq>`);
    await waitUntil(() => page().mainEntity);
    const names = () => page().mainEntity!.map(({ name }) => name);
    const [first, ...others] = names();
    expect(others).to.include('How much does it cost, and will insurance pay?');
    faq.guide = {
      questions: [
        { id: 'what-is', question: `${first} In short` },
        { id: 'cost', hidden: true },
      ],
    };
    await faq.ready;
    expect(names()).to.deep.equal([
      `${first} In short`,
      ...others.filter((name) => name !== 'How much does it cost, and will insurance pay?'),
    ]);
  });

  it('says nothing of the default guide while the page’s own words are on their way', async () => {
    const fetch = window.fetch.bind(window);
    let answer!: (response: Response) => void;
    window.fetch = () => new Promise((resolve) => (answer = resolve));
    try {
      const faq = await fixture<StemcellFaq>(
        html`<stemcell-faq structured-data src="/clinic.json"></stemcell-faq>`,
      );
      await waitUntil(() => answer, 'the file is not asked for');
      await awhile();
      expect(scripts()).to.be.empty;
      answer(
        Response.json({ questions: [{ id: 'q', order: 1, question: 'Where are you?', answer: 'Here.' }] }),
      );
      await faq.ready;
      await isThere();
      expect(page().mainEntity![0]!.name).to.equal('Where are you?');
    } finally {
      window.fetch = fetch;
    }
  });

  it('goes when the attribute does', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq structured-data></stemcell-faq>`);
    await isThere();
    faq.removeAttribute('structured-data');
    await faq.updateComplete;
    expect(scripts()).to.be.empty;
  });

  it('writes nothing when nothing changed', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq structured-data></stemcell-faq>`);
    await isThere();
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    faq.open('hurt');
    await faq.updateComplete;
    changes.push(...observer.takeRecords());
    observer.disconnect();
    expect(changes.map(({ type, target }) => `${type} ${target.nodeName}`)).to.be.empty;
  });

  it('cannot end its script early', async () => {
    const questions = [{ id: 'q', order: 1, question: '</script><b>?', answer: '<!-- <script>' }];
    await fixture(html`<stemcell-faq structured-data .guide=${{ questions }}></stemcell-faq>`);
    await isThere();
    expect(scripts()[0]!).not.to.contain('<');
    expect(page().mainEntity![0]!.name).to.equal('</script><b>?');
  });
});

describe('debug', () => {
  const warn = console.warn;
  let told: string[] = [];
  beforeEach(() => {
    told = [];
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    localStorage.clear();
  });

  const boasting = (words: string): Partial<Guide> => ({
    questions: [{ id: 'q', category: 'basics', question: 'Does it work?', answer: `It is a ${words}.` }],
  });

  it('tells the author of a claim, once, in the console only', async () => {
    const faq = await fixture<StemcellFaq>(
      html`<stemcell-faq debug .guide=${boasting('miracle from Rivertown')}></stemcell-faq>`,
    );
    await waitUntil(() => told.length > 0);
    faq.requestUpdate();
    await faq.updateComplete;
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('questions.q.answer: “miracle” in “It is a miracle from Rivertown.”');
    expect(faq.shadowRoot!.textContent).not.to.contain('praises');
  });

  it('reads the page’s own text too', async () => {
    await fixture(html`<stemcell-faq debug><p>Our shots are pain-free in Rivertown.</p></stemcell-faq>`);
    await waitUntil(() => told.length > 0);
    expect(told.join()).to.contain('the page’s own text: “pain-free”');
  });

  it('holds for all elements of a guide', async () => {
    await fixture(
      html`<stemcell-guide debug .guide=${boasting('breakthrough from Rivertown')}></stemcell-guide>`,
    );
    await waitUntil(() => told.length > 0);
    expect(told).to.have.length(1);
  });

  it('is silent for visitors', async () => {
    await fixture(html`<stemcell-faq .guide=${boasting('cure from Rivertown')}></stemcell-faq>`);
    await awhile();
    expect(told).to.be.empty;
  });

  it('has nothing to say about the default guide', async () => {
    await fixture(html`<stemcell-guide debug></stemcell-guide>`);
    await awhile();
    expect(told).to.be.empty;
  });
});
