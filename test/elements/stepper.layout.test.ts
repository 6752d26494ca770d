import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define-all.js';
import type { StemcellStepper } from '../../src/index.js';
import { expectAccessible } from '../support/axe.js';

const long = 'Knochenmarkstammzellentnahmevorbereitungsgespräch';

const guideOf = (count: number, title = long): object => ({
  replace: ['stages'],
  stages: Array.from({ length: count }, (_, index) => ({
    id: `stage-${index}`,
    title: `${title} ${index + 1}`,
    summary: 'x'.repeat(200),
    duration: { min: 20, max: 30, unit: 'minute' },
    happens: ['y'.repeat(200)],
    ask: ['z'.repeat(200)],
  })),
});

const stages = (stepper: StemcellStepper): DOMRect[] =>
  [...stepper.shadowRoot!.querySelectorAll('ol.stages > li')].map((each) => each.getBoundingClientRect());

const isRow = (rects: readonly DOMRect[]): boolean => rects.every(({ top }) => top === rects[0]!.top);
const isColumn = (rects: readonly DOMRect[]): boolean => rects.every(({ left }) => left === rects[0]!.left);

const show = async (
  width: string,
  { orientation = 'auto', direction = 'ltr', lang = document.documentElement.lang, guide = {} } = {},
): Promise<StemcellStepper> => {
  const place = await fixture<HTMLElement>(
    html`<div dir=${direction} lang=${lang} style="inline-size: ${width}; font-size: 16px">
      <stemcell-stepper orientation=${orientation} pathway="fat" .guide=${guide}></stemcell-stepper>
    </div>`,
  );
  const stepper = place.querySelector('stemcell-stepper')!;
  await stepper.ready;
  await aTimeout(20);
  return stepper;
};

const expectNoOverflow = (stepper: StemcellStepper, name: string): void => {
  const edge = stepper.getBoundingClientRect();
  for (const element of stepper.shadowRoot!.querySelectorAll('button, li, p, h3, h4, .marker')) {
    if (element.closest('[hidden], .visually-hidden')) continue;
    const { left, right } = element.getBoundingClientRect();
    expect(left, `${name}: ${element.textContent.slice(0, 30)}`).to.be.at.least(edge.left - 1);
    expect(right, `${name}: ${element.textContent.slice(0, 30)}`).to.be.at.most(edge.right + 1);
    expect(element.scrollWidth, `${name}: ${element.textContent.slice(0, 30)}`).to.be.at.most(
      element.clientWidth + 1,
    );
  }
};

describe('the layout of the stages', () => {
  it('follows the room of the stepper, whatever the window', async () => {
    expect(isColumn(stages(await show('320px')))).to.equal(true);
    expect(isColumn(stages(await show('640px')))).to.equal(true);
    expect(isRow(stages(await show('820px')))).to.equal(true);
  });

  it('breaks no word of our own in a row', async () => {
    for (const lang of ['en-US', 'es-US', 'ar-US']) {
      const stepper = await show('800px', { lang });
      expect(isRow(stages(stepper))).to.equal(true);
      for (const button of stepper.shadowRoot!.querySelectorAll<HTMLElement>('.stages button')) {
        // The current one is in bold.
        button.click();
        await stepper.updateComplete;
        button.style.overflowWrap = 'normal';
        expect(button.scrollWidth, `${lang}: ${button.innerText}`).to.be.at.most(button.clientWidth);
      }
    }
  });

  it('is fixed by the page', async () => {
    expect(isColumn(stages(await show('1000px', { orientation: 'vertical' })))).to.equal(true);
    const narrow = stages(await show('320px', { orientation: 'horizontal' }));
    expect(isColumn(narrow)).to.equal(false);
  });

  it('holds 3 to 10 stages with long words at any width', async () => {
    for (const width of ['160px', '320px', '704px', '1100px'])
      for (const orientation of ['horizontal', 'vertical', 'auto'])
        for (const count of [3, 6, 10]) {
          const stepper = await show(width, { orientation, guide: guideOf(count) });
          expect(stages(stepper)).to.have.lengthOf(count);
          expectNoOverflow(stepper, `${count} stages, ${width}, ${orientation}`);
        }
  });

  it('begins where reading begins', async () => {
    const row = stages(await show('1000px', { direction: 'rtl' }));
    expect(row[0]!.left).to.be.greaterThan(row[1]!.left);
    const stepper = await show('320px', { direction: 'rtl' });
    expectNoOverflow(stepper, 'right to left');
    const marker = stepper.shadowRoot!.querySelector('.marker')!.getBoundingClientRect();
    expect(marker.left).to.be.greaterThan(stepper.getBoundingClientRect().left + 200);
    await expectAccessible(stepper);
  });

  it('gives each button and link at least 44 pixels', async () => {
    const stepper = await show('320px');
    for (const element of stepper.shadowRoot!.querySelectorAll('button, .stage a')) {
      if (element.closest('[hidden]')) continue;
      const { height } = element.getBoundingClientRect();
      expect(height, element.textContent).to.be.at.least(44);
    }
  });
});
