import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define-all.js';
import { expectAccessible } from '../support/axe.js';
import type { StemcellFaq } from '../../src/index.js';

describe('<stemcell-faq>', () => {
  it('opens an answer when its question is pressed, and closes it again', async () => {
    const faq = await fixture<StemcellFaq>(html`<stemcell-faq></stemcell-faq>`);
    const question = faq.shadowRoot!.querySelector<HTMLButtonElement>('[part~="question"]')!;
    const panel = faq.shadowRoot!.getElementById(question.getAttribute('aria-controls')!)!;
    expect(question).to.have.attribute('aria-expanded', 'false');
    expect(panel).to.have.attribute('hidden');
    await expectAccessible(faq);
    question.click();
    await faq.updateComplete;
    expect(question).to.have.attribute('aria-expanded', 'true');
    expect(panel).not.to.have.attribute('hidden');
    await expectAccessible(faq);
  });
});
