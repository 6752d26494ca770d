import { nothing, render } from 'lit';
import type { Question } from '../../content/guide.js';
import type { StemcellFaq } from './faq.js';

/** How does the far end of a long list come onto the page without a stutter, and stay cheap there? */

/** In milliseconds: a part of a frame at 60 a second, the rest is for the page. */
export const workAtOnce = 4;

/** A question's node, and what it was rendered from. */
interface Place {
  readonly node: HTMLElement;
  open?: boolean;
  shared?: readonly unknown[];
}

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((each, index) => each === other[index]);

/**
 * Questions in nodes of their own, each rendered when its turn comes and then only when it changes: a letter of a search
 * shows and hides nodes, and touches nothing in them.
 */
export class FarQuestions {
  readonly #faq: StemcellFaq;
  readonly #places = new WeakMap<Question, Place>();
  /** What all questions are rendered from; another array when it changes. */
  #shared: readonly unknown[] = [];
  #open: ReadonlySet<string> = new Set();
  /** Those that are not rendered yet, the last of them first in turn. */
  #waiting: Question[] = [];
  #working = false;

  constructor(faq: StemcellFaq) {
    this.#faq = faq;
  }

  /**
   * The nodes of these questions. They are rendered off the page, when there is time, and come to it together: each
   * that came alone would have the whole list laid out again. What is open, and what a search finds, does not wait.
   * @param shared - What else the questions are rendered from.
   */
  nodes(
    questions: readonly Question[],
    open: ReadonlySet<string>,
    shown: ReadonlySet<Question>,
    shared: readonly unknown[],
  ): (HTMLElement | typeof nothing)[] {
    if (!this.#shared.length || !same(shared, this.#shared)) this.#shared = shared;
    this.#open = open;
    const later: Question[] = [];
    const soon: Question[] = [];
    for (const question of questions) {
      const place = this.#placeOf(question);
      const { node } = place;
      const isOpen = open.has(question.id);
      const isShown = shown.has(question);
      if (node.hidden === isShown) node.hidden = !isShown;
      if ((place.open ?? false) !== isOpen || (isOpen && place.shared !== this.#shared)) this.#fill(question);
      else if (place.shared !== this.#shared) (isShown ? soon : later).push(question);
    }
    this.#waiting = [...later.reverse(), ...soon.reverse()];
    this.#fillUntil(performance.now() + workAtOnce);
    if (this.#waiting.length && !this.#working) void this.#work();
    const places = questions.map((question) => this.#placeOf(question));
    const isWhole = places.every(({ shared }) => shared);
    if (!isWhole && !later.length && !places.some(({ open }) => open)) return [];
    // Each at its own place in the list: a node that moves loses the focus.
    return places.map(({ node, shared }) => (shared ? node : nothing));
  }

  #placeOf(question: Question): Place {
    let place = this.#places.get(question);
    if (!place) {
      const node = document.createElement('div');
      node.className = 'item';
      this.#places.set(question, (place = { node }));
    }
    return place;
  }

  #fill(question: Question): void {
    const place = this.#placeOf(question);
    place.open = this.#open.has(question.id);
    place.shared = this.#shared;
    render(this.#faq.renderQuestion(question, place.open), place.node);
  }

  #fillUntil(end: number): void {
    for (let next; (next = this.#waiting.pop());) {
      this.#fill(next);
      if (performance.now() > end) return;
    }
  }

  /** Fills the nodes, a few at a time, and has them shown; paper gets them all. */
  async #work(): Promise<void> {
    const show = (): void => {
      this.#fillUntil(Infinity);
      this.#faq.requestUpdate();
    };
    this.#working = true;
    window.addEventListener('beforeprint', show);
    while (this.#waiting.length) {
      await new Promise((resolve) => setTimeout(resolve));
      this.#fillUntil(performance.now() + workAtOnce);
    }
    window.removeEventListener('beforeprint', show);
    this.#working = false;
    show();
  }
}
