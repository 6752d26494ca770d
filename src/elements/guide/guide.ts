import { html, isServer, type CSSResult, type TemplateResult } from 'lit';
import { BaseElement } from '../base-element.js';
import { frame } from '../parts/frame.js';
import { guideStyles } from './guide.styles.js';

/**
 * The stages, the questions and the checklist on one page, with one choice of pathway, one date and one notice.
 * @slot stemcell-stepper - A `<stemcell-stepper>` of the page's, in the place of the guide's own. Needs no `slot`.
 * @slot stemcell-faq - A `<stemcell-faq>` of the page's, in the same way.
 * @slot stemcell-checklist - A `<stemcell-checklist>` of the page's, in the same way.
 * @slot - What else a page with elements of its own has inside, above them.
 * @fires stemcell-stage-change - A visitor went to another stage.
 * @fires stemcell-question-toggle - A visitor opened or closed a question.
 * @fires stemcell-question-feedback - A visitor said whether an answer helped.
 * @fires stemcell-task-change - A visitor ticked or unticked a task.
 * @fires stemcell-date-change - A visitor set or removed the date of the procedure.
 * @tag stemcell-guide
 */
export class StemcellGuide extends BaseElement {
  static override styles: CSSResult[] = [...BaseElement.styles, ...guideStyles];

  protected override get sections() {
    return ['stages', 'questions', 'warnings', 'phases'] as const;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (isServer) return;
    // The elements inside read their settings here, and have no other way to hear of a change.
    for (const root of [this, this.renderRoot])
      root
        .querySelectorAll('*')
        .forEach((element) => element instanceof BaseElement && element.requestUpdate());
  }

  /** One of the three, or the one that the page has put into the guide. */
  #renderPart(tag: string, part: TemplateResult): TemplateResult {
    return html`<slot name=${tag}>${!isServer && this.querySelector(tag) ? undefined : part}</slot>`;
  }

  protected override render(): TemplateResult {
    // Where there are no ancestors to ask, each is told.
    if (isServer)
      return frame(
        this,
        this.words.guideTitle,
        html`<slot name="stemcell-stepper"><stemcell-stepper .within=${this}></stemcell-stepper></slot>
          <slot name="stemcell-faq"><stemcell-faq .within=${this}></stemcell-faq></slot>
          <slot name="stemcell-checklist"><stemcell-checklist .within=${this}></stemcell-checklist></slot>`,
      );
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
