import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Question } from '../../content/guide.js';
import { resolveQuestions } from '../../content/resolve.js';
import { BaseElement } from '../base-element.js';
import { fire } from '../events.js';
import { disclosure } from '../parts/disclosure.js';
import { frame } from '../parts/frame.js';
import { body } from '../parts/text.js';
import { faqStyles } from './faq.styles.js';

const panelId = (id: string): string => 'stemcell-question-' + id;

/**
 * Questions and answers that open in place.
 * @fires {CustomEvent<{question: string, open: boolean}>} stemcell-question-toggle - A visitor opened or closed a question.
 * @fires {CustomEvent<{pathway: string}>} stemcell-pathway-change - A visitor chose another pathway.
 * @csspart title - The element's title.
 * @csspart toolbar - The buttons that act on all questions.
 * @csspart question - The button of one question.
 * @csspart panel - An answer.
 * @csspart notice - The notice.
 * @tag stemcell-faq
 */
export class StemcellFaq extends BaseElement {
  static override styles: CSSResultGroup = [BaseElement.styles, faqStyles];

  #questions: readonly Question[] = [];

  /** Opens a question; an unknown id changes nothing. Does not move focus and fires no event. */
  open(id: string): void {
    if (this.#ids.includes(id)) this.disclosures.set(panelId(id), true);
  }

  /** Closes a question. Fires no event. */
  close(id: string): void {
    this.disclosures.set(panelId(id), false);
  }

  /** Opens every question. Fires no event. */
  expandAll(): void {
    this.#ids.forEach((id) => this.open(id));
  }

  /** Closes every question. Fires no event. */
  collapseAll(): void {
    this.#ids.forEach((id) => this.close(id));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#questions = resolveQuestions(this.content, this.situation);
  }

  get #ids(): string[] {
    return this.#questions.map(({ id }) => id);
  }

  #isOpen(id: string): boolean {
    return this.disclosures.has(panelId(id));
  }

  #onToggle(question: string): void {
    const open = !this.#isOpen(question);
    this.disclosures.set(panelId(question), open);
    fire(this, 'stemcell-question-toggle', { question, open });
  }

  #onToggleAll(open: boolean): void {
    const changed = this.#ids.filter((id) => this.#isOpen(id) !== open);
    if (open) this.expandAll();
    else this.collapseAll();
    changed.forEach((question) => fire(this, 'stemcell-question-toggle', { question, open }));
  }

  #renderToolbar(): TemplateResult {
    const allOpen = this.#ids.every((id) => this.#isOpen(id));
    return html`<div class="toolbar" part="toolbar">
      <button type="button" part="button" @click=${() => this.#onToggleAll(!allOpen)}>
        ${allOpen ? this.words.hideAll : this.words.showAll}
      </button>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { words, level } = this;
    const questions = this.#questions;
    return frame(
      this,
      words.faqTitle,
      questions.length
        ? html`${questions.length > 1 ? this.#renderToolbar() : undefined}
            <div class="questions">
              ${questions.map(({ id, question, answer, place }) =>
                disclosure({
                  id: panelId(id),
                  level: level + 1,
                  label: question,
                  open: this.#isOpen(id),
                  part: 'question',
                  onToggle: () => this.#onToggle(id),
                  content: place ? html`<slot name=${place}></slot>` : body(answer),
                }),
              )}
            </div>`
        : html`<p>${words.noQuestions}</p>`,
      questions,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-faq': StemcellFaq;
  }
}
