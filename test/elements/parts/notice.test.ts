import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define-all.js';
import english from '../../../src/content/en.json';
import type { Guide } from '../../../src/content/guide.js';
import type { StemcellChecklist, StemcellFaq } from '../../../src/index.js';
import { expectAccessible } from '../../support/axe.js';

/** The default guide with these parts laid over it. */
async function show(guide: Partial<Guide> = {}): Promise<StemcellFaq> {
  const faq = await fixture<StemcellFaq>(html`<stemcell-faq .guide=${guide}></stemcell-faq>`);
  await faq.ready;
  return faq;
}
const noticeOf = (element: Element): string =>
  element.shadowRoot!.querySelector('[part~="notice"]')!.textContent.replace(/\s+/g, ' ');

/** The guide after a clinic has confirmed all of it. */
const confirmed = (): Guide =>
  JSON.parse(JSON.stringify(english).replaceAll('"confirm":true', '"confirm":false')) as Guide;

describe('where the text comes from', () => {
  afterEach(() => localStorage.clear());

  it('says who wrote it, when, and who may gain', async () => {
    expect(noticeOf(await show())).to.contain(
      'Written by the stemcell-guide project on November 22, 2026. ' +
        'It was made for clinics that offer this treatment. They may earn money from it.',
    );
  });

  it('names no reviewer and no check that the guide does not name', async () => {
    expect(noticeOf(await show()))
      .not.to.contain('Checked by')
      .and.not.to.contain('Held against');
  });

  it('names the reviewer and the day once the guide does', async () => {
    const review = { reviewer: 'NAME', credentials: 'MD', date: '2027-01-10' };
    const notice = noticeOf(await show({ review, checked: '2027-01-09' }));
    expect(notice).to.contain('Checked by NAME, MD, on January 10, 2027.');
    expect(notice).to.contain('Held against its sources on January 9, 2027.');
  });

  it('leaves out a day that is none', async () => {
    expect(noticeOf(await show({ checked: 'last week' }))).not.to.contain('Held against');
  });
});

describe('what a clinic has not confirmed', () => {
  afterEach(() => localStorage.clear());

  it('is marked, and the mark is explained once', async () => {
    const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
    const dry = checklist.shadowRoot!.querySelector('#stemcell-task-keep-dry')!;
    expect(checklist.shadowRoot!.getElementById(dry.getAttribute('aria-describedby')!)).to.contain.text(
      'Ask your clinic',
    );
    const side = checklist.shadowRoot!.querySelector('#stemcell-task-confirm-side')!;
    expect(side.closest('.task')).not.to.contain.text('Ask your clinic');
    expect(noticeOf(checklist)).to.contain('“Ask your clinic” marks');
    await expectAccessible(checklist);
  });

  it('is marked in answers and beside the time that a stage takes', async () => {
    const faq = await show();
    expect(faq.shadowRoot!.querySelectorAll('.panel .confirm')).to.have.length(5);
    const stepper = await fixture(html`<stemcell-stepper></stemcell-stepper>`);
    expect(stepper.shadowRoot!.querySelector('.duration .confirm')).to.have.text('Ask your clinic');
  });

  it('is not marked any more once the clinic has confirmed it in its guide', async () => {
    const faq = await show(confirmed());
    expect(faq.shadowRoot!.querySelector('.confirm')).to.be.null;
    expect(noticeOf(faq)).not.to.contain('Ask your clinic');
  });
});
