import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { beside } from '../../beside.js';
import type { Line } from '../../content/guide.js';
import { resolveStages, type ResolvedStage } from '../../content/resolve.js';
import { formatDays, formatDuration, formatNumber } from '../../words/format.js';
import { say } from '../../words/words.js';
import { BaseElement } from '../base-element.js';
import { FragmentController } from '../controllers/fragment-controller.js';
import { PartController } from '../controllers/part-controller.js';
import { fire } from '../events.js';
import { copyLink } from '../parts/copy-link.js';
import { disclosure } from '../parts/disclosure.js';
import { confirmMark } from '../parts/confirm.js';
import { frame } from '../parts/frame.js';
import { heading } from '../parts/heading.js';
import { drawing, icon } from '../parts/icon.js';
import { cites } from '../parts/sources.js';
import { list } from '../parts/text.js';
import { readSetting } from '../settings.js';
import { stageToShow } from './stepper.state.js';
import { stepperStyles } from './stepper.styles.js';

const titleId = (id: string): string => 'stage-' + id;

/**
 * The stages of a procedure in order, one of them told in full, or all of them on one page.
 * @slot - A `<section>` for each stage, in order; without any, the guide's stages are shown.
 * @fires stemcell-stage-change - A visitor went to another stage.
 * @csspart stage - The button of one stage.
 * @csspart panel - What is told of a stage, or what a button opens.
 * @csspart button - The other buttons: the stages before and after, all stages, copying, printing.
 * @tag stemcell-stepper
 */
export class StemcellStepper extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    current: {},
    orientation: {},
  };

  static override styles: CSSResult[] = [...BaseElement.styles, ...stepperStyles];

  /** Id of the stage where the patient is, as the page knows; a visitor's look around does not change it. */
  declare current?: string | undefined;
  /** How the stages are laid out: `horizontal`, `vertical`, or `auto`, by the room that there is. */
  declare orientation?: 'auto' | 'horizontal' | 'vertical' | undefined;

  protected override get sections() {
    return ['stages'] as const;
  }

  #stages: readonly ResolvedStage[] = [];
  /** What the page last gave as `current`. */
  #current: string | undefined;
  /** The last wish of the page or the visitor. This pathway may not have that stage. */
  #wanted: string | undefined;

  readonly #planning = new PartController(this, beside.planning);
  readonly #fragment = new FragmentController(this, 'stage', (id) => this.#onFragment(id));

  /** Goes to the next stage, if there is one. Does not move focus. */
  next(): void {
    this.#go(1);
  }

  /** Goes to the stage before, if there is one. Does not move focus. */
  previous(): void {
    this.#go(-1);
  }

  /** Goes to a stage by its id; an unknown one changes nothing. Does not move focus and fires no event. */
  goTo(id: string | undefined): void {
    if (!id || !this.#ids.includes(id)) return;
    this.#wanted = id;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.current !== this.#current) this.#wanted = (this.#current = this.current) || this.#wanted;
    // Where the page's own stages are on their way, nobody stands on a default one.
    if (this.busy) return;
    this.#stages = resolveStages(this.content, this.situation);
  }

  get #ids(): string[] {
    return this.#stages.map(({ id }) => id);
  }

  get #shown(): string | undefined {
    return this.#nearest(this.#wanted);
  }

  /** Where the page says that the patient is. */
  get #here(): string | undefined {
    const current = readSetting(this, 'current', this.current, this.#allIds);
    return current && this.#nearest(current);
  }

  get #allIds(): string[] {
    return this.content.stages.map(({ id }) => id);
  }

  #nearest(id: string | undefined): string | undefined {
    return stageToShow(this.#ids, id, this.#allIds);
  }

  #go(steps: number): void {
    this.goTo(this.#ids[this.#ids.indexOf(this.#shown!) + steps]);
  }

  #onFragment(id: string): string | undefined {
    if (id && !this.#ids.includes(id)) return undefined;
    this.#wanted = id || this.current;
    this.requestUpdate();
    return id && titleId(id);
  }

  async #onStep({ id, title }: ResolvedStage, movesFocus = true): Promise<void> {
    const previous = this.#shown!;
    this.goTo(id);
    this.#fragment.write(id);
    if (id !== previous) this.announcer.announce(`${this.#position(id)}: ${title}`);
    await this.updateComplete;
    if (movesFocus) await this.#fragment.moveFocusTo(titleId(id), { block: 'nearest' });
    if (id !== previous) fire(this, 'stemcell-stage-change', { stage: id, previous });
  }

  #position(id: string): string {
    const ids = this.#ids;
    return say(this.words.stageOf, { number: ids.indexOf(id) + 1, count: ids.length }, this.language);
  }

  #renderStageButton(stage: ResolvedStage, index: number): TemplateResult {
    const { words, language } = this;
    const number = formatNumber(language, index + 1);
    const shown = this.#shown;
    const here = this.#here;
    const isShown = stage.id === shown;
    const isHere = stage.id === here;
    const isPast = index < this.#ids.indexOf((here ?? shown)!);
    const state = isHere
      ? words.here
      : isShown
        ? here
          ? words.shownStage
          : words.currentStage
        : isPast
          ? words.pastStage
          : undefined;
    return html`<li>
      <button
        type="button"
        part="stage"
        aria-current=${isShown ? 'step' : nothing}
        @click=${() => this.#onStep(stage)}
      >
        <span class="marker" aria-hidden="true"
          ><span>${isPast ? icon('check') : stage.icon ? drawing(stage.icon) : number}</span></span
        >
        <span
          >${number}. ${stage.title}
          ${stage.duration && html`<small>${formatDuration(language, stage.duration)}</small>`}
          ${state && html`<small class=${isHere ? 'here' : 'visually-hidden'}>${state}</small>`}</span
        >
      </button>
    </li>`;
  }

  /** What is told of a stage, below its title. */
  #renderBody(stage: ResolvedStage): TemplateResult {
    const { words, language } = this;
    const { duration } = stage;
    const sections: [title: string, lines: readonly Line[] | undefined, note?: string | undefined][] = [
      [words.happens, stage.happens, stage.note],
      [words.feel, stage.feel],
      [words.prepare, stage.prepare],
      [words.ask, stage.ask],
      [
        words.milestones,
        stage.milestones?.map(({ text, from, to }) =>
          say(words.milestone, { text, time: formatDays(language, from, to) }),
        ),
      ],
      [
        words.visits,
        stage.visits?.map(({ day, optional }) =>
          say(optional ? words.visitOptional : words.visit, { time: formatDays(language, day, day) }),
        ),
      ],
    ];
    return html`${stage.summary && html`<p>${stage.summary}</p>`}
      ${
        duration &&
        html`<p class="duration">
        ${say(words.takes, { duration: formatDuration(language, duration) })}. ${duration.note}${confirmMark(this, duration)}
      </p>`
      }
      ${stage.place && html`<slot name=${stage.place}></slot>`}
      <div class="columns">
        ${sections.map(([title, lines = [], note]) =>
          lines.length
            ? html`<div>${heading(this.level + 2, title)} ${list(lines)} ${note && html`<p>${note}</p>`}</div>`
            : nothing,
        )}
      </div>
      ${cites(this, stage)}`;
  }

  #renderStage(stage: ResolvedStage, index: number, showsAll: boolean): TemplateResult {
    const { words, level } = this;
    const { id, title } = stage;
    const step = (part: string, text: string, to: ResolvedStage | undefined): unknown =>
      to &&
      html`<button type="button" part="button" class=${part} @click=${() => this.#onStep(to)}>
        ${say(text, { title: to.title })}
      </button>`;
    return html`<div
      class="panel"
      part="panel"
      hidden=${showsAll || id === this.#shown ? nothing : 'until-found'}
      @beforematch=${() => this.#onStep(stage, false)}
    >
      <div class="stage">
        ${heading(level + 1, title, titleId(id))}
        <div class="steps">
          <p>${this.#position(id)}</p>
          ${copyLink(this, this.#fragment.link(id), title)}
        </div>
        ${this.#renderBody(stage)}
        ${
          showsAll
            ? nothing
            : html`<div class="steps">
                ${step('previous', words.previous, this.#stages[index - 1])}
                ${step('next', words.next, this.#stages[index + 1])}
              </div>`
        }
      </div>
    </div>`;
  }

  /** What is opened once its drawing or its boxes are here, so that nothing moves twice. */
  #renderPlanning(id: string, label: string, content: unknown): TemplateResult {
    const { disclosures, words } = this;
    const { failed } = this.#planning;
    return disclosure(this, {
      id,
      label,
      onToggle: () => void this.#planning.request().then(() => disclosures.toggle(id)),
      content: html`${failed ? html`<p role="alert">${words.planningFailed}</p>` : nothing}${content}`,
    });
  }

  protected override render(): TemplateResult {
    const { words, disclosures } = this;
    const stages = this.#stages;
    const { part } = this.#planning;
    const orientation = readSetting(this, 'orientation', this.orientation) ?? 'auto';
    const showsAll = disclosures.has('all');
    return frame(
      this,
      words.stepperTitle,
      stages.length &&
        html`<ol role="list" class=${'stages ' + orientation} aria-label=${words.stageList}>
            ${stages.map((stage, index) => this.#renderStageButton(stage, index))}
          </ol>
          <button type="button" part="button" @click=${() => disclosures.toggle('all')}>
            ${showsAll ? words.oneStage : words.allStages}
          </button>
          <div>${stages.map((stage, index) => this.#renderStage(stage, index, showsAll))}</div>
          ${this.#renderPlanning('times', words.times, part?.times(this, stages, heading))}
          ${this.#renderPlanning(
            'questions',
            words.askAlways,
            part?.visitList(this, stages, heading) ?? list(this.content.ask),
          )}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-stepper': StemcellStepper;
  }
}
