import { render } from 'lit';
import { safeAddress } from '../../content/address.js';
import type { Body, Line, Link, Question } from '../../content/guide.js';
import type { StemcellFaq } from './faq.js';
import { usualHeight, type HeightOf } from './heights.js';

/** How does the far end of a long list come onto the page without a stutter, and stay cheap there? */

/** In milliseconds: a part of a frame at 60 a second, the rest is for the page. */
export const workAtOnce = 4;

/** So many questions share a block: of those that a search leaves, the browser looks at their neighbours as well. */
const together = 10;

/** So many of what is shown are on the first screens. */
const onFirstScreens = 20;

/** So many slots are given within a frame. */
const slotsAtOnce = 1000;

/** One question on the page. */
interface Item {
  readonly question: Question;
  readonly node: HTMLElement;
  readonly button: HTMLElement;
  readonly panel: HTMLElement;
  readonly content: HTMLElement;
  open: boolean;
  shown: boolean;
  /** The place of an answer in the page's own markup; not in the panel from the beginning. */
  readonly slot: HTMLSlotElement | undefined;
  /** What stands below the answer is rendered from this; it is not there before the first time that the answer opens. */
  below?: readonly unknown[];
}

/** A box of questions, which the browser lays out only while it is in sight. */
interface Block {
  readonly node: HTMLElement;
  questions: readonly Question[];
  /** The questions as nodes, once there are any. */
  items: readonly Item[] | undefined;
  /** Whether the browser lays it out. */
  isSeen: boolean;
  /** Whether it must do so: it finds out by itself a frame too late. */
  isFirst: boolean;
  /** How many of its questions are shown. */
  count: number;
}

/** Lets the browser do what waits. A timer in a row of timers would wait itself. */
const pause = (): Promise<unknown> =>
  (globalThis as Partial<typeof globalThis>).scheduler?.yield?.() ??
  new Promise((resolve) => setTimeout(resolve));

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

const element = (name: string, ...content: (Node | string)[]): HTMLElement => {
  const node = document.createElement(name);
  node.append(...content);
  return node;
};

/** A line of an answer, as parts/text.ts renders it. */
function nodesOf(line: Line | Link): (Node | string)[] {
  if (typeof line === 'string') return [line];
  if (Array.isArray(line)) return line.flatMap(nodesOf);
  const link = element('a', line.text);
  link.setAttribute('href', safeAddress(line.href) ?? '#');
  return [link];
}

/** An answer, as parts/text.ts renders it, without the nodes that a template leaves for later changes. */
function answerNodes(answer: Body): HTMLElement[] {
  return [answer].flat().map((block) => {
    if (typeof block === 'string') return element('p', block);
    if ('paragraph' in block) return element('p', ...nodesOf(block.paragraph));
    const list = element('ul', ...block.list.map((line) => element('li', ...nodesOf(line))));
    list.setAttribute('role', 'list');
    return list;
  });
}

/**
 * Questions that the FAQ does not render itself. Each is a copy of one that it did render, filled by hand: of a
 * thousand, few are ever opened. They stand in blocks, so that a letter of a search, which shows and hides questions in
 * all of them, has the browser look at those in sight and pass over the rest.
 */
export class FarQuestions {
  readonly #faq: StemcellFaq;
  /** Told when the browser begins to lay out more questions. */
  readonly #onSeen: (items: readonly HTMLElement[]) => void;
  readonly #items = new WeakMap<Question, Item>();
  /** The question that a button or a panel belongs to. */
  readonly #questionOf = new WeakMap<EventTarget, Question>();
  #blocks: Block[] = [];
  /** One question without words, by the level of its heading. */
  #sample: { readonly level: number; readonly node: HTMLElement } | undefined;
  #open: ReadonlySet<string> = new Set();
  #shown: ReadonlySet<Question> = new Set();
  #heightOf = usualHeight;
  /** What stands below an answer is rendered from this; another array when it changes. */
  #shared: readonly unknown[] = [];
  /** Those whose slot is not in its panel yet. */
  #slotless: Item[] = [];
  #isWorking = false;

  constructor(faq: StemcellFaq, onSeen: (items: readonly HTMLElement[]) => void) {
    this.#faq = faq;
    this.#onSeen = onSeen;
  }

  /** On paper everything stands below an answer that stands there on the screen. */
  connect(): void {
    window.addEventListener('beforeprint', this.#onBeforePrint);
  }

  disconnect(): void {
    window.removeEventListener('beforeprint', this.#onBeforePrint);
  }

  /**
   * The blocks of these questions. What is open is in them at once, the rest as soon as it is seen or there is time.
   * @param shared - What else the questions are rendered from.
   */
  nodes(
    questions: readonly Question[],
    open: ReadonlySet<string>,
    shared: readonly unknown[],
  ): readonly HTMLElement[] {
    if (!same(shared, this.#shared)) this.#shared = shared;
    this.#open = open;
    const { level } = this.#faq;
    const isOther = this.#sample?.level !== level;
    if (isOther) this.#sample = { level, node: this.#makeSample() };
    this.#blocks.length = Math.ceil(questions.length / together);
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = (this.#blocks[index] ??= this.#makeBlock());
      const held = questions.slice(index * together, (index + 1) * together);
      if (isOther) block.questions.forEach((question) => this.#items.delete(question));
      if (isOther || !same(held, block.questions)) {
        const isInSight = block.items && block.isSeen;
        if (block.items) this.#moveSlots(block.items, false);
        block.questions = held;
        block.items = undefined;
        block.count = -1;
        if (isInSight) this.#fill(block);
        else block.node.replaceChildren();
      }
      if (!block.items && held.some(({ id }) => open.has(id))) this.#fill(block);
      block.items?.forEach((item) => this.#update(item));
    }
    if (!this.#isWorking) void this.#work();
    return this.#blocks.map(({ node }) => node);
  }

  /**
   * Shows some of the questions.
   * @param before - How many are shown before these.
   */
  show(shown: ReadonlySet<Question>, before: number): void {
    this.#shown = shown;
    for (const block of this.#blocks) {
      const { node, questions } = block;
      let count = 0;
      for (const question of questions) if (shown.has(question)) count++;
      if (count !== block.count) {
        block.count = count;
        node.hidden = !count;
        this.#reserve(block);
      }
      const isFirst = count > 0 && before < onFirstScreens;
      if (isFirst !== block.isFirst) {
        block.isFirst = isFirst;
        node.style.contentVisibility = isFirst ? 'visible' : '';
      }
      before += count;
      if (block.items) block.items.forEach((item) => this.#showItem(item));
      else if (isFirst) this.#fill(block);
    }
  }

  /** Keeps as much of the page free for what is not laid out as it is guessed to take. */
  guess(heightOf: HeightOf): void {
    this.#heightOf = heightOf;
    for (const block of this.#blocks) if (block.count > 0) this.#reserve(block);
  }

  #reserve({ node, questions, count }: Block): void {
    let height = 0;
    for (const question of questions)
      if (this.#shown.has(question)) height += this.#heightOf(question.question.length);
    // The browser remembers how high a whole block is; that of another number of questions says nothing.
    const memory = count === questions.length ? 'auto ' : '';
    node.style.containIntrinsicBlockSize = `${memory}${height}px`;
  }

  /** The questions in sight, and some around them. */
  get seen(): HTMLElement[] {
    return this.#blocks.flatMap((block) => (block.isSeen || block.isFirst ? this.#shownIn(block) : []));
  }

  #shownIn({ items = [] }: Block): HTMLElement[] {
    return items.filter(({ shown }) => shown).map(({ node }) => node);
  }

  /** A closed question without words, made as the FAQ makes it. */
  #makeSample(): HTMLElement {
    const node = element('div');
    node.className = 'item';
    render(this.#faq.renderQuestion({ id: '', question: '', answer: '' }, false), node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
    const extra: Node[] = [];
    while (walker.nextNode()) extra.push(walker.currentNode);
    extra.forEach((each) => (each as ChildNode).remove());
    node.lastElementChild!.firstElementChild!.replaceChildren();
    return node;
  }

  #makeBlock(): Block {
    const node = element('div');
    node.className = 'block';
    // Where the browser does not say what is in sight, all is taken to be.
    const isSeen = !('oncontentvisibilityautostatechange' in node);
    const block: Block = { node, questions: [], items: undefined, isSeen, isFirst: false, count: -1 };
    node.addEventListener('contentvisibilityautostatechange', (event) => {
      if (event.target !== node) return;
      block.isSeen = !(event as ContentVisibilityAutoStateChangeEvent).skipped;
      if (!block.isSeen) return;
      if (!block.items) this.#fill(block);
      this.#onSeen(this.#shownIn(block));
    });
    node.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      const question = button && this.#questionOf.get(button);
      if (question) this.#faq.onToggle(question.id);
    });
    node.addEventListener('beforematch', ({ target }) => {
      const question = target && this.#questionOf.get(target);
      if (question && !this.#open.has(question.id)) this.#faq.onToggle(question.id);
    });
    return block;
  }

  #fill(block: Block): void {
    const items = block.questions.map((question) => this.#itemOf(question));
    block.items = items;
    for (const item of items) {
      this.#update(item);
      this.#showItem(item);
    }
    block.node.replaceChildren(...items.map(({ node }) => node));
    this.#slotless.push(...items.filter(({ slot }) => slot && !slot.parentNode));
  }

  /** Puts the slots of answers into their panels, or takes them out. */
  #moveSlots(items: readonly Item[], isIn: boolean): void {
    const moving = items.filter(({ slot }) => slot && !slot.parentNode === isIn);
    if (!moving.length) return;
    // For each slot that comes or goes Chromium looks through the children of the FAQ until it finds one that is for
    // it, so that a thousand slots take half a million looks. So the first child of those that have a slot is for each
    // of them in turn; nothing is assigned before all is done.
    const first = this.#faq.querySelector(':scope > [slot^="stemcell-"]');
    const own = first?.slot;
    for (const { slot, content } of moving) {
      if (first) first.slot = slot!.name;
      if (isIn) content.prepend(slot!);
      else slot!.remove();
    }
    if (first) first.slot = own!;
  }

  #itemOf(question: Question): Item {
    const known = this.#items.get(question);
    if (known) return known;
    const node = this.#sample!.node.cloneNode(true) as HTMLElement;
    const button = node.firstElementChild!.firstElementChild as HTMLElement;
    const panel = node.lastElementChild as HTMLElement;
    const content = panel.firstElementChild as HTMLElement;
    const id = button.id + question.id;
    button.id = id;
    panel.id = id + '-panel';
    button.setAttribute('aria-controls', panel.id);
    button.firstElementChild!.append(question.question);
    const slot = question.place
      ? Object.assign(document.createElement('slot'), { name: question.place })
      : undefined;
    if (!slot) content.append(...answerNodes(question.answer));
    const item: Item = { question, node, button, panel, content, open: false, shown: true, slot };
    this.#items.set(question, item);
    this.#questionOf.set(button, question);
    this.#questionOf.set(panel, question);
    return item;
  }

  /** Opens or closes a question, and keeps what stands below its answer as it should be. */
  #update(item: Item): void {
    const open = this.#open.has(item.question.id);
    if (item.open !== open) {
      item.open = open;
      item.button.setAttribute('aria-expanded', String(open));
      if (open) item.panel.removeAttribute('hidden');
      else item.panel.setAttribute('hidden', 'until-found');
    }
    if (open) this.#moveSlots([item], true);
    if ((open || item.below) && item.below !== this.#shared) this.#renderBelow(item);
  }

  #renderBelow(item: Item): void {
    item.below = this.#shared;
    render(this.#faq.renderEnd(item.question), item.content);
  }

  #showItem(item: Item): void {
    const shown = this.#shown.has(item.question);
    if (item.shown !== shown) item.node.hidden = !(item.shown = shown);
  }

  readonly #onBeforePrint = (): void => {
    for (const block of this.#blocks) {
      if (!block.items) this.#fill(block);
      for (const item of block.items!) if (!item.below) this.#renderBelow(item);
    }
    this.#moveSlots(this.#slotless.splice(0), true);
  };

  /** Fills the blocks, a few milliseconds at a time, those that a search leaves something of first. Then come the slots. */
  async #work(): Promise<void> {
    this.#isWorking = true;
    for (;;) {
      await pause();
      const end = performance.now() + workAtOnce;
      const waiting = this.#blocks.filter(({ items }) => !items);
      for (const isLeft of [true, false])
        for (const block of waiting)
          if (block.count > 0 === isLeft && performance.now() < end) this.#fill(block);
      if (waiting.length) continue;
      if (!this.#slotless.length) break;
      // In few steps: after each one the browser assigns all children anew.
      this.#moveSlots(this.#slotless.splice(0, slotsAtOnce), true);
    }
    this.#isWorking = false;
  }
}
