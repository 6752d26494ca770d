import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define-all.js';
import english from '../../src/content/en.json';
import { forAuthor } from '../../src/elements/settings.js';
import type { StemcellStepper } from '../../src/index.js';
import { expectAccessible } from '../support/axe.js';
import { inEnglish } from '../support/in-english.js';
import { goToFragment, waitUntil } from '../support/wait-until.js';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const all = <Found extends HTMLElement>(stepper: StemcellStepper, selector: string): Found[] => [
  ...stepper.shadowRoot!.querySelectorAll<Found>(selector),
];
const stageButtons = (stepper: StemcellStepper): HTMLButtonElement[] => all(stepper, 'ol button');
const button = (stepper: StemcellStepper, name: string): HTMLButtonElement =>
  all<HTMLButtonElement>(stepper, 'button').find(
    (each) => words(each).includes(name) && !each.closest('[hidden]'),
  )!;
const panels = (stepper: StemcellStepper): HTMLElement[] => all(stepper, '.panel:has(> .stage)');
const shownPanels = (stepper: StemcellStepper): HTMLElement[] =>
  panels(stepper).filter((panel) => !panel.hasAttribute('hidden'));
/** The heading of the one stage that is told. */
const shownStage = (stepper: StemcellStepper): HTMLElement => {
  const [panel, ...others] = shownPanels(stepper);
  expect(others).to.deep.equal([]);
  return panel!.querySelector<HTMLElement>('h3')!;
};
const status = (stepper: StemcellStepper): string =>
  words(stepper.shadowRoot!.querySelector('[role="status"]'));
const focused = (stepper: StemcellStepper): Element | null => stepper.shadowRoot!.activeElement;

const settle = async (stepper: StemcellStepper): Promise<void> => {
  await stepper.ready;
  await aTimeout(30);
  await stepper.updateComplete;
};

/** Every place that names the current stage or counts the stages must say the same. */
const expectAgreement = (stepper: StemcellStepper, number: number, count: number): void => {
  expect(stageButtons(stepper)).to.have.lengthOf(count);
  const current = stageButtons(stepper).filter((each) => each.getAttribute('aria-current') === 'step');
  expect(current).to.have.lengthOf(1);
  expect(all(stepper, '[aria-current]')).to.have.lengthOf(1);
  expect(stageButtons(stepper).indexOf(current[0]!) + 1).to.equal(number);
  const [panel] = shownPanels(stepper);
  expect(words(panel)).to.include(`Stage ${number} of ${count}`);
  expect(words(current[0])).to.match(
    new RegExp(`^(${number} )?${number}\\. ${words(panel!.querySelector('h3'))}`),
  );
};

/** Calls back with each announcement of the status region. */
const announcements = (stepper: StemcellStepper): string[] => {
  const said: string[] = [];
  const region = stepper.shadowRoot!.querySelector('[role="status"]')!;
  new MutationObserver(() => said.push(words(region))).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
};

const events = (stepper: StemcellStepper): { stage: string; previous: string }[] => {
  const details: { stage: string; previous: string }[] = [];
  stepper.addEventListener('stemcell-stage-change', ({ detail }) => details.push(detail));
  return details;
};

describe('<stemcell-stepper>', () => {
  const address = location.href;
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  const show = async (markup = html`<stemcell-stepper></stemcell-stepper>`): Promise<StemcellStepper> => {
    const shown = await fixture<HTMLElement>(markup);
    const stepper = shown.closest('stemcell-stepper') ?? shown.querySelector('stemcell-stepper')!;
    await settle(stepper);
    return stepper;
  };

  describe('the way at a glance', () => {
    it('is an ordered list of buttons with names, times and pictures; the first stage is current', async () => {
      const stepper = await show();
      expect(stageButtons(stepper).map(words)).to.deep.equal([
        '1. First visit and check-up 30–60 minutes current stage',
        '2. Collecting bone marrow 20–30 minutes',
        '3. Getting the cells ready 15–60 minutes',
        '4. The injection 15–30 minutes',
        '5. Healing at home 2–6 weeks',
        '6. Check-ups and results 3–12 months',
      ]);
      stageButtons(stepper).forEach((each) => expect(each.querySelector('svg')).to.exist);
      const list = all(stepper, 'ol[role="list"]').find(
        ({ ariaLabel }) => inEnglish(ariaLabel ?? '') === 'Stages',
      )!;
      expect(list.querySelectorAll('li > button')).to.have.lengthOf(6);
      expectAgreement(stepper, 1, 6);
      await expectAccessible(stepper);
    });

    it('says nothing and takes no focus at load', async () => {
      const stepper = await show();
      expect(status(stepper)).to.equal('');
      expect(document.activeElement).to.equal(document.body);
      expect(location.href).to.equal(address);
    });

    it('marks what lies before the current stage in words and with a drawing', async () => {
      const stepper = await show();
      stageButtons(stepper)[2]!.click();
      await settle(stepper);
      const [first, second, third, fourth] = stageButtons(stepper);
      for (const past of [first, second]) {
        expect(words(past)).to.include('before this stage');
        expect(past!.querySelector('.icon-check')).to.exist;
      }
      for (const other of [third, fourth]) {
        expect(words(other)).not.to.include('before this stage');
        expect(other!.querySelector('.icon-check')).not.to.exist;
      }
      expectAgreement(stepper, 3, 6);
      await expectAccessible(stepper);
    });

    it('gives a stage without a drawing its number', async () => {
      const stages = english.stages.slice(0, 3).map(({ id, title, summary }) => ({ id, title, summary }));
      const own = stages.map((stage) => ({ ...stage, id: 'own-' + stage.id }));
      const guide = { stages: own, replace: ['stages'] };
      const stepper = await show(html`<stemcell-stepper .guide=${guide}></stemcell-stepper>`);
      expect(all(stepper, '.marker').map(words)).to.deep.equal(['1', '2', '3']);
      expectAgreement(stepper, 1, 3);
    });
  });

  describe('one stage at a time', () => {
    it('goes on and back with buttons that name the stage', async () => {
      const stepper = await show();
      expect(button(stepper, 'Back:')).to.equal(undefined);
      button(stepper, 'Next: Collecting bone marrow').click();
      await settle(stepper);
      expect(words(shownStage(stepper))).to.equal('Collecting bone marrow');
      expectAgreement(stepper, 2, 6);
      button(stepper, 'Back: First visit and check-up').click();
      await settle(stepper);
      expectAgreement(stepper, 1, 6);
      stageButtons(stepper)[5]!.click();
      await settle(stepper);
      expect(button(stepper, 'Next:')).to.equal(undefined);
    });

    it('keeps the other stages out of reach, but where the browser can find them', async () => {
      const stepper = await show();
      const closed = panels(stepper).filter((panel) => panel.hasAttribute('hidden'));
      expect(closed).to.have.lengthOf(5);
      closed.forEach((panel) => {
        expect(panel.getAttribute('hidden')).to.equal('until-found');
        expect(panel).not.to.have.attribute('role');
        expect(getComputedStyle(panel).padding).to.equal('0px');
      });
    });

    it('shows the stage in which the browser finds a word, and leaves the focus to the browser', async () => {
      const stepper = await show();
      const details = events(stepper);
      panels(stepper)[3]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
      await settle(stepper);
      expectAgreement(stepper, 4, 6);
      expect(focused(stepper)).to.equal(null);
      expect(details).to.deep.equal([{ stage: 'injection', previous: 'consultation' }]);
    });

    it('moves focus to the heading, announces once and tells the page, for one step', async () => {
      const stepper = await show();
      const said = announcements(stepper);
      const details = events(stepper);
      button(stepper, 'Next:').click();
      await settle(stepper);
      expect(focused(stepper)).to.equal(shownStage(stepper));
      expect(said).to.deep.equal(['Stage 2 of 6: Collecting bone marrow']);
      expect(details).to.deep.equal([{ stage: 'harvesting', previous: 'consultation' }]);
    });

    it('brings the visitor to the stage that is shown already, without an event', async () => {
      const stepper = await show();
      const details = events(stepper);
      stageButtons(stepper)[0]!.click();
      await settle(stepper);
      expect(focused(stepper)).to.equal(shownStage(stepper));
      expect(status(stepper)).to.equal('');
      expect(details).to.deep.equal([]);
    });

    it('goes where a script says, past no end, without an event, a word or the focus', async () => {
      const stepper = await show();
      const details = events(stepper);
      stepper.previous();
      await settle(stepper);
      expectAgreement(stepper, 1, 6);
      stepper.next();
      stepper.next();
      await settle(stepper);
      expectAgreement(stepper, 3, 6);
      stepper.goTo('follow-up');
      stepper.next();
      stepper.goTo('nowhere');
      await settle(stepper);
      expectAgreement(stepper, 6, 6);
      expect(status(stepper)).to.equal('');
      expect(focused(stepper)).to.equal(null);
      expect(details).to.deep.equal([]);
      expect(location.href).to.equal(address);
    });
  });

  it('is used with the keyboard alone', async () => {
    const stepper = await show(html`<stemcell-stepper pathway="fat"></stemcell-stepper>`);
    const tab = (): Promise<void> => sendKeys({ press: 'Tab' });
    await tab();
    expect(words(focused(stepper)), 'the sources of the notice').to.match(/^Sources: \d/);
    await tab();
    expect(focused(stepper)).to.equal(stageButtons(stepper)[0]);
    for (let presses = 0; presses < 3; presses++) await tab();
    expect(focused(stepper)).to.equal(stageButtons(stepper)[3]);
    await sendKeys({ press: 'Enter' });
    await settle(stepper);
    expectAgreement(stepper, 4, 6);
    expect(focused(stepper)).to.equal(shownStage(stepper));
    await tab();
    expect(words(focused(stepper))).to.equal('Copy link: The injection');
    await tab();
    expect(words(focused(stepper)), 'the sources of the stage').to.match(/^Sources: \d/);
    await tab();
    expect(words(focused(stepper))).to.equal('Back: Getting the cells ready');
    await tab();
    expect(words(focused(stepper))).to.equal('Next: Healing at home');
    await sendKeys({ press: ' ' });
    await settle(stepper);
    expectAgreement(stepper, 5, 6);
    await sendKeys({ down: 'Shift' });
    await tab();
    await sendKeys({ up: 'Shift' });
    expect(words(focused(stepper))).to.equal('Show all stages');
  });

  describe('where the page says that the patient is', () => {
    it('is named, whatever the visitor looks at', async () => {
      const stepper = await show(html`<stemcell-stepper current="processing"></stemcell-stepper>`);
      expectAgreement(stepper, 3, 6);
      expect(words(stageButtons(stepper)[2])).to.include('You are here');
      stageButtons(stepper)[4]!.click();
      await settle(stepper);
      // "Current" goes with "Stage n of m", the stage that is shown; the patient's own place keeps its mark.
      expectAgreement(stepper, 5, 6);
      expect(stepper.current).to.equal('processing');
      const said = stageButtons(stepper).map(words);
      expect(said.filter((text) => text.includes('You are here'))).to.deep.equal([said[2]]);
      expect(said[4]).to.include('shown now').and.not.to.include('current stage');
      expect(said.map((text) => text.includes('before this stage'))).to.deep.equal([
        true,
        true,
        false,
        false,
        false,
        false,
      ]);
      await expectAccessible(stepper);
    });

    it('moves the stepper when a script changes it, and fires nothing', async () => {
      const stepper = await show(html`<stemcell-stepper current="processing"></stemcell-stepper>`);
      const details = events(stepper);
      stepper.current = 'recovery';
      await settle(stepper);
      expectAgreement(stepper, 5, 6);
      stepper.removeAttribute('current');
      await settle(stepper);
      expectAgreement(stepper, 5, 6);
      expect(words(stepper.shadowRoot!.querySelector('ol'))).not.to.include('You are here');
      expect(details).to.deep.equal([]);
      expect(status(stepper)).to.equal('');
      expect(focused(stepper)).to.equal(null);
    });

    it('is the nearest stage of the pathway', async () => {
      const stepper = await show(
        html`<stemcell-stepper pathway="donor" current="harvesting"></stemcell-stepper>`,
      );
      expectAgreement(stepper, 2, 5);
      expect(words(stageButtons(stepper)[1])).to.include('You are here');
    });

    it('is the first stage if the page names one that is not there, and the page is told', async () => {
      const told: string[] = [];
      const { warn } = console;
      console.warn = (message: string) => told.push(message);
      const stepper = await show(
        html`<stemcell-stepper current="surgery" orientation="diagonal"></stemcell-stepper>`,
      );
      await forAuthor();
      console.warn = warn;
      expectAgreement(stepper, 1, 6);
      expect(told).to.have.lengthOf(2);
      expect(told.join()).to.include(
        '<stemcell-stepper current="surgery">: expected consultation, harvesting',
      );
      expect(told.join()).to.include('orientation="diagonal">: expected auto, horizontal, vertical');
    });
  });

  describe('when the pathway changes while a stage is shown', () => {
    const choose = async (stepper: StemcellStepper, name: string): Promise<void> => {
      all<HTMLLabelElement>(stepper, 'label')
        .find((label) => words(label).startsWith(name))!
        .click();
      await settle(stepper);
    };

    it('leaves out the stage that is not on it, and the numbers agree everywhere', async () => {
      const stepper = await show();
      await choose(stepper, 'Donor cells');
      expectAgreement(stepper, 1, 5);
      for (let number = 2; number <= 5; number++) {
        button(stepper, 'Next:').click();
        await settle(stepper);
        expectAgreement(stepper, number, 5);
        expect(status(stepper)).to.include(`Stage ${number} of 5`);
      }
      await expectAccessible(stepper);
    });

    it('lands on the nearest stage, and comes back with the pathway', async () => {
      const stepper = await show();
      button(stepper, 'Next: Collecting bone marrow').click();
      await settle(stepper);
      const details = events(stepper);
      await choose(stepper, 'Donor cells');
      expect(words(shownStage(stepper))).to.equal('Getting the cells ready');
      expectAgreement(stepper, 2, 5);
      await choose(stepper, 'Your own fat');
      expect(words(shownStage(stepper))).to.equal('Collecting fat');
      expectAgreement(stepper, 2, 6);
      expect(details).to.deep.equal([]);
    });
  });

  describe('all stages on one page', () => {
    it('are shown when the visitor asks, with one current stage still', async () => {
      const stepper = await show();
      const buttonOfAll = button(stepper, 'Show all stages');
      buttonOfAll.click();
      await settle(stepper);
      expect(shownPanels(stepper)).to.have.lengthOf(6);
      expect(shownPanels(stepper).map((panel) => words(panel.querySelector('h3')))).to.include(
        'The injection',
      );
      expect(all(stepper, '[aria-current="step"]')).to.have.lengthOf(1);
      expect(button(stepper, 'Next:')).to.equal(undefined);
      await expectAccessible(stepper);
      stageButtons(stepper)[3]!.click();
      await settle(stepper);
      expect(words(focused(stepper))).to.equal('The injection');
      expect(words(buttonOfAll)).to.equal('Show one stage at a time');
      buttonOfAll.click();
      await settle(stepper);
      expectAgreement(stepper, 4, 6);
    });
  });

  describe('links', () => {
    const goTo = async (stepper: StemcellStepper, fragment: string): Promise<void> => {
      await goToFragment(fragment);
      await settle(stepper);
    };

    it('open a stage at load and move focus there, without an event', async () => {
      history.replaceState(null, '', address + '#stemcell-stage-recovery');
      const stepper = await show(html`<stemcell-stepper current="processing"></stemcell-stepper>`);
      expectAgreement(stepper, 5, 6);
      expect(focused(stepper)).to.equal(shownStage(stepper));
      expect(status(stepper)).to.equal('');
    });

    it('open a stage when the address changes, and the one before when the visitor comes back', async () => {
      const stepper = await show();
      const details = events(stepper);
      await goTo(stepper, 'stemcell-stage-injection');
      expectAgreement(stepper, 4, 6);
      expect(focused(stepper)).to.equal(shownStage(stepper));
      await goTo(stepper, 'stemcell-stage-recovery');
      expectAgreement(stepper, 5, 6);
      const back = async (title: string): Promise<void> => {
        history.back();
        await waitUntil(() => words(shownStage(stepper)) === title, `${title} is shown`);
      };
      await back('The injection');
      expectAgreement(stepper, 4, 6);
      await back('First visit and check-up');
      expectAgreement(stepper, 1, 6);
      expect(details).to.deep.equal([]);
    });

    it('to a stage that is not there do nothing', async () => {
      const stepper = await show(html`<stemcell-stepper pathway="donor"></stemcell-stepper>`);
      await goTo(stepper, 'stemcell-stage-harvesting');
      expectAgreement(stepper, 1, 5);
      expect(focused(stepper)).to.equal(null);
    });

    it('follow the visitor in the address without filling the history', async () => {
      const stepper = await show();
      const { length } = history;
      button(stepper, 'Next:').click();
      await settle(stepper);
      button(stepper, 'Next:').click();
      await settle(stepper);
      expect(location.href).to.equal(address + '#stemcell-stage-processing');
      expect(history.length).to.equal(length);
    });

    it('land below a sticky header', async () => {
      const place = await fixture<HTMLElement>(
        html`<div style="--stemcell-sticky-offset: 120px; padding-block: 3000px">
          <stemcell-stepper></stemcell-stepper>
        </div>`,
      );
      const stepper = place.querySelector('stemcell-stepper')!;
      await goTo(stepper, 'stemcell-stage-recovery');
      const { top } = shownStage(stepper).getBoundingClientRect();
      expect(top).to.be.within(115, 125);
      await nextFrame();
    });

    it('are copied, and what happened is said and shown', async () => {
      const stepper = await show();
      const link = all<HTMLAnchorElement>(stepper, 'a').find((each) => words(each).startsWith('Copy link'))!;
      expect(link.href).to.equal(address + '#stemcell-stage-consultation');
      const copied: string[] = [];
      const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      link.click();
      await settle(stepper);
      expect(copied).to.deep.equal([link.href]);
      expect(status(stepper)).to.equal('Link copied');
      expect(getComputedStyle(link, '::after').content).to.include('✓');

      clipboard.writeText = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
      link.click();
      await settle(stepper);
      delete (navigator as unknown as Record<string, unknown>).clipboard;
      expect(status(stepper)).to.equal('Not copied. The link is shown for you to copy.');
      expect(getComputedStyle(link, '::after').content).to.match(/attr\(href\)|#stemcell-stage-consultation/);
      expect(location.href).to.equal(address);
    });
  });
});
