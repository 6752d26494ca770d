import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Question } from '../../content/guide.js';
import { resolveQuestions } from '../../content/resolve.js';
import { beside } from '../../beside.js';
import { BaseElement } from '../base-element.js';
import { FragmentController } from '../controllers/fragment-controller.js';
import { NearController } from '../controllers/near-controller.js';
import { PartController } from '../controllers/part-controller.js';
import { fire } from '../events.js';
import { copyLink } from '../parts/copy-link.js';
import { disclosure } from '../parts/disclosure.js';
import { confirmMark } from '../parts/confirm.js';
import { frame } from '../parts/frame.js';
import { cites } from '../parts/sources.js';
import { body } from '../parts/text.js';
import { readSetting } from '../settings.js';
import { openIds } from './faq.state.js';
import { faqStyles } from './faq.styles.js';

const panelId = (id: string): string => 'stemcell-question-' + id;

/** With fewer questions than this, reading them all is quicker than a search. */
const enoughToSearch = 6;

/** So many are on the page at once, counted from the last one that is open; the rest comes with the search, bit by bit. */
const atOnce = 50;

/**
 * Questions and answers that open in place.
 * @slot - A `<details>` for each question, in order; without any, the guide's questions are shown.
 * @fires stemcell-question-toggle - A visitor opened or closed a question.
 * @fires stemcell-question-feedback - A visitor said whether an answer helped.
 * @csspart toolbar - The choice of where the cells come from, the search and the topics, the button for all answers.
 * @csspart question - The button of one question.
 * @csspart panel - An answer, or what another button opens.
 * @csspart button - Every other button.
 * @tag stemcell-faq
 */
export class StemcellFaq extends BaseElement {
  static override properties: PropertyDeclarations = {
    ...BaseElement.properties,
    exclusive: { type: Boolean },
    hideSearch: { attribute: 'hide-search', type: Boolean },
    category: {},
    feedback: { type: Boolean },
  };

  static override styles: CSSResult[] = [...BaseElement.styles, ...faqStyles];

  protected override get sections() {
    return ['questions'] as const;
  }

  /** Keeps one answer open at most: opening one closes the other. */
  declare exclusive?: boolean | undefined;
  /** Leaves the search out; with fewer than six questions there is none anyway. */
  declare hideSearch?: boolean | undefined;
  /** Id of the only category to show, for a page of its own; left out, the visitor chooses. */
  declare category?: string | undefined;
  /** Asks below each answer whether it helped. What becomes of the answer is up to who listens to the event. */
  declare feedback?: boolean | undefined;

  #questions: readonly Question[] = [];
  /** What was opened or closed; all else is as the content says. */
  readonly #opened = new Map<string, boolean>();
  readonly #visitor = new NearController(this);
  readonly #finder = new PartController(this, async () => new (await beside.finder()).Finder(this));

  readonly #fragment = new FragmentController(this, 'question', (id) => {
    this.open(id);
    return panelId(id);
  });

  /** Opens a question, and brings it back if a search or a topic hides it. Does not move focus and fires no event. */
  open(id: string): void {
    const question = this.#questions.find((question) => question.id === id);
    if (!question) return;
    if (!this.#shown.includes(question)) this.#finder.part?.reset();
    if (this.exclusive) this.collapseAll();
    this.#set([question], true);
  }

  /** Closes a question. Fires no event. */
  close(id: string): void {
    this.#set([{ id }], false);
  }

  /** Opens every question; changes nothing where `exclusive` allows one. Fires no event. */
  expandAll(): void {
    if (!this.exclusive) this.#set(this.#questions, true);
  }

  /** Closes every question. Fires no event. */
  collapseAll(): void {
    this.#set(this.#questions, false);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const categories = this.content.categories.map(({ id }) => id);
    const fixed = readSetting(this, 'category', this.category, categories);
    this.#questions = resolveQuestions(this.content, this.situation).filter(
      ({ category }) => !fixed || category === fixed,
    );
    // The far end of a long list comes with the search, and the browser's own search must find it.
    const isTime = this.#visitor.near || this.#questions.length > atOnce;
    if (isTime && (this.#manyQuestions || this.feedback) && !this.#finder.failed) void this.#finder.request();
    this.#finder.part?.find(this.#questions);
  }

  /** The questions that the search and the chosen topic leave. */
  get #shown(): readonly Question[] {
    return this.#finder.part?.shown ?? this.#questions;
  }

  get #manyQuestions(): boolean {
    return this.#questions.length >= enoughToSearch;
  }

  get #open(): ReadonlySet<string> {
    return openIds(this.#questions, this.#opened, this.exclusive);
  }

  #set(questions: Iterable<Pick<Question, 'id'>>, open: boolean): void {
    for (const { id } of questions) this.#opened.set(id, open);
    this.requestUpdate();
  }

  /** Does what a visitor asked for, then tells the page of each question that it opened or closed. */
  #act(action: () => void): void {
    const before = this.#open;
    action();
    const after = this.#open;
    for (const { id } of this.#questions) {
      const open = after.has(id);
      if (before.has(id) !== open) fire(this, 'stemcell-question-toggle', { question: id, open });
    }
  }

  /** @internal */
  onToggle(id: string): void {
    this.#act(() => (this.#open.has(id) ? this.close(id) : this.open(id)));
  }

  #onToggleAll(open: boolean): void {
    this.#act(() => this.#set(this.#shown, open));
    this.announcer.announce(open ? this.words.allShown : this.words.allHidden);
  }

  #renderToolbar(open: ReadonlySet<string>): TemplateResult {
    const { words } = this;
    const allOpen = this.#shown.every(({ id }) => open.has(id));
    return html`<div class="toolbar" part="toolbar">
      <p>${this.#finder.part?.text}</p>
      ${
        this.exclusive
          ? nothing
          : html`<button type="button" part="button" @click=${() => this.#onToggleAll(!allOpen)}>
            ${allOpen ? words.hideAll : words.showAll}
          </button>`
      }
    </div>`;
  }

  /** What stands below an answer. @internal */
  renderEnd(item: Question): unknown[] {
    return [
      confirmMark(this, item),
      cites(this, item),
      copyLink(this, this.#fragment.link(item.id), item.question),
      this.#finder.part?.renderFeedback(item),
    ];
  }

  /** @internal */
  renderQuestion(item: Question, open: boolean): TemplateResult {
    const { id, question, answer, place } = item;
    return disclosure(this, {
      id: panelId(id),
      label: question,
      open,
      part: 'question',
      onToggle: () => this.onToggle(id),
      content: [place ? html`<slot name=${place}></slot>` : body(answer), this.renderEnd(item)],
    });
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const { part: finder, failed } = this.#finder;
    const questions = this.#questions;
    const open = this.#open;
    // A link may lead to what is open, so it is there at once, wherever it stands.
    const near =
      finder?.near ?? (failed ? Infinity : atOnce + questions.findLastIndex(({ id }) => open.has(id)));
    return frame(
      this,
      words.faqTitle,
      questions.length
        ? html`${
            this.#manyQuestions
              ? html`<div class="finder" part="toolbar">${finder?.node ?? (failed ? words.findFailed : nothing)}</div>`
              : nothing
          }
            ${questions.length > 1 && this.#shown.length ? this.#renderToolbar(open) : nothing}
            <div class="questions">
              ${questions
                .slice(0, near)
                .map(
                  (question) =>
                    html`<div class="item">${this.renderQuestion(question, open.has(question.id))}</div>`,
                )}${finder?.renderFar(open)}
            </div>`
        : html`<p>${words.noQuestions}</p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stemcell-faq': StemcellFaq;
  }
}
