import {
  html,
  nothing,
  type CSSResult,
  type LitElement,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import type { Guide, Line, Phase, Task } from '../../content/guide.js';
import { emergencyNumbers } from '../../content/region.js';
import { plainText, resolveWarnings, type Situation } from '../../content/resolve.js';
import { calendarText, eventsOf } from '../../journey/calendar.js';
import { dayOfIsoDate, today } from '../../journey/days.js';
import type { Kept } from '../../journey/storage.js';
import { en } from '../../words/en.carry.js';
import type { CarryWords } from '../../words/en.carry.js';
import { formatDate, formatDateRange } from '../../words/format.js';
import { say, type Words } from '../../words/words.js';
import { heading } from '../parts/heading.js';
import { carryStyles } from './carry.styles.js';
import { isDone, opensItself, progress } from './checklist.state.js';
import { leftToRight, numbersLeftToRight } from './left-to-right.js';
import { arrivalIn, moveLink } from './move.js';
import { plainList } from './plain-list.js';
import { qrCode } from './qr-code.js';
import { Reader } from './reader.js';
import { printSheet, type Sheet } from './sheet.js';

/** What the checklist tells of itself. This file must not import the checklist, nor anything that keeps state. */
export interface CarryHost extends LitElement {
  readonly words: Words;
  readonly language: string;
  readonly level: number;
  readonly content: Guide;
  readonly situation: Situation;
  readonly phases: readonly Phase[];
  readonly dayOfProcedure: number | undefined;
  readonly journey: { readonly kept: Kept; adopt(kept: Kept): void };
  readonly announcer: { announce(message: string): void };
  addStyles(styles: CSSResult): void;
}

/** Neutral as the titles of its events: the file lies in a folder that others may see. */
const calendarFile = 'my-list.ics';

/** The tools to carry the list along: print, text, calendar, another device, and to have it read aloud. */
export class Carry implements ReactiveController {
  readonly #host: CarryHost;
  readonly #reader = new Reader((failed) => this.#tell(failed ? this.#words.listenFailed : ''));
  #message = '';
  #textToCopy = '';
  #moving = false;
  #answered: string | undefined;

  constructor(host: CarryHost) {
    this.#host = host;
    host.addStyles(carryStyles);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#onArrival);
    this.#onArrival();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onArrival);
    this.#reader.stop();
  }

  /** Prints the sheet, in the browser's own dialog. */
  print(blank: boolean): void {
    printSheet(this.#sheet(blank), this.#host.shadowRoot!);
  }

  /** What is still to come as an iCalendar text; empty without a date, or when all is over. */
  calendar(): string {
    const { dayOfProcedure, content, language } = this.#host;
    if (dayOfProcedure === undefined) return '';
    const words = this.#words;
    const events = eventsOf(this.#tasks, dayOfProcedure, content.id, {
      day: (count) => say(words.eventDay, { count }, language),
      visit: words.eventVisit,
      week: words.eventWeek,
      text: words.eventText,
    }).filter(({ to }) => to >= today());
    return events.length ? calendarText(events, new Date()) : '';
  }

  /** Words of another language come with the host's. */
  get #words(): CarryWords {
    return { ...en, ...(this.#host.words as Partial<CarryWords>) };
  }

  get #tasks(): Task[] {
    return this.#host.phases.flatMap(({ tasks }) => tasks);
  }

  get #arrival(): Kept | undefined {
    return location.hash === this.#answered ? undefined : arrivalIn(location.hash);
  }

  /** The phase that is shown first: today's, the next one, or the first. */
  get #currentPhase(): Phase | undefined {
    const { phases, dayOfProcedure } = this.#host;
    const day = dayOfProcedure === undefined ? undefined : today() - dayOfProcedure;
    return phases.find((phase) => opensItself(phase, phases, day)) ?? phases.at(-1);
  }

  #datesOf({ from, to }: Phase): string {
    const { language, dayOfProcedure } = this.#host;
    return dayOfProcedure === undefined
      ? ''
      : formatDateRange(language, dayOfProcedure + from, dayOfProcedure + to);
  }

  #sheet(blank: boolean): Sheet {
    const { words, language, content, situation, phases, dayOfProcedure, journey } = this.#host;
    const own = this.#words;
    const { clinic, region } = situation;
    const emergency = clinic.emergencyNumber || (region !== 'other' && emergencyNumbers[region]);
    const { intro, levels } = resolveWarnings(content, situation);
    const watchUntil = (to = 0): string =>
      to > 0 && dayOfProcedure !== undefined
        ? say(words.watchUntil, { date: formatDate(language, dayOfProcedure + to) })
        : '';
    const { direction } = getComputedStyle(this.#host.renderRoot.querySelector('.root')!);
    const isRightToLeft = direction === 'rtl';
    const number = (text: string, value: string | false | undefined): string[] =>
      value ? [say(text, { number: isRightToLeft ? leftToRight(value) : value })] : [];
    const inOrder = (line: Line): Line => (isRightToLeft ? numbersLeftToRight(line) : line);
    // The comma that Arabic, Persian and Urdu write.
    const comma = /^(ar|fa|ur)\b/.test(content.lang) ? '، ' : ', ';
    return {
      language: content.lang,
      direction,
      comma,
      title: [words.checklistTitle, clinic.clinicName].filter(Boolean).join(comma),
      facts:
        dayOfProcedure === undefined
          ? []
          : [say(own.sheetProcedure, { date: formatDate(language, dayOfProcedure) })],
      phonesTitle: own.sheetPhones,
      phones: [
        ...number(own.sheetEmergency, emergency),
        ...number(own.sheetClinic, clinic.clinicPhone),
        ...number(own.sheetAfterHours, clinic.afterHoursPhone),
      ],
      warningsTitle: words.warningsTitle,
      intro,
      levels: levels.map((level) => ({
        ...level,
        title: inOrder(level.title),
        signs: level.signs.map((sign) => ({
          ...sign,
          text: inOrder(sign.text),
          note: [sign.note, watchUntil(sign.to)].filter(Boolean).join(' '),
        })),
      })),
      phases: phases.map((phase) => ({
        title: phase.title,
        when: this.#datesOf(phase),
        tasks: phase.tasks.map((task) => ({
          text: inOrder(task.text),
          why: task.why && inOrder(task.why),
          done: !blank && isDone(task, journey.kept.done),
        })),
      })),
      doneLabel: own.sheetDone,
      footer: [content.notices.education, say(own.sheetPrinted, { date: formatDate(language, today()) })],
    };
  }

  #tell(message: string): void {
    this.#message = message;
    this.#host.announcer.announce(message);
    this.#host.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    this.#textToCopy = '';
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(this.#words.copied);
    } catch {
      // No permission, or a page without https: the visitor can still take the text from the page.
      this.#textToCopy = text;
      this.#tell(this.#words.copyFailed);
      await this.#host.updateComplete;
      this.#host.shadowRoot!.querySelector<HTMLTextAreaElement>('.to-copy textarea')?.select();
    }
  }

  #onCalendar(): void {
    const text = this.calendar();
    if (!text) {
      this.#tell(this.#words.calendarOver);
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    link.download = calendarFile;
    link.click();
    // The browser has to have begun with it; how long that takes is not told to anybody.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#tell(say(this.#words.calendarMade, { file: calendarFile }));
  }

  #onListen(): void {
    const phase = this.#currentPhase;
    if (this.#reader.reading || !phase) this.#reader.stop();
    else
      this.#reader.read(
        [phase.title, ...phase.tasks.map(({ text, why = '' }) => `${plainText(text)} ${plainText(why)}`)],
        this.#host.content.lang,
      );
    this.#host.requestUpdate();
  }

  readonly #onArrival = (): void => void this.#ask();

  async #ask(): Promise<void> {
    this.#answered = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById('arrival')?.focus();
  }

  #onAnswer(accepted: Kept | undefined): void {
    const words = this.#words;
    this.#answered = location.hash;
    try {
      // The ticks have no business in the address, where the next reload would ask again.
      history.replaceState(history.state, '', location.pathname + location.search);
    } catch {
      // A page without an address of its own: the answer is remembered until it is left.
    }
    if (accepted) this.#host.journey.adopt(accepted);
    this.#tell(accepted ? words.accepted : words.declined);
    this.#host.shadowRoot!.querySelector<HTMLElement>('[part~="title"]')?.focus();
  }

  /** The question what to do with a list that a link has brought; nothing without one. */
  renderArrival(): TemplateResult | typeof nothing {
    const kept = this.#arrival;
    if (!kept) return nothing;
    const { level, language } = this.#host;
    const words = this.#words;
    const { done } = progress(this.#tasks, kept.done);
    const day = dayOfIsoDate(kept.date);
    return html`<section class="arrival">
      ${heading(level + 1, words.arrivalTitle, 'arrival')}
      <p>
        ${say(words.arrivalTicks, { count: done }, language)}
        ${day === undefined ? nothing : say(words.arrivalDate, { date: formatDate(language, day) })}
      </p>
      <p>${words.arrivalQuestion}</p>
      <div class="answers">
        <button type="button" part="button" @click=${() => this.#onAnswer(kept)}>${words.accept}</button>
        <button type="button" part="button" @click=${() => this.#onAnswer(undefined)}>${words.decline}</button>
      </div>
    </section>`;
  }

  #renderMoving(): TemplateResult {
    const words = this.#words;
    const link = moveLink(location.href, this.#host.journey.kept);
    const code = qrCode(link);
    return html`<div class="moving">
      <p>${words.moveHelp}</p>
      ${
        code &&
        html`<svg class="qr-code" viewBox=${`0 0 ${code.size} ${code.size}`} role="img" aria-label=${words.qrCode}>
          <path d=${code.path} />
        </svg>`
      }
      <div>
        <label for="move-link">${words.moveLink}</label>
        <input id="move-link" dir="ltr" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      </div>
      <button type="button" part="button" @click=${() => this.#copy(link)}>${words.copyLink}</button>
    </div>`;
  }

  render(): TemplateResult {
    const words = this.#words;
    const { dayOfProcedure } = this.#host;
    const phase = this.#currentPhase;
    const button = (label: string, onClick: () => void, expanded?: boolean): TemplateResult =>
      html`<button type="button" part="button" aria-expanded=${expanded ?? nothing} @click=${onClick}>${label}</button>`;
    // Other addresses, such as those of files, lead nowhere on another device.
    const canMove = location.protocol.startsWith('http');
    return html`<ul role="list" class="tools">
        <li>${button(words.print, () => this.print(false))}</li>
        <li>${button(words.printBlank, () => this.print(true))}</li>
        <li>${button(words.copyText, () => void this.#copy(plainList(this.#sheet(false))))}</li>
        ${
          phase && Reader.isPossible
            ? html`<li>
                ${button(
                  this.#reader.reading ? words.stopListening : say(words.listen, { title: phase.title }),
                  () => this.#onListen(),
                )}
              </li>`
            : nothing
        }
        <li>
          ${
            dayOfProcedure === undefined
              ? html`<p>${words.calendarNeedsDate}</p>`
              : html`${button(words.calendar, () => this.#onCalendar())}<small>${words.calendarHelp}</small>`
          }
        </li>
        ${
          canMove
            ? html`<li class=${this.#moving ? 'wide' : ''}>
                ${button(
                  words.move,
                  () => {
                    this.#moving = !this.#moving;
                    this.#host.requestUpdate();
                  },
                  this.#moving,
                )}
                ${this.#moving ? this.#renderMoving() : nothing}
              </li>`
            : nothing
        }
      </ul>
      <p>${this.#message}</p>
      ${
        this.#textToCopy
          ? html`<div class="to-copy">
              <label for="to-copy">${words.textToCopy}</label>
              <textarea id="to-copy" readonly .value=${this.#textToCopy}></textarea>
            </div>`
          : nothing
      }`;
  }
}
