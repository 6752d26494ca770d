import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { BaseElement } from '../base-element.js';
import { frame } from '../parts/frame.js';
import { guideStyles } from './guide.styles.js';

/**
 * The stages, the questions and the checklist on one page, with one choice of pathway, one date and one notice.
 * @fires {CustomEvent<{pathway: string}>} stemcell-pathway-change - A visitor chose another pathway.
 * @fires {CustomEvent<{stage: string, previous: string}>} stemcell-stage-change - A visitor went to another stage.
 * @fires {CustomEvent<{question: string, open: boolean}>} stemcell-question-toggle - A visitor opened or closed a question.
 * @fires {CustomEvent<{task: string, done: boolean, doneCount: number, total: number}>} stemcell-task-change - A visitor ticked or unticked a task.
 * @fires {CustomEvent<{date: string}>} stemcell-date-change - A visitor set or removed the date of the procedure.
 * @csspart title - The guide's title.
 * @csspart notice - The notice.
 * @tag stemcell-guide
 */
export class StemcellGuide extends BaseElement {
  static override styles: CSSResultGroup = [BaseElement.styles, guideStyles];

  protected override readonly sections = ['stages', 'questions', 'warnings', 'phases'] as const;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The elements inside read their settings here, and have no other way to hear of a change.
    for (const root of [this, this.renderRoot])
      root
        .querySelectorAll('*')
        .forEach((element) => element instanceof BaseElement && element.requestUpdate());
  }

  /** One of the three, or the one that the page has put into the guide. */
  #renderPart(tag: string, part: TemplateResult): TemplateResult {
    return html`<slot name=${tag}>${this.querySelector(tag) ? undefined : part}</slot>`;
  }

  protected override render(): TemplateResult {
    return frame(
      this,
      this.words.guideTitle,
      html`${this.#renderPart('stemcell-stepper', html`<stemcell-stepper></stemcell-stepper>`)}
      ${this.#renderPart('stemcell-faq', html`<stemcell-faq></stemcell-faq>`)}
      ${this.#renderPart('stemcell-checklist', html`<stemcell-checklist></stemcell-checklist>`)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-guide': StemcellGuide;
  }
}
