import { expect, fixture, html } from '@open-wc/testing';
import ICAL from 'ical.js';
import { beside } from '../../src/beside.js';
import '../../src/define-all.js';
import type { StemcellChecklist } from '../../src/index.js';
import { isoDateOfDay, today } from '../../src/journey/days.js';
import { journeyOf } from '../../src/journey/journey.js';
import { expectAccessible } from '../support/axe.js';
import { inEnglish } from '../support/in-english.js';
import { waitUntil } from '../support/wait-until.js';

const daysAgo = (days: number): string => isoDateOfDay(today() - days);
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = <Found extends Element = HTMLElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;
const button = (element: Element, text: string): HTMLButtonElement =>
  [...element.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each).startsWith(text))!;
const status = (element: Element): string => textOf(find(element, '[role="status"]'));

async function openTools(date: string | undefined = daysAgo(1)): Promise<StemcellChecklist> {
  const checklist = await fixture<StemcellChecklist>(
    html`<stemcell-checklist
      region="us"
      clinic-name="Rivertown"
      clinic-phone="(555) 010-0100"
      .procedureDate=${date}
    ></stemcell-checklist>`,
  );
  button(checklist, 'Take it with you').click();
  await waitUntil(() => button(checklist, 'Print with my ticks'), 'the tools are there');
  return checklist;
}

/** Puts something in the place of a property of the browser until the test is over. */
const replaced: (() => void)[] = [];
function replace(object: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, value });
  replaced.push(() =>
    before ? Object.defineProperty(object, name, before) : Reflect.deleteProperty(object, name),
  );
}

class Utterance {
  lang = '';
  voice: unknown;
  onend: (() => void) | undefined;
  onerror: (() => void) | undefined;
  constructor(readonly text: string) {}
}

function replaceSpeech(voices: { lang: string; localService: boolean }[]): {
  said: Utterance[];
  stops: number;
} {
  const heard = { said: [] as Utterance[], stops: 0 };
  replace(window, 'SpeechSynthesisUtterance', Utterance);
  replace(window, 'speechSynthesis', {
    getVoices: () => voices,
    speak: (utterance: Utterance) => heard.said.push(utterance),
    cancel: () => heard.stops++,
  });
  return heard;
}

describe('what a visitor carries along from <stemcell-checklist>', () => {
  // The server makes the file when it is first asked for, which is not the time of any one test.
  before(async () => void (await beside.carry()));
  beforeEach(() => journeyOf('local').clear());
  afterEach(() => {
    replaced.splice(0).forEach((putBack) => putBack());
    journeyOf('local').clear();
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is behind one button, and accessible when it is open', async () => {
    const checklist = await openTools();
    await expectAccessible(checklist);
    const move = button(checklist, 'Move to my phone');
    expect(move).to.have.attribute('aria-expanded', 'false');
    move.click();
    await checklist.updateComplete;
    expect(move).to.have.attribute('aria-expanded', 'true');
    expect(find(checklist, '.qr-code')).to.have.attribute('role', 'img');
    await expectAccessible(checklist);
    for (const each of checklist.shadowRoot!.querySelectorAll('.tools button'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('can be copied as text, with the ticks, the warning signs first', async () => {
    let copied = '';
    replace(navigator, 'clipboard', {
      writeText: (text: string) => Promise.resolve(void (copied = inEnglish(text))),
    });
    const checklist = await openTools();
    find(checklist, '#stemcell-task-short-walks').click();
    await checklist.updateComplete;
    button(checklist, 'Copy as text').click();
    await waitUntil(() => status(checklist).startsWith('Copied.'));
    expect(copied).to.contain('[x] Take short, easy walks at home.').and.to.contain('[ ] ');
    // From the right, numbers are kept in their order.
    copied = copied.replace(/[\u2066\u2069]/g, '');
    expect(copied.indexOf('Emergency: 911')).to.be.within(1, copied.indexOf('Warning signs'));
    expect(copied.indexOf('Warning signs')).to.be.lessThan(copied.indexOf('Before your procedure'));
    expect(copied).not.to.match(/undefined|\[object|\{/);
  });

  it('keeps telephone numbers in their order in a text and on paper that run from the right', async () => {
    let copied = '';
    replace(navigator, 'clipboard', {
      writeText: (text: string) => Promise.resolve(void (copied = inEnglish(text))),
    });
    const place = await fixture(
      html`<div dir="rtl">
        <stemcell-checklist
          region="us"
          clinic-phone="+1 (555) 010-0100"
          procedure-date=${daysAgo(1)}
        ></stemcell-checklist>
      </div>`,
    );
    const checklist = place.querySelector('stemcell-checklist')!;
    button(checklist, 'Take it with you').click();
    await waitUntil(() => button(checklist, 'Copy as text'), 'the tools are there');
    button(checklist, 'Copy as text').click();
    await waitUntil(() => copied);
    const numbers = copied.match(/.?\+1 \(555\) 010-0100.?/g)!;
    expect(numbers.length).to.be.at.least(3);
    for (const number of numbers) expect(number).to.equal('\u2066+1 (555) 010-0100\u2069');
    expect(copied).to.include('Call \u2066911\u2069 now').and.include('Emergency: \u2066911\u2069');
    // On the page, the links have a direction of their own.
    expect(textOf(find(checklist, '.warnings'))).not.to.match(/[\u2066-\u2069]/);
  });

  it('is there to be copied by hand where the browser does not copy', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('not allowed')) });
    const checklist = await openTools();
    button(checklist, 'Copy as text').click();
    await waitUntil(() => find(checklist, 'textarea'));
    expect(inEnglish(find<HTMLTextAreaElement>(checklist, 'textarea').value)).to.contain('Warning signs');
    expect(status(checklist)).to.contain('did not copy');
    await expectAccessible(checklist);
  });

  it('gives the calendar as a text that another program reads', async () => {
    const checklist = await openTools(daysAgo(-3));
    const events = new ICAL.Component(ICAL.parse(await checklist.calendar()) as never).getAllSubcomponents(
      'vevent',
    );
    expect(events.length).to.be.greaterThan(10);
    checklist.procedureDate = daysAgo(400);
    await checklist.updateComplete;
    expect(await checklist.calendar()).to.equal('');
    checklist.procedureDate = undefined;
    await checklist.updateComplete;
    expect(await checklist.calendar()).to.equal('');
    expect(button(checklist, 'Add to my calendar')).to.equal(undefined);
  });

  it('reads the phase of today aloud when it is asked to, and stops when it is told to', async () => {
    const { language } = new Intl.Locale(document.documentElement.lang || 'en');
    const heard = replaceSpeech([
      { lang: 'de-DE', localService: true },
      { lang: `${language}-US`, localService: false },
      { lang: `${language}_GB`, localService: true },
    ]);
    const checklist = await openTools();
    expect(heard.said).to.have.length(0);
    button(checklist, 'Listen: Days 1 and 2').click();
    await checklist.updateComplete;
    expect(inEnglish(heard.said[0]!.text)).to.equal('Days 1 and 2');
    expect(heard.said.map(({ text }) => inEnglish(text)).join()).to.contain('Take short, easy walks');
    expect((heard.said[0]!.voice as { lang: string }).lang).to.equal(`${language}_GB`);
    const stop = button(checklist, 'Stop reading aloud');
    stop.click();
    await checklist.updateComplete;
    expect(heard.stops).to.equal(1);
    expect(button(checklist, 'Listen')).to.equal(stop);
  });

  it('is silent once all is read, and when the list leaves the page', async () => {
    const heard = replaceSpeech([]);
    const checklist = await openTools();
    button(checklist, 'Listen').click();
    await checklist.updateComplete;
    heard.said.at(-1)!.onend!();
    await checklist.updateComplete;
    expect(button(checklist, 'Stop')).to.equal(undefined);
    button(checklist, 'Listen').click();
    checklist.remove();
    expect(heard.stops).to.be.greaterThan(0);
  });

  it('sends nothing to a voice on a server, and says that it cannot read', async () => {
    const heard = replaceSpeech([{ lang: 'en-US', localService: false }]);
    const checklist = await openTools();
    button(checklist, 'Listen').click();
    await checklist.updateComplete;
    expect(heard.said).to.have.length(0);
    expect(status(checklist)).to.contain('could not read');
  });

  it('asks what to do with a list from a link, in words, before anything is written', async () => {
    history.replaceState(
      null,
      '',
      '#stemcell-move=version=1&date=2026-11-22&done=price&done=consent&pathway=moon',
    );
    const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
    await waitUntil(() => find(checklist, '.arrival'), 'the question is there');
    expect(textOf(find(checklist, '.arrival'))).to.contain(
      '2 tasks are done in it. The procedure is on November 22, 2026.',
    );
    expect(localStorage.length).to.equal(0);
    await expectAccessible(checklist);
    button(checklist, 'Yes').click();
    await checklist.updateComplete;
    expect(find<HTMLInputElement>(checklist, '#stemcell-task-price').checked).to.equal(true);
    expect(find(checklist, '.arrival')).to.equal(null);
    expect(location.hash).to.equal('');
    expect(status(checklist)).to.equal('Your list is here now.');
  });
});
