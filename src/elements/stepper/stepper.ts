import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Line } from '../../content/guide.js';
import { resolveStages, type ResolvedStage } from '../../content/resolve.js';
import { formatDays, formatDuration } from '../../words/format.js';
import { say } from '../../words/words.js';
import { BaseElement } from '../base-element.js';
import { fire } from '../events.js';
import { disclosure } from '../parts/disclosure.js';
import { frame } from '../parts/frame.js';
import { heading } from '../parts/heading.js';
import { icon } from '../parts/icon.js';
import { list } from '../parts/text.js';
import { stageFrom, stageToShow } from './stepper.state.js';
import { stepperStyles } from './stepper.styles.js';

/**
 * The stages of a procedure in order, one of them told in full.
 * @fires {CustomEvent<{stage: string, previous: string}>} stemcell-stage-change - A visitor went to another stage.
 * @fires {CustomEvent<{pathway: string}>} stemcell-pathway-change - A visitor chose another pathway.
 * @csspart title - The element's title.
 * @csspart stage - The button of one stage.
 * @csspart panel - What is told of the stage.
 * @csspart button - The buttons for the stages before and after.
 * @csspart notice - The notice.
 * @tag stemcell-stepper
 */
export class StemcellStepper extends BaseElement {
  static override properties: PropertyDeclarations = { current: {} };

  static override styles: CSSResultGroup = [BaseElement.styles, stepperStyles];

  /** Id of the stage that the page wants shown; a visitor's look around does not change it. */
  declare current?: string | undefined;

  #stages: readonly ResolvedStage[] = [];
  #shown: string | undefined;

  /** Goes to the next stage, if there is one. Does not move focus. */
  next(): void {
    this.goTo(stageFrom(this.#ids, this.#shown, 1));
  }

  /** Goes to the stage before, if there is one. Does not move focus. */
  previous(): void {
    this.goTo(stageFrom(this.#ids, this.#shown, -1));
  }

  /** Goes to a stage by its id; an unknown one changes nothing. Does not move focus. */
  goTo(id: string | undefined): void {
    if (id === undefined || id === this.#shown || !this.#ids.includes(id)) return;
    this.#shown = id;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Where the page's own stages are on their way, nobody stands on a default one.
    if (this.busy) return;
    const before = this.#ids;
    this.#stages = resolveStages(this.content, this.situation);
    const wanted = changed.has('current') ? (this.current ?? undefined) : (this.#shown ?? this.current);
    this.#shown = stageToShow(this.#ids, wanted, before);
  }

  get #ids(): string[] {
    return this.#stages.map(({ id }) => id);
  }

  async #onStep(id: string): Promise<void> {
    const previous = this.#shown;
    if (previous === undefined || previous === id) return;
    this.goTo(id);
    const number = this.#ids.indexOf(id) + 1;
    const { title } = this.#stages[number - 1]!;
    this.status.announce(say(this.words.stageShown, { number, count: this.#stages.length, title }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#stage-title')?.focus();
    fire(this, 'stemcell-stage-change', { stage: id, previous });
  }

  #renderStageButton(stage: ResolvedStage, index: number, shown: number): TemplateResult {
    const { words } = this;
    const current = index === shown;
    const state = current ? words.currentStage : index < shown ? words.pastStage : undefined;
    return html`<li class=${current ? 'current' : index < shown ? 'past' : 'coming'}>
      <button
        type="button"
        part="stage"
        aria-current=${current ? 'step' : nothing}
        @click=${() => this.#onStep(stage.id)}
      >
        <span class="marker" aria-hidden="true">${index < shown ? icon('check') : html`<span>${index + 1}</span>`}</span>
        <span class="stage-name"
          >${stage.title}${state && html`<span class="visually-hidden">, ${state}</span>`}
          ${stage.duration && html`<small>${formatDuration(this.language, stage.duration)}</small>`}</span
        >
      </button>
    </li>`;
  }

  #renderSection(title: string, lines: readonly Line[] = [], note?: string): TemplateResult | typeof nothing {
    if (!lines.length) return nothing;
    return html`<div>${heading(this.level + 2, title)} ${list(lines)} ${note && html`<p>${note}</p>`}</div>`;
  }

  #milestones({ milestones = [] }: ResolvedStage): string[] {
    const { words, language } = this;
    return milestones.map(({ text, from, to }) =>
      say(words.milestone, { text, time: formatDays(language, from, to) }),
    );
  }

  #visits({ visits = [] }: ResolvedStage): string[] {
    const { words, language } = this;
    return visits.map(({ day, optional }) =>
      say(optional ? words.visitOptional : words.visit, { time: formatDays(language, day, day) }),
    );
  }

  #renderStage(stage: ResolvedStage, index: number): TemplateResult {
    const { words, level } = this;
    const { duration } = stage;
    const step = (part: string, text: string, to: ResolvedStage | undefined): unknown =>
      to &&
      html`<button type="button" part="button" class=${part} @click=${() => this.#onStep(to.id)}>
        ${say(text, { title: to.title })}
      </button>`;
    return html`<div class="stage" part="panel">
      <p class="position">${say(words.stageOf, { number: index + 1, count: this.#stages.length })}</p>
      ${heading(level + 1, stage.title, 'stage-title')}
      ${stage.summary && html`<p class="summary">${stage.summary}</p>`}
      ${
        duration &&
        html`<p class="duration">
        ${say(words.takes, { duration: formatDuration(this.language, duration) })}. ${duration.note}
      </p>`
      }
      ${stage.place && html`<slot name=${stage.place}></slot>`}
      <div class="columns">
        ${this.#renderSection(words.happens, stage.happens, stage.note)}
        ${this.#renderSection(words.feel, stage.feel)} ${this.#renderSection(words.prepare, stage.prepare)}
        ${this.#renderSection(words.ask, stage.ask)} ${this.#renderSection(words.milestones, this.#milestones(stage))}
        ${this.#renderSection(words.visits, this.#visits(stage))}
      </div>
      <div class="steps">
        ${step('previous', words.previous, this.#stages[index - 1])} ${step('next', words.next, this.#stages[index + 1])}
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words, disclosures } = this;
    const shown = this.#stages.findIndex(({ id }) => id === this.#shown);
    const stage = this.#stages[shown];
    return frame(
      this,
      words.stepperTitle,
      stage &&
        html`<ol role="list" class="stages" aria-label=${words.stageList}>
            ${this.#stages.map((each, index) => this.#renderStageButton(each, index, shown))}
          </ol>
          ${this.#renderStage(stage, shown)}
          ${disclosure({
            id: 'ask-always',
            level: this.level + 1,
            label: words.askAlways,
            open: disclosures.has('ask-always'),
            onToggle: () => disclosures.set('ask-always', !disclosures.has('ask-always')),
            content: list(this.content.ask),
          })}`,
      [this.#stages, this.content.pathways],
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-stepper': StemcellStepper;
  }
}
