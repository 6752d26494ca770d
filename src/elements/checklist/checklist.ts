import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Phase, Task } from '../../content/guide.js';
import { resolvePhases, resolveWarnings } from '../../content/resolve.js';
import { dayOfIsoDate, today } from '../../journey/days.js';
import { formatDateRange } from '../../words/format.js';
import { plural, say } from '../../words/words.js';
import { BaseElement } from '../base-element.js';
import { fire } from '../events.js';
import { frame } from '../parts/frame.js';
import { heading } from '../parts/heading.js';
import { line } from '../parts/text.js';
import { warnings } from '../parts/warnings.js';
import { progress, timeOf } from './checklist.state.js';
import { checklistStyles } from './checklist.styles.js';

/**
 * What to do before and after the procedure, by day, with ticks that stay on the visitor's device.
 * @fires {CustomEvent<{task: string, done: boolean, doneCount: number, total: number}>} stemcell-task-change - A visitor ticked or unticked a task.
 * @fires {CustomEvent<{date: string}>} stemcell-date-change - A visitor set or removed the date of the procedure.
 * @fires {CustomEvent<{pathway: string}>} stemcell-pathway-change - A visitor chose another pathway.
 * @csspart title - The element's title.
 * @csspart warning - The warning signs.
 * @csspart task - One task with its box.
 * @csspart progress - The bar that shows how much is done.
 * @csspart button - The button that clears the device.
 * @csspart notice - The notice.
 * @tag stemcell-checklist
 */
export class StemcellChecklist extends BaseElement {
  static override styles: CSSResultGroup = [BaseElement.styles, checklistStyles];

  #phases: readonly Phase[] = [];

  /** Takes all ticks back; the date and the pathway stay. Fires no event. */
  reset(): void {
    if (this.journey.done.size) this.journey.untickAll();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#phases = resolvePhases(this.content, this.situation);
  }

  get #tasks(): Task[] {
    return this.#phases.flatMap(({ tasks }) => tasks);
  }

  get #date(): string | undefined {
    return this.setting('procedureDate') ?? this.journey.date;
  }

  #onTick(task: string, event: Event): void {
    const done = (event.target as HTMLInputElement).checked;
    this.journey.setDone(task, done);
    const now = progress(this.#tasks, this.journey.done);
    this.status.announce(
      now.done === now.count
        ? say(this.words.allDone, { count: now.count })
        : say(plural(this.language, this.words.tasksDone, now.count), { ...now }),
    );
    fire(this, 'stemcell-task-change', { task, done, doneCount: now.done, total: now.count });
  }

  #onDate(event: Event): void {
    const date = (event.target as HTMLInputElement).value;
    this.journey.setDate(date || undefined);
    fire(this, 'stemcell-date-change', { date });
  }

  #onClear(): void {
    this.journey.clear();
    this.status.announce(this.words.ticksCleared);
  }

  #renderProgress(): TemplateResult {
    const { done, count } = progress(this.#tasks, this.journey.done);
    return html`<p class="count">${say(plural(this.language, this.words.tasksDone, count), { done, count })}</p>
      <svg class="bar" part="progress" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
        <path class="track" d="M0 1H100" /><path class="filled" d="M0 1H${count ? (100 * done) / count : 0}" />
      </svg>`;
  }

  #renderTask({ id, text, why }: Task): TemplateResult {
    const name = 'task-' + id;
    return html`<li class="task" part="task">
      <input
        type="checkbox"
        id=${name}
        .checked=${this.journey.done.has(id)}
        aria-describedby=${why ? name + '-why' : nothing}
        @change=${(event: Event) => this.#onTick(id, event)}
      />
      <div>
        <label for=${name}>${line(text)}</label>
        ${why && html`<small id="${name}-why">${line(why)}</small>`}
      </div>
    </li>`;
  }

  #renderPhase(phase: Phase): TemplateResult {
    const { words, language, level } = this;
    const day = dayOfIsoDate(this.#date);
    const time = day === undefined ? undefined : timeOf(phase, day, today());
    return html`<section class="phase ${time ?? ''}">
      ${heading(level + 1, phase.title)}
      <p class="when">
        ${time && html`<span class="time">${words[time]}</span> `}
        ${day === undefined ? nothing : formatDateRange(language, day + phase.from, day + phase.to)}
        <span>${say(words.phaseDone, { ...progress(phase.tasks, this.journey.done) })}</span>
      </p>
      ${phase.place && html`<slot name=${phase.place}></slot>`}
      <ul role="list">
        ${phase.tasks.map((task) => this.#renderTask(task))}
      </ul>
    </section>`;
  }

  #renderDate(): TemplateResult | typeof nothing {
    if (this.setting('procedureDate')) return nothing;
    const { words } = this;
    return html`<div class="date">
      <label for="date">${words.dateLabel}</label>
      <input type="date" id="date" aria-describedby="date-help" .value=${this.journey.date ?? ''} @change=${this.#onDate} />
      <small id="date-help">${words.dateHelp}</small>
    </div>`;
  }

  #renderKeeping(): TemplateResult {
    const { words, journey } = this;
    const kept = journey.done.size > 0 || journey.date || journey.pathway;
    return html`<div class="keeping">
      <p>${this.setting('storage') === 'none' || journey.saved === false ? words.notSaved : words.saved}</p>
      ${
        kept
          ? html`<button type="button" part="button" @click=${this.#onClear}>${words.clear}</button>`
          : nothing
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words, content, situation } = this;
    return frame(
      this,
      words.checklistTitle,
      html`${warnings(this)}
      ${
        this.#phases.length
          ? html`${this.#renderDate()} ${this.#renderProgress()}
            ${this.#phases.map((phase) => this.#renderPhase(phase))}
            ${this.#renderKeeping()}`
          : html`<p>${words.noTasks}</p>`
      }`,
      [this.#phases, resolveWarnings(content, situation)],
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-checklist': StemcellChecklist;
  }
}
