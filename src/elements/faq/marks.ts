import { workAtOnce } from './far-questions.js';
import { fold, placeOf } from './faq.state.js';

/** Where do the words of a search stand on the screen? They are painted over; no node of the page is touched. */

const name = 'stemcell-found';
/** Nobody looks at more of them, and each one costs. */
const mostMarks = 2000;

const foldedText = new WeakMap<Text, { readonly data: string; readonly folded: string }>();

function foldedTextOf(node: Text): string {
  const { data } = node;
  let known = foldedText.get(node);
  if (known?.data !== data) foldedText.set(node, (known = { data, folded: fold(data) }));
  return known.folded;
}

/** Letters that are one letter when they are folded, too: nearly all Latin texts are made of nothing else. */
const foldedOneByOne = /^[\0-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;

/** For each place in the folded text, the place in the text as written; nothing where both are the same. */
function lettersOf(data: string): number[] | undefined {
  if (foldedOneByOne.test(data)) return undefined;
  const places: number[] = [];
  let place = 0;
  for (const character of data) {
    for (let count = fold(character).length; count > 0; count--) places.push(place);
    place += character.length;
  }
  return places;
}

/** The letters of these scripts are joined: a mark in the middle of a word would tear it. */
const joined = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u;

function rangesIn(node: Text, words: readonly string[]): StaticRange[] {
  const folded = foldedTextOf(node);
  let known: { readonly places: number[] | undefined } | undefined;
  return words.flatMap((word) => {
    const ranges: StaticRange[] = [];
    let end = 0;
    for (let at = placeOf(word, folded); at >= 0; at = placeOf(word, folded, end)) {
      end = at + word.length;
      if (joined.test(word)) {
        while (joined.test(folded.charAt(at - 1))) at--;
        while (joined.test(folded.charAt(end))) end++;
      }
      known ??= { places: lettersOf(node.data) };
      const { places } = known;
      const startOffset = places ? places[at]! : at;
      const endOffset = places ? (places[end] ?? node.length) : end;
      ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
    }
    return ranges;
  });
}

/** What we say below an answer ourselves. */
const ours = '[role="group"], a, button, .confirm';

/** Where the words of a question and of its answer stand: nobody sees a mark in an answer that is closed. */
function* placesIn(item: Element): Generator<Node> {
  const label = item.querySelector('.disclosure > span');
  if (label) yield label;
  for (const place of item.querySelector('.panel:not([hidden]) > .panel-content')?.children ?? []) {
    if (place instanceof HTMLSlotElement) yield* place.assignedNodes({ flatten: true });
    else if (!place.matches(ours)) yield place;
  }
}

/** The texts of questions and their answers, those in the page's own markup included. */
function* textsIn(items: Iterable<Element>): Generator<Text> {
  for (const item of items)
    for (const place of placesIn(item)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      if (place instanceof Text) yield place;
      while (walker.nextNode()) yield walker.currentNode as Text;
    }
}

/** The words that one search has marked. */
export class Marks {
  #words: readonly string[] = [];
  #ranges: StaticRange[] = [];
  /** What is still to be looked through. */
  #texts: Iterator<Text>[] = [];
  #frame = 0;

  /** Marks words in these questions, and nothing in others; without words it takes the marks away. */
  show(words: readonly string[], items: Iterable<Element>): void {
    const highlight = CSS.highlights?.get(name);
    this.#ranges.forEach((range) => highlight!.delete(range));
    this.#ranges = [];
    this.#texts = [];
    this.#words = words;
    this.add(items);
  }

  /** Marks the same words in more questions. */
  add(items: Iterable<Element>): void {
    if (!CSS.highlights || !this.#words.length) return;
    this.#texts.push(textsIn(items));
    cancelAnimationFrame(this.#frame);
    this.#markSome();
  }

  /** A little at a time, the first of it in the frame of the letter. */
  #markSome(): void {
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    const end = performance.now() + workAtOnce;
    while (this.#texts.length && this.#ranges.length < mostMarks) {
      const next = this.#texts[0]!.next();
      if (next.done) {
        this.#texts.shift();
        continue;
      }
      for (const range of rangesIn(next.value, this.#words)) {
        this.#ranges.push(range);
        highlight.add(range);
      }
      if (performance.now() > end) {
        this.#frame = requestAnimationFrame(() => this.#markSome());
        return;
      }
    }
  }
}
