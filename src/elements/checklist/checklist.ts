import { html, isServer, nothing, type CSSResult, type TemplateResult } from 'lit';
import { beside } from '../../beside.js';
import type { Phase, Task } from '../../content/guide.js';
import { resolvePhases } from '../../content/resolve.js';
import { dayOfIsoDate, today } from '../../journey/days.js';
import { encode } from '../../journey/storage.js';
import { formatDateRange } from '../../words/format.js';
import { say } from '../../words/words.js';
import { BaseElement } from '../base-element.js';
import { FragmentController } from '../controllers/fragment-controller.js';
import { NearController } from '../controllers/near-controller.js';
import { PartController } from '../controllers/part-controller.js';
import { fire } from '../events.js';
import { confirmMark } from '../parts/confirm.js';
import { disclosure } from '../parts/disclosure.js';
import { frame } from '../parts/frame.js';
import { heading } from '../parts/heading.js';
import { cites } from '../parts/sources.js';
import { line } from '../parts/text.js';
import { warnings } from '../parts/warnings.js';
import type { Carry, CarryHost } from './carry.js';
import { alsoOn, isDone, namesOf, opensItself, progress, timeOf, type Progress } from './checklist.state.js';
import { checklistStyles } from './checklist.styles.js';
import { MomentController } from './moment-controller.js';

/**
 * What to do before and after the procedure, by day, with ticks that stay on the visitor's device.
 * @slot - A `<section>` with a list for each stretch of days, in order; without any, the guide's tasks are shown.
 * @fires stemcell-task-change - A visitor ticked or unticked a task.
 * @fires stemcell-date-change - A visitor set or removed the date of the procedure.
 * @csspart warning - The warning signs.
 * @csspart task - One task with its box.
 * @csspart progress - The bar that shows how much is done.
 * @csspart panel - The tasks of a stretch of days, or what another button opens.
 * @tag stemcell-checklist
 */
export class StemcellChecklist extends BaseElement implements CarryHost {
  static override styles: CSSResult[] = [...BaseElement.styles, ...checklistStyles];

  protected override get sections() {
    return ['warnings', 'phases'] as const;
  }

  /** What is shown. @internal */
  phases: readonly Phase[] = [];

  readonly #visitor = new NearController(this);
  readonly #part = new PartController(this, beside.carry);
  #carry: Carry | undefined;

  constructor() {
    super();
    new MomentController(this, () => {
      this.requestUpdate();
      if (location.hash.startsWith('#stemcell-move')) void this.#getCarry();
    });
    new FragmentController(this, 'task', (id) => this.#reveal(id));
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.phases = resolvePhases(this.content, this.situation);
  }

  /** The day of the procedure. @internal */
  get dayOfProcedure(): number | undefined {
    return dayOfIsoDate(this.setting('procedureDate') ?? this.journey.kept.date);
  }

  /** Takes all ticks back; the date and the pathway stay. The visitor can undo it. Fires no event. */
  reset(): void {
    if (this.journey.kept.done.size) this.journey.untickAll();
  }

  /**
   * Opens the browser's print dialog for a sheet with the warning signs, the telephone numbers and the tasks.
   * @param blank - Leaves the ticks out.
   */
  async print(blank = false): Promise<void> {
    const carry = await this.#getCarry();
    // Without the file, the browser prints the page as it is.
    (carry ?? window).print(blank);
  }

  /**
   * The days that are still to come as an iCalendar text, with neutral titles. It is empty without a date of the
   * procedure, when all days are over, and if the file beside the script that makes it cannot be had.
   */
  async calendar(): Promise<string> {
    return (await this.#getCarry())?.calendar() ?? '';
  }

  /** Today, counted from the procedure. */
  get #day(): number | undefined {
    const { dayOfProcedure } = this;
    return dayOfProcedure === undefined ? undefined : today() - dayOfProcedure;
  }

  get #progress(): Progress {
    return progress(this.#tasks, this.journey.kept.done);
  }

  get #progressText(): string {
    const { words, language } = this;
    const { done, count } = this.#progress;
    return done === count
      ? say(words.allDone, { count }, language)
      : say(words.tasksDone, { done, count }, language);
  }

  get #dayText(): string {
    const { words, language } = this;
    const day = this.#day;
    if (!day) return day === 0 ? words.procedureToday : '';
    return say(day < 0 ? words.daysToGo : words.dayAfter, { count: Math.abs(day) }, language);
  }

  get #tasks(): Task[] {
    return this.phases.flatMap(({ tasks }) => tasks);
  }

  async #getCarry(): Promise<Carry | undefined> {
    const part = await this.#part.request();
    if (part) this.#carry ??= new part.Carry(this);
    return this.#carry;
  }

  /** Whether a phase is shown open by itself, and the key that turns this round for as long as it stays so. */
  #opening(phase: Phase): readonly [itself: boolean, key: string] {
    const itself = opensItself(phase, this.phases, this.#day);
    return [itself, phase.id + itself];
  }

  #isOpen(phase: Phase): boolean {
    const [itself, key] = this.#opening(phase);
    return this.disclosures.has(key) !== itself;
  }

  #toggle(phase: Phase): void {
    const [, key] = this.#opening(phase);
    this.disclosures.toggle(key);
  }

  #reveal(id: string): string | undefined {
    for (const phase of this.phases)
      for (const task of phase.tasks)
        if (namesOf(task).includes(id)) {
          if (!this.#isOpen(phase)) this.#toggle(phase);
          return 'stemcell-task-' + task.id;
        }
    return undefined;
  }

  #onTick(task: Task, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.journey.setDone(namesOf(task), checked);
    // At once, so that the box on the page is the one that is rendered, whatever a listener does next.
    this.performUpdate();
    const { done, count } = this.#progress;
    this.announcer.announce(this.#progressText);
    fire(this, 'stemcell-task-change', { task: task.id, done: checked, doneCount: done, total: count });
  }

  #onDate({ target }: Event): void {
    const { validity, value } = target as HTMLInputElement;
    // Half a date, or the year 20 on the way to 2026, is not the visitor's answer yet; nor is what a plain field takes.
    if (!validity.valid || (value && !dayOfIsoDate(value))) return;
    this.journey.setDate(value || undefined);
    this.announcer.announce(this.#dayText);
    fire(this, 'stemcell-date-change', { date: value });
  }

  #onClear(): void {
    const { journey, words, announcer } = this;
    if (journey.canUndo) {
      journey.undo();
      announcer.announce(words.undone);
    } else {
      journey.clear();
      announcer.announce(words.ticksCleared);
    }
  }

  #renderBar({ done, count }: Progress): TemplateResult {
    return html`<svg class="bar" part="progress" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
      <path d=${'M0 1H' + (100 * done) / count} />
    </svg>`;
  }

  #renderTasks(tasks: readonly Task[], prefix: string): TemplateResult {
    return html`<ul role="list">
      ${tasks.map((task) => {
        const name = prefix + task.id;
        const { text, why, confirm } = task;
        return html`<li class="task" part="task">
          <input
            type="checkbox"
            id=${name}
            .checked=${isDone(task, this.journey.kept.done)}
            aria-describedby=${why || confirm ? name + '-why' : nothing}
            @change=${(event: Event) => this.#onTick(task, event)}
          />
          <div>
            <label for=${name}>${line(text)}</label>
            ${(why || confirm) && html`<small id=${name + '-why'}>${why && line(why)}${confirmMark(this, task)}</small>`}
          </div>
        </li>`;
      })}
    </ul>`;
  }

  #renderPhase(phase: Phase): TemplateResult {
    const { words, language, level, dayOfProcedure } = this;
    const { title, tasks, from, to } = phase;
    const done = progress(tasks, this.journey.kept.done);
    const day = this.#day;
    const time = day === undefined ? undefined : timeOf(phase, day);
    const also = time === 'now' ? alsoOn(phase, this.#tasks, day!) : [];
    return html`<section class=${'phase ' + (time ?? '')}>
      ${disclosure(this, {
        id: 'stemcell-phase-' + phase.id,
        open: this.#isOpen(phase),
        onToggle: () => this.#toggle(phase),
        label: html`${title}
          <small class="when">
            ${time && html`<b class="time">${words[time]}</b> `}
            ${dayOfProcedure === undefined ? nothing : formatDateRange(language, dayOfProcedure + from, dayOfProcedure + to)}
            <span>${say(words.phaseDone, { ...done }, language)}</span>
          </small>
          ${this.#renderBar(done)}`,
        content: html`${phase.place && html`<slot name=${phase.place}></slot>`} ${this.#renderTasks(tasks, 'stemcell-task-')}
        ${
          also.length
            ? html`<div class="also">${heading(level + 2, words.alsoToday)} ${this.#renderTasks(also, 'also-')}</div>`
            : nothing
        }
        ${cites(this, phase)}`,
      })}
    </section>`;
  }

  #renderDate(): TemplateResult | typeof nothing {
    if (this.setting('procedureDate')) return nothing;
    const { words } = this;
    // For a field with a calendar a browser loads more than for all else here. Until the visitor comes near, it is plain.
    const type = isServer || this.#visitor.near ? 'date' : 'text';
    return html`<div class="date">
      <label for="date">${words.dateLabel}</label>
      <input
        type=${type}
        id="date"
        min="2000-01-01"
        aria-describedby="date-help"
        .value=${this.journey.kept.date ?? ''}
        @change=${this.#onDate}
      />
      <small id="date-help">${words.dateHelp}</small>
    </div>`;
  }

  #renderKeeping(): TemplateResult {
    const { words, journey } = this;
    const { saved, canUndo } = journey;
    const elsewhere = this.setting('storageAdapter');
    const storage = this.setting('storage');
    const kept = elsewhere ? words.savedElsewhere : storage === 'session' ? words.savedForTab : words.saved;
    const lost = elsewhere ? words.notSavedYet : words.notSaved;
    return html`<div class="keeping">
      <p role=${saved ? nothing : 'alert'}>${saved ? kept : lost}</p>
      ${
        canUndo || encode(journey.kept) || (!saved && storage !== 'none')
          ? html`<button type="button" part="button" @click=${this.#onClear}>
              ${canUndo ? words.undo : elsewhere ? words.clearElsewhere : words.clear}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderCarry(): TemplateResult {
    const { words, disclosures } = this;
    const load = (): void => void this.#getCarry();
    return html`<div class="carry" @pointerenter=${load} @focusin=${load}>
      ${disclosure(this, {
        id: 'carry',
        label: words.carryTitle,
        onToggle: () => {
          disclosures.toggle('carry');
          load();
        },
        content:
          this.#carry?.render() ??
          (this.#part.failed ? html`<p role="alert">${words.carryFailed}</p>` : nothing),
      })}
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words, phases } = this;
    return frame(
      this,
      words.checklistTitle,
      html`${warnings(this, this.dayOfProcedure)} ${this.#carry?.renderArrival()}
      ${
        phases.length
          ? html`${this.#renderDate()}
              <div class="progress">
                <p class="day">${this.#dayText}</p>
                <p class="count">${this.#progressText}</p>
                ${this.#renderBar(this.#progress)}
              </div>
              <div>${phases.map((phase) => this.#renderPhase(phase))}</div>
              ${this.#renderKeeping()} ${this.#renderCarry()}`
          : html`<p>${words.noTasks}</p>`
      }`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-checklist': StemcellChecklist;
  }
}
