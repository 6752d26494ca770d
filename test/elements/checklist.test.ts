import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define-all.js';
import english from '../../src/content/en.json';
import type { Guide, StemcellChecklist, StorageAdapter } from '../../src/index.js';
import { isoDateOfDay, today } from '../../src/journey/days.js';
import { journeyOf } from '../../src/journey/journey.js';
import { storageKey } from '../../src/journey/storage.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait-until.js';

const guide = english as Guide;

/** The date of a procedure that was so many days ago. */
const daysAgo = (days: number): string => isoDateOfDay(today() - days);

const inside = <Found extends Element = HTMLElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;
const all = <Found extends Element = HTMLElement>(element: Element, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector),
];
const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const task = (checklist: Element, id: string): HTMLInputElement => inside(checklist, '#stemcell-task-' + id);
const button = (checklist: Element, text: string): HTMLButtonElement =>
  all<HTMLButtonElement>(checklist, 'button').find((each) => textOf(each).startsWith(text))!;
const phaseButton = (checklist: Element, id: string): HTMLButtonElement =>
  inside(checklist, '#stemcell-phase-' + id);
const openPhases = (checklist: Element): string[] =>
  all(checklist, '.phase .disclosure[aria-expanded="true"]').map(({ id }) =>
    id.replace('stemcell-phase-', ''),
  );
const status = (checklist: Element): string => textOf(inside(checklist, '[role="status"]'));

async function setDate(checklist: StemcellChecklist, date: string): Promise<void> {
  const field = (): HTMLInputElement => inside<HTMLInputElement>(checklist, 'input[type="date"]');
  await waitUntil(field, 'the field for the date has not come');
  const input = field();
  input.value = date;
  input.dispatchEvent(new Event('change'));
  await checklist.updateComplete;
}

/** What the test says to the page, once each. */
function eventsOf(checklist: Element, name: string): CustomEvent[] {
  const events: CustomEvent[] = [];
  checklist.addEventListener(name, (event) => events.push(event as CustomEvent));
  return events;
}

describe('<stemcell-checklist>', () => {
  beforeEach(() => {
    localStorage.clear();
    journeyOf('local').clear();
    journeyOf('local').setDate(undefined);
  });
  afterEach(() => {
    journeyOf('local').clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('without a date', () => {
    it('shows every phase open, in words that need no date, and every task once', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      expect(openPhases(checklist)).to.deep.equal(guide.phases.map(({ id }) => id));
      expect(textOf(phaseButton(checklist, 'days-1-2'))).to.equal('Days 1 and 2 0 of 5 done');
      const shown = all(checklist, 'input[type="checkbox"]').map(({ id }) => id);
      expect(new Set(shown).size).to.equal(shown.length);
      expect(shown).to.have.length(37);
      await expectAccessible(checklist);
    });

    it('asks for the date as something that may be left out', async () => {
      const checklist = await fixture(html`<stemcell-checklist></stemcell-checklist>`);
      const label = inside<HTMLLabelElement>(checklist, 'label[for="date"]');
      expect(textOf(label)).to.contain('you can leave this empty');
      expect(inside<HTMLInputElement>(checklist, '#date').required).to.equal(false);
    });
  });

  describe('with a date', () => {
    it('opens and marks the phase of today, and tells what is over and what is to come', async () => {
      const checklist = await fixture(
        html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
      );
      expect(openPhases(checklist)).to.deep.equal(['days-3-14']);
      expect(textOf(inside(checklist, '.day'))).to.equal('Day 5 after your procedure.');
      expect(all(checklist, '.time').map(textOf)).to.deep.equal([
        'Over',
        'Over',
        'Over',
        'Today',
        'To come',
        'To come',
      ]);
      await expectAccessible(checklist);
    });

    it('counts down to the procedure, and opens what comes next if nothing is due yet', async () => {
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist procedure-date=${daysAgo(-40)}></stemcell-checklist>`,
      );
      expect(textOf(inside(checklist, '.day'))).to.equal('Your procedure is in 40 days.');
      expect(openPhases(checklist)).to.deep.equal(['before']);
      expect(all(checklist, '.time').map(textOf)).to.deep.equal(Array(6).fill('To come'));
      checklist.procedureDate = daysAgo(-1);
      await checklist.updateComplete;
      expect(textOf(inside(checklist, '.day'))).to.equal('Your procedure is tomorrow.');
      checklist.procedureDate = daysAgo(0);
      await checklist.updateComplete;
      expect(textOf(inside(checklist, '.day'))).to.equal('Your procedure is today.');
      expect(openPhases(checklist)).to.deep.equal(['day-0']);
    });

    it('puts all away when all is over', async () => {
      const checklist = await fixture(
        html`<stemcell-checklist procedure-date=${daysAgo(400)}></stemcell-checklist>`,
      );
      expect(openPhases(checklist)).to.deep.equal([]);
    });

    it('writes real dates in the language of the page', async () => {
      for (const [lang, dates] of [
        ['en-US', /Feb 29 – Mar 1/],
        ['en-GB', /29 Feb – 1 Mar/],
        ['es-PE', /29 (de )?feb\.? ?(–|a|al) ?1 (de )?mar/],
        // There is no German: English words, and dates as those who speak English write them there.
        ['de', /29 Feb – 1 Mar/],
      ] as const) {
        const page = await fixture(
          html`<div lang=${lang}><stemcell-checklist procedure-date="2024-02-28"></stemcell-checklist></div>`,
        );
        const checklist = page.querySelector('stemcell-checklist')!;
        await checklist.ready;
        expect(textOf(phaseButton(checklist, 'days-1-2')), lang).to.match(dates);
      }
    });

    it('shows beside the tasks of today what goes on of other phases, with the same tick', async () => {
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist procedure-date=${daysAgo(60)}></stemcell-checklist>`,
      );
      expect(openPhases(checklist)).to.deep.equal(['months-2-6']);
      const also = inside<HTMLInputElement>(checklist, '#also-late-infection');
      also.click();
      await checklist.updateComplete;
      expect(task(checklist, 'late-infection').checked).to.equal(true);
      expect(inside(checklist, '#also-sport-ok')).to.equal(null);
    });

    it('says how long to watch for a sign that the guide limits, and only for such', async () => {
      const checklist = await fixture(
        html`<stemcell-checklist lang="en" procedure-date="2026-11-22"></stemcell-checklist>`,
      );
      const sign = (start: string): string =>
        textOf(all(checklist, '.urgency li').find((each) => textOf(each).startsWith(start)));
      expect(sign('You have a fever')).to.match(/Watch for this until March 14, 2027\.$/);
      expect(sign('You have trouble breathing')).not.to.contain('Watch for this');
      expect(sign('You get sick before')).not.to.contain('Watch for this');
    });

    it("asks for none where the page gives it, and takes the page's over the visitor's", async () => {
      journeyOf('local').setDate(daysAgo(100));
      const checklist = await fixture(
        html`<stemcell-checklist procedure-date=${daysAgo(1)}></stemcell-checklist>`,
      );
      expect(inside(checklist, '#date')).to.equal(null);
      expect(openPhases(checklist)).to.deep.equal(['days-1-2']);
    });
  });

  describe('the date of the visitor', () => {
    it('is taken, told once, kept, and can be taken back', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      const events = eventsOf(checklist, 'stemcell-date-change');
      await setDate(checklist, daysAgo(1));
      expect(openPhases(checklist)).to.deep.equal(['days-1-2']);
      expect(status(checklist)).to.equal('Day 1 after your procedure.');
      expect(localStorage.getItem(storageKey)).to.equal(`version=1&date=${daysAgo(1)}`);
      await setDate(checklist, '');
      expect(openPhases(checklist)).to.have.length(6);
      expect(localStorage.getItem(storageKey)).to.equal(null);
      expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([
        { date: daysAgo(1) },
        { date: '' },
      ]);
    });

    it('is not taken while its year is still being typed', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      const events = eventsOf(checklist, 'stemcell-date-change');
      await setDate(checklist, '0020-11-22');
      expect(events).to.have.length(0);
      expect(localStorage.getItem(storageKey)).to.equal(null);
    });

    it('is all that a field far from the visitor takes, which is a plain one', async () => {
      const page = await fixture(
        html`<div style="padding-block-start: 5000px"><stemcell-checklist></stemcell-checklist></div>`,
      );
      const checklist = page.querySelector('stemcell-checklist')!;
      await checklist.ready;
      const events = eventsOf(checklist, 'stemcell-date-change');
      const field = inside<HTMLInputElement>(checklist, '#date');
      expect(field.type).to.equal('text');
      for (const value of ['Maria', '2026-11-31', daysAgo(1)]) {
        field.value = value;
        field.dispatchEvent(new Event('change'));
      }
      expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([{ date: daysAgo(1) }]);
      expect(localStorage.getItem(storageKey)).to.equal(`version=1&date=${daysAgo(1)}`);
    });
  });

  describe('a phase', () => {
    it('is a heading with a button, and stays as the visitor wants it, by keyboard too', async () => {
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
      );
      const past = phaseButton(checklist, 'before');
      expect(past.parentElement!.localName).to.equal('h3');
      expect(past.parentElement!.children).to.have.length(1);
      past.focus();
      await sendKeys({ press: 'Enter' });
      await checklist.updateComplete;
      expect(openPhases(checklist)).to.deep.equal(['before', 'days-3-14']);
      await expectAccessible(checklist);
      phaseButton(checklist, 'days-3-14').focus();
      await sendKeys({ press: ' ' });
      await checklist.updateComplete;
      expect(openPhases(checklist)).to.deep.equal(['before']);
      checklist.requestUpdate();
      await checklist.updateComplete;
      expect(openPhases(checklist)).to.deep.equal(['before']);
    });

    it('keeps its tasks out of reach while it is closed', async () => {
      const checklist = await fixture(
        html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
      );
      const hidden = task(checklist, 'price');
      hidden.focus();
      expect(checklist.shadowRoot!.activeElement).not.to.equal(hidden);
    });
  });

  describe('a tick', () => {
    it('is set by mouse and keyboard, told once to the page and once to the ear', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      const events = eventsOf(checklist, 'stemcell-task-change');
      expect(status(checklist)).to.equal('');
      inside(checklist, 'label[for="stemcell-task-price"]').click();
      await checklist.updateComplete;
      expect(status(checklist)).to.equal('1 of 37 tasks done');
      task(checklist, 'med-list').focus();
      await sendKeys({ press: ' ' });
      await checklist.updateComplete;
      expect(status(checklist)).to.equal('2 of 37 tasks done');
      task(checklist, 'price').click();
      expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([
        { task: 'price', done: true, doneCount: 1, total: 37 },
        { task: 'med-list', done: true, doneCount: 2, total: 37 },
        { task: 'price', done: false, doneCount: 1, total: 37 },
      ]);
      expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    });

    it('counts in its phase and in all, in words and as a bar', async () => {
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist pathway="donor"></stemcell-checklist>`,
      );
      task(checklist, 'consent').click();
      await checklist.updateComplete;
      expect(textOf(phaseButton(checklist, 'day-0'))).to.contain('1 of 7 done');
      expect(textOf(inside(checklist, '.count'))).to.match(/^1 of \d+ tasks done$/);
      const filled = phaseButton(checklist, 'day-0').querySelector('.bar path')!.getAttribute('d')!;
      expect(Number(filled.replace('M0 1H', ''))).to.be.closeTo(100 / 7, 0.01);
    });

    it('leaves the words of its task as they are', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      task(checklist, 'price').click();
      await checklist.updateComplete;
      const label = inside(checklist, 'label[for="stemcell-task-price"]');
      expect(getComputedStyle(label).textDecorationLine).to.equal('none');
      expect(getComputedStyle(label).opacity).to.equal('1');
    });

    it('has a row of 44 pixels and more, all of it a target', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      for (const row of all(checklist, '.task')) {
        const { left, right, top, height } = row.getBoundingClientRect();
        expect(height).to.be.at.least(44);
        row.scrollIntoView({ block: 'center' });
        const at = row.getBoundingClientRect();
        const hit = checklist.shadowRoot!.elementFromPoint(right - 4, at.top + height / 2);
        expect(hit?.closest('.task'), `${left} ${top}`).to.equal(row);
        expect(hit?.localName).to.equal('label');
      }
    });

    it('is kind when it was the last one, and still points at the warning signs', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      all<HTMLInputElement>(checklist, 'input[type="checkbox"]').forEach((box) => box.click());
      await checklist.updateComplete;
      expect(textOf(inside(checklist, '.count'))).to.match(/^All 37 tasks are done\. Well done\./);
      expect(status(checklist)).to.match(/Keep watching for the warning signs/);
      await expectAccessible(checklist);
    });

    it('counts under an id that the task had before', async () => {
      localStorage.setItem(storageKey, 'version=1&done=old-name&done=gone');
      window.dispatchEvent(new StorageEvent('storage', { key: storageKey }));
      const phases = structuredClone(guide.phases);
      phases[0]!.tasks[0]!.formerly = ['old-name'];
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist .guide=${{ ...guide, phases }}></stemcell-checklist>`,
      );
      await checklist.ready;
      const { id } = phases[0]!.tasks[0]!;
      expect(task(checklist, id).checked).to.equal(true);
      task(checklist, id).click();
      expect(localStorage.getItem(storageKey)).to.equal('version=1&done=gone');
    });

    it('shows in every checklist of the page', async () => {
      const page = await fixture(
        html`<div><stemcell-checklist></stemcell-checklist><stemcell-checklist></stemcell-checklist></div>`,
      );
      const [one, other] = page.querySelectorAll('stemcell-checklist');
      task(one!, 'price').click();
      await other!.updateComplete;
      expect(task(other!, 'price').checked).to.equal(true);
      expect(status(other!)).to.equal('');
    });

    it('is none, and tells nothing, when the page sets things by itself', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      const events = ['stemcell-task-change', 'stemcell-date-change'].map((name) =>
        eventsOf(checklist, name),
      );
      checklist.procedureDate = daysAgo(3);
      checklist.pathway = 'fat';
      await checklist.updateComplete;
      checklist.reset();
      await checklist.updateComplete;
      expect(events.flat()).to.have.length(0);
      expect(status(checklist)).to.equal('');
      expect(localStorage.length).to.equal(0);
    });
  });

  describe('what it says of keeping', () => {
    it('is that ticks stay on this device, in this tab, or nowhere', async () => {
      const note = async (storage: string): Promise<string> =>
        textOf(
          inside(
            await fixture(html`<stemcell-checklist storage=${storage}></stemcell-checklist>`),
            '.keeping p',
          ),
        );
      expect(await note('local')).to.contain('kept on this device only');
      expect(await note('session')).to.contain('until you close this tab');
      expect(await note('none')).to.contain('not saved on this device');
    });

    it('is the truth from the start where a value cannot be read, and offers to clear it', async () => {
      localStorage.setItem(storageKey, 'version=7');
      window.dispatchEvent(new StorageEvent('storage', { key: storageKey }));
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      expect(textOf(inside(checklist, '.keeping [role="alert"]'))).to.contain('not saved');
      task(checklist, 'price').click();
      expect(localStorage.getItem(storageKey)).to.equal('version=7');
      button(checklist, 'Clear from this device').click();
      await checklist.updateComplete;
      expect(localStorage.length).to.equal(0);
      expect(inside(checklist, '[role="alert"]')).to.equal(null);
    });

    it('can be cleared, with one way back', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      expect(button(checklist, 'Clear')).to.equal(undefined);
      await setDate(checklist, daysAgo(5));
      task(checklist, 'price').click();
      await checklist.updateComplete;
      const clear = button(checklist, 'Clear from this device');
      clear.focus();
      clear.click();
      await checklist.updateComplete;
      expect(localStorage.length).to.equal(0);
      expect(status(checklist)).to.equal('Cleared.');
      expect(task(checklist, 'price').checked).to.equal(false);
      expect(checklist.shadowRoot!.activeElement).to.equal(clear);
      expect(textOf(clear)).to.contain('Undo');
      await sendKeys({ press: 'Enter' });
      await checklist.updateComplete;
      expect(task(checklist, 'price').checked).to.equal(true);
      expect(status(checklist)).to.equal('Your ticks are back.');
      expect(localStorage.getItem(storageKey)).to.equal(`version=1&date=${daysAgo(5)}&done=price`);
    });

    it('can be undone after the page has reset it', async () => {
      const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
      task(checklist, 'price').click();
      checklist.reset();
      await checklist.updateComplete;
      expect(task(checklist, 'price').checked).to.equal(false);
      button(checklist, 'Undo').click();
      await checklist.updateComplete;
      expect(task(checklist, 'price').checked).to.equal(true);
    });

    it('is that the website keeps it, and when that fails, that it is tried again', async () => {
      let text = 'version=1&done=price';
      let failing = false;
      const adapter: StorageAdapter = {
        load: () => (failing ? Promise.reject(new Error('offline')) : Promise.resolve(text)),
        save(saved) {
          if (failing) return Promise.reject(new Error('offline'));
          text = saved;
          return Promise.resolve();
        },
      };
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist .storageAdapter=${adapter}></stemcell-checklist>`,
      );
      await waitUntil(() => task(checklist, 'price').checked);
      expect(textOf(inside(checklist, '.keeping p'))).to.equal('Your ticks are kept by this website.');
      failing = true;
      task(checklist, 'med-list').click();
      await waitUntil(() => inside(checklist, '.keeping [role="alert"]'));
      expect(textOf(inside(checklist, '.keeping p'))).to.contain('We will try again');
      expect(task(checklist, 'med-list').checked).to.equal(true);
      failing = false;
      await waitUntil(() => text === 'version=1&done=price&done=med-list', 'tried again');
      await waitUntil(() => !inside(checklist, '[role="alert"]'));
      expect(localStorage.length).to.equal(0);
      failing = true;
      task(checklist, 'price').click();
      await waitUntil(() => inside(checklist, '.keeping [role="alert"]'));
      await expectAccessible(checklist);
      failing = false;
    });
  });

  describe('the warning signs', () => {
    it('stand first, by urgency, always open, with the numbers as large links', async () => {
      const checklist = await fixture(
        html`<stemcell-checklist region="gb" clinic-phone="020 7946 0018" after-hours-phone="020 7946 0019"></stemcell-checklist>`,
      );
      const signs = inside(checklist, '[part~="warning"]');
      const first = inside(checklist, 'input');
      expect(signs.matches('[hidden], [hidden] *')).to.equal(false);
      // The only buttons lead to the sources; none opens or closes anything.
      expect([
        ...signs.querySelectorAll('button:not(.cites), [aria-expanded], [hidden], details'),
      ]).to.have.length(0);
      expect(signs.compareDocumentPosition(inside(checklist, '.phase'))).to.equal(
        Node.DOCUMENT_POSITION_FOLLOWING,
      );
      expect(first).to.be.ok;
      const headings = [...signs.querySelectorAll('h4')].map(textOf);
      expect(headings).to.deep.equal([
        'Call 999 now',
        'Call the clinic today: 020 7946 0018',
        'Call when the clinic is open',
      ]);
      const links = [...signs.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
      expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
        'tel:999',
        'tel:02079460018',
        'tel:02079460019',
        'tel:02079460018',
      ]);
      for (const link of links) expect(link.getBoundingClientRect().height).to.be.at.least(44 - 0.5);
    });

    it('leave no hole where the clinic gives no number', async () => {
      const checklist = await fixture(html`<stemcell-checklist region="us"></stemcell-checklist>`);
      const signs = inside(checklist, '[part~="warning"]');
      expect([...signs.querySelectorAll('h4')].map(textOf)).to.include('Call the clinic today');
      expect(textOf(signs)).not.to.match(/[:{}]\s*$|\{/);
      expect(textOf(signs)).not.to.contain('When the clinic is closed');
    });
  });

  describe('a link to one task', () => {
    it('opens its phase and moves the focus there', async () => {
      history.replaceState(null, '', '#stemcell-task-price');
      const checklist = await fixture<StemcellChecklist>(
        html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
      );
      await waitUntil(() => checklist.shadowRoot!.activeElement === task(checklist, 'price'));
      expect(openPhases(checklist)).to.include('before');
    });

    it('does nothing for a task that is not there', async () => {
      history.replaceState(null, '', '#stemcell-task-nothing');
      const checklist = await fixture(
        html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
      );
      await aTimeout(50);
      expect(openPhases(checklist)).to.deep.equal(['days-3-14']);
      expect(checklist.shadowRoot!.activeElement).to.equal(null);
    });
  });

  it('renders again when the page is back in sight, and not while it is hidden', async () => {
    const checklist = await fixture<StemcellChecklist>(
      html`<stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist>`,
    );
    const RealDate = Date;
    const tomorrow = class extends RealDate {
      constructor(...parameters: []) {
        super(...parameters);
        if (!parameters.length) this.setDate(this.getDate() + 1);
      }
    } as DateConstructor;
    try {
      window.Date = tomorrow;
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      await checklist.updateComplete;
      expect(textOf(inside(checklist, '.day'))).to.equal('Day 5 after your procedure.');
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
      await checklist.updateComplete;
      expect(textOf(inside(checklist, '.day'))).to.equal('Day 6 after your procedure.');
    } finally {
      window.Date = RealDate;
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('takes text of a guide for text', async () => {
    const phases = [
      { ...guide.phases[0]!, tasks: [{ id: 'x', from: 0, to: 0, text: '<img src=x onerror=alert(1)>' }] },
    ];
    const checklist = await fixture<StemcellChecklist>(
      html`<stemcell-checklist .guide=${{ ...guide, phases }}></stemcell-checklist>`,
    );
    await checklist.ready;
    expect(all(checklist, 'img')).to.have.length(0);
    expect(textOf(inside(checklist, 'label[for="stemcell-task-x"]'))).to.contain('<img');
  });

  it('says so when there are no tasks', async () => {
    const checklist = await fixture<StemcellChecklist>(
      html`<stemcell-checklist .guide=${{ replace: ['phases'], phases: [] }}></stemcell-checklist>`,
    );
    await checklist.ready;
    expect(textOf(inside(checklist, '.content'))).to.contain('There are no tasks here yet.');
    expect(inside(checklist, '[part~="warning"]')).to.be.ok;
  });

  it('lives inside a page that reads from right to left', async () => {
    const page = await fixture(
      html`<div dir="rtl"><stemcell-checklist procedure-date=${daysAgo(5)}></stemcell-checklist></div>`,
    );
    const checklist = page.querySelector('stemcell-checklist')!;
    const box = task(checklist, 'gentle-moves').getBoundingClientRect();
    const label = inside(checklist, 'label[for="stemcell-task-gentle-moves"]').getBoundingClientRect();
    expect(box.left).to.be.greaterThan(label.left);
    await expectAccessible(checklist);
  });

  it('lets go of everything when it is taken out, and is the same when put back', async () => {
    const checklist = await fixture<StemcellChecklist>(html`<stemcell-checklist></stemcell-checklist>`);
    const parent = checklist.parentElement!;
    for (let times = 0; times < 20; times++) {
      checklist.remove();
      parent.append(checklist);
    }
    task(checklist, 'price').click();
    await checklist.updateComplete;
    expect(status(checklist)).to.equal('1 of 37 tasks done');
    expect(task(checklist, 'price').checked).to.equal(true);
  });
});
