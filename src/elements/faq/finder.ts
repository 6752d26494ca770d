import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import type { Line, Question } from '../../content/guide.js';
import { fillText } from '../../content/resolve.js';
import { finderWords } from '../../words/en.finder.js';
import { formatCount } from '../../words/format.js';
import { plural, say, type Words } from '../../words/words.js';
import { fire } from '../events.js';
import { icon } from '../parts/icon.js';
import { list } from '../parts/text.js';
import { FarQuestions, workAtOnce } from './far-questions.js';
import type { StemcellFaq } from './faq.js';
import { fold, placeOf, textIn, wordsOf } from './faq.state.js';
import { heightLike } from './heights.js';
import { finderStyles } from './finder.styles.js';
import { Marks } from './marks.js';

/** In milliseconds. Shorter than this, and a screen reader talks over the letters that it echoes. */
const pauseInTyping = 1000;

/** So many the FAQ renders itself at least: a list that is short now may be longer in a moment. */
const nearAtLeast = 50;

/** Finds questions by words and by topic, and asks whether an answer helped: what a FAQ has beside its questions. */
export class Finder implements ReactiveController {
  /** So many questions the FAQ renders itself, as it did until now; the rest comes from here. */
  readonly near: number;

  /** The search and the topics, as a node that is written here: at a letter nothing else of the FAQ is rendered. */
  readonly node: HTMLElement = document.createElement('div');
  /** How much is shown, in words: what is seen is also what is said. */
  readonly text: Text = document.createTextNode('');

  readonly #faq: StemcellFaq;
  readonly #far: FarQuestions;
  readonly #marks = new Marks();
  #questions: readonly Question[] = [];
  #query = '';
  #topic: string | undefined;
  /** The topics that the search leaves something of, each with how much. */
  #topics: readonly { readonly id: string; readonly name: string; readonly count: number }[] = [];
  /** What a search looks through, made when the first search asks for it. */
  readonly #folded = new WeakMap<Question, string>();
  #shown: readonly Question[] = [];
  /** The ids of what is open. */
  #open: ReadonlySet<string> = new Set();
  #helpful: ReadonlyMap<string, boolean> = new Map();
  /** Tells when questions become higher or lower than they were, before the browser draws them. */
  readonly #resized = new ResizeObserver(([entry]) => this.#onResized(entry!.contentRect));
  /** The heading of the first question, which is looked at for all of them. */
  #first: Element | undefined;
  /** How wide and high it was when heights were last guessed. */
  #firstSize = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(faq: StemcellFaq) {
    this.#faq = faq;
    this.near = Math.max(nearAtLeast, faq.renderRoot.querySelectorAll('.item').length);
    this.#far = new FarQuestions(faq, (items) => this.#marks.add(items));
    faq.addStyles(finderStyles);
    faq.addController(this);
  }

  hostConnected(): void {
    this.#far.connect();
    this.#show();
  }

  hostUpdated(): void {
    this.#show();
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
    this.#far.disconnect();
    this.#resized.disconnect();
    this.#first = undefined;
    this.#marks.show([], []);
  }

  /** The questions that the search and the chosen topic leave. */
  get shown(): readonly Question[] {
    return this.#shown;
  }

  /** Finds out which of these questions the search and the chosen topic leave. */
  find(questions: readonly Question[]): void {
    this.#questions = questions;
    const words = this.#words;
    const found = words.length
      ? questions.filter((question) => words.every((word) => placeOf(word, this.#foldedText(question)) >= 0))
      : questions;
    const counts = new Map<string, number>();
    for (const { category = '' } of found) counts.set(category, (counts.get(category) ?? 0) + 1);
    this.#topics = this.#faq.content.categories
      .map((category) => ({ ...category, count: counts.get(category.id) ?? 0 }))
      .filter(({ count }) => count);
    const topic = this.#activeTopic;
    this.#shown = topic ? found.filter(({ category }) => category === topic) : found;
  }

  /** Leaves nothing out. */
  reset(): void {
    this.#query = '';
    this.#topic = undefined;
  }

  get #countText(): string {
    const { language } = this.#faq;
    const words = this.#said;
    const shown = this.#shown.length;
    const count = this.#questions.length;
    if (!shown) return words.nothingFound;
    const forms = shown < count ? words.questionsShown : words.questionCount;
    const [shownText, countText] = [formatCount(language, shown), formatCount(language, count)];
    return say(plural(language, forms, count), { shown: shownText, count: countText });
  }

  /** What the search says, in the language of the FAQ. */
  get #said(): Words & typeof finderWords {
    return { ...finderWords, ...this.#faq.words };
  }

  /** What the visitor looks for. */
  get #words(): string[] {
    return this.#faq.hideSearch ? [] : wordsOf(this.#query);
  }

  /** The chosen topic, while it has something to show. */
  get #activeTopic(): string | undefined {
    return this.#topics.find(({ id }) => id === this.#topic)?.id;
  }

  #foldedText(question: Question): string {
    let text = this.#folded.get(question);
    if (text === undefined) {
      text = fold(textIn([question.question, question.answer, question.keywords]));
      this.#folded.set(question, text);
    }
    return text;
  }

  /** Makes what a search looks through while the visitor thinks of a word, a little at a time. */
  async #prepare(): Promise<void> {
    let end = performance.now() + workAtOnce;
    for (const question of this.#questions) {
      this.#foldedText(question);
      if (performance.now() < end) continue;
      await new Promise(requestAnimationFrame);
      end = performance.now() + workAtOnce;
    }
  }

  /** The questions that the FAQ renders itself. */
  get #nearItems(): HTMLElement[] {
    const list = this.#faq.renderRoot.querySelector('.questions');
    return Array.from(list?.children ?? []).slice(
      0,
      Math.min(this.near, this.#questions.length),
    ) as HTMLElement[];
  }

  /** Looks at a question that is laid out, where there are more that may not be. */
  #watch(first: Element | null | undefined): void {
    if (first === this.#first || !first || this.#questions.length <= nearAtLeast) return;
    this.#first = first;
    this.#resized.disconnect();
    this.#resized.observe(first);
  }

  /** Guesses from the first questions how high the others are. The browser knows by now, so nothing is laid out for it. */
  #onResized({ width, height }: DOMRectReadOnly): void {
    const size = `${width} ${height}`;
    if (!width || size === this.#firstSize) return;
    const near = this.#nearItems;
    const laidOut = near.slice(0, nearAtLeast).flatMap((node, index) => {
      const isClosed = !node.hidden && node.querySelector('[aria-expanded="false"]');
      return isClosed
        ? [{ letters: this.#lettersAt(index), height: node.getBoundingClientRect().height }]
        : [];
    });
    const heightOf = heightLike(laidOut);
    if (!heightOf) return;
    this.#firstSize = size;
    this.#far.guess(heightOf);
    near.slice(nearAtLeast).forEach((node, index) => {
      const guessed = heightOf(this.#lettersAt(nearAtLeast + index));
      node.style.containIntrinsicBlockSize = `auto ${guessed}px`;
    });
  }

  #lettersAt(index: number): number {
    return this.#questions[index]!.question.length;
  }

  /** Brings onto the page what was found. */
  #show(): void {
    const shown = new Set(this.#shown);
    if (!this.#questions.length) {
      this.#marks.show([], []);
      return;
    }
    this.text.data = this.#countText;
    render(this.#render(), this.node);
    const near = this.#nearItems;
    near.forEach((node, index) => {
      const hidden = !shown.has(this.#questions[index]!);
      if (node.hidden !== hidden) node.hidden = hidden;
    });
    const nearShown = near.filter(({ hidden }) => !hidden);
    this.#far.show(shown, nearShown.length);
    this.#watch(near[0]?.firstElementChild);
    this.#marks.show(this.#words, [...nearShown, ...this.#far.seen]);
  }

  /** What the FAQ itself shows of it: whether anything is left, and whether all of that is open. */
  get #whatFaqShows(): 'nothing' | 'open' | 'closed' {
    if (!this.#shown.length) return 'nothing';
    return this.#shown.every(({ id }) => this.#open.has(id)) ? 'open' : 'closed';
  }

  /**
   * Shows what is found now and says how much it is, after a pause if more steps of the same action may follow. The
   * FAQ is rendered anew only where it looks otherwise: a letter must be there in the next frame.
   */
  async #change(pause: number): Promise<void> {
    const { announcer, renderRoot } = this.#faq;
    clearTimeout(this.#pause);
    const before = this.#whatFaqShows;
    this.find(this.#questions);
    // The same sentence once more is heard only if it went away in between.
    if (renderRoot.querySelector('[role="status"]')?.textContent) announcer.announce('');
    if (this.#whatFaqShows !== before) this.#faq.requestUpdate();
    if (!this.#faq.isUpdatePending) this.#show();
    await this.#faq.updateComplete;
    this.#pause = setTimeout(() => announcer.announce(this.#countText), pause);
  }

  #onQuery(query: string): void {
    this.#query = query;
    void this.#change(pauseInTyping);
  }

  #onSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#query) return;
    // The key has done its work: it must not also close a dialog around the questions.
    event.preventDefault();
    event.stopPropagation();
    this.#onQuery('');
  }

  #onClear(): void {
    this.#onQuery('');
    this.#faq.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  #onTopic(topic: string | undefined): void {
    this.#topic = topic;
    void this.#change(0);
  }

  #onHelpful(question: string, helpful: boolean): void {
    this.#helpful = new Map(this.#helpful).set(question, helpful);
    this.#faq.announcer.announce(this.#said.thanks);
    fire(this.#faq, 'stemcell-question-feedback', { question, helpful });
  }

  #renderSearch(): TemplateResult {
    const words = this.#said;
    const query = this.#query;
    return html`<label for="search">${words.search}</label>
      <div class="field">
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4a6 6 0 1 0 0 12a6 6 0 0 0 0-12zm4.5 10.5L21 21" /></svg>
        <input
          type="search"
          id="search"
          autocomplete="off"
          enterkeyhint="search"
          .value=${query}
          @focus=${() => this.#prepare()}
          @input=${(event: Event) => this.#onQuery((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#onSearchKey(event)}
        />
        ${
          query &&
          html`<button type="button" part="button" @click=${() => this.#onClear()}>${words.clearSearch}</button>`
        }
      </div>`;
  }

  #renderTopics(): TemplateResult {
    const words = this.#said;
    const button = (name: string, count: number, id?: string): TemplateResult => {
      const pressed = id === this.#activeTopic;
      return html`<button type="button" part="button" aria-pressed=${pressed} @click=${() => this.#onTopic(id)}>
        ${pressed ? icon('check') : nothing} ${say(words.topic, { name, count: formatCount(this.#faq.language, count) })}
      </button>`;
    };
    const all = this.#topics.reduce((sum, { count }) => sum + count, 0);
    return html`<div class="topics" role="group" aria-label=${words.topics}>
      ${button(words.allTopics, all)} ${this.#topics.map(({ name, count, id }) => button(name, count, id))}
    </div>`;
  }

  /** Where a visitor asks who found no answer. */
  #renderNothingFound(): TemplateResult {
    const { content, situation } = this.#faq;
    const words = this.#said;
    const { clinicPhone, clinicEmail, clinicUrl } = situation.clinic;
    const clinicName = situation.clinic.clinicName ?? content.tokens.clinicName!;
    const ways: Line[] = [];
    if (clinicPhone) ways.push(fillText(words.askByPhone, { clinicPhone }));
    if (clinicEmail) ways.push(fillText(words.askByMail, { clinicEmail }));
    if (clinicUrl) ways.push([{ text: words.askOnPage, href: clinicUrl }]);
    return html`<div class="nothing-found">
      <p><b>${words.nothingFound}</b></p>
      <p>${say(words.askInstead, { clinicName })}</p>
      ${list(ways)}
    </div>`;
  }

  /** The search, where there are enough questions, and the topics, where there is more than one. */
  #render(): TemplateResult {
    const topics = new Set(this.#questions.map(({ category }) => category)).size > 1;
    return html`${this.#faq.hideSearch ? nothing : this.#renderSearch()}
    ${this.#shown.length ? (topics ? this.#renderTopics() : nothing) : this.#renderNothingFound()}`;
  }

  /** The questions beyond those that the FAQ renders itself. */
  renderFar(open: ReadonlySet<string>): unknown {
    const { words, level, language, feedback, outermost } = this.#faq;
    const shared = [words, level, language, feedback, outermost.cited, this.#helpful, location.pathname];
    this.#open = open;
    return this.#far.nodes(this.#questions.slice(this.near), open, shared);
  }

  /** Whether an answer helped, where the page wants to know. */
  renderFeedback({ id, question }: Question): TemplateResult | typeof nothing {
    if (!this.#faq.feedback) return nothing;
    const words = this.#said;
    const helpful = this.#helpful.get(id);
    const button = (answer: boolean, label: string): TemplateResult =>
      html`<button
        type="button"
        part="button"
        aria-pressed=${helpful === answer}
        @click=${() => this.#onHelpful(id, answer)}
      >
        ${label}
      </button>`;
    return html`<div class="feedback" role="group" aria-label=${`${words.helpful} ${question}`}>
      <p>${helpful === undefined ? words.helpful : words.thanks}</p>
      ${button(true, words.yes)} ${button(false, words.no)}
    </div>`;
  }
}
