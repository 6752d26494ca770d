import { workAtOnce } from './far-questions.js';
import { fold, placeOf } from './faq.state.js';

/** Where do the words of a search stand on the screen? They are painted over; no node of the page is touched. */

const name = 'stemcell-found';
/** Nobody looks at more of them, and each one costs. */
const mostMarks = 2000;

/** What is marked in each root, and how to stop marking there. */
const marked = new WeakMap<ParentNode, { readonly ranges: StaticRange[]; stopped: boolean }>();
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
function placesIn(data: string): number[] | undefined {
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
      known ??= { places: placesIn(node.data) };
      const { places } = known;
      const startOffset = places ? places[at]! : at;
      const endOffset = places ? (places[end] ?? node.length) : end;
      ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
    }
    return ranges;
  });
}

const places = ':is(.disclosure > span, .panel-content > :not([role], a))';

/** The places of texts, question by question: of a long list only those are looked at that are marked. */
function* placesOfTexts(root: ParentNode): Generator<Element> {
  for (const item of root.querySelectorAll('.item:not([hidden])')) yield* item.querySelectorAll(places);
}

/** The texts of the questions and answers that a search left, those in the page's own markup included. */
function* textsIn(root: ParentNode): Generator<Text> {
  for (const place of placesOfTexts(root)) {
    const starts = place instanceof HTMLSlotElement ? place.assignedNodes({ flatten: true }) : [place];
    for (const start of starts) {
      const walker = document.createTreeWalker(start, NodeFilter.SHOW_TEXT);
      if (start instanceof Text) yield start;
      while (walker.nextNode()) yield walker.currentNode as Text;
    }
  }
}

/** Marks words in the questions of a root, a little at a time; without words it takes the marks away. */
export function mark(root: ParentNode, words: readonly string[]): void {
  if (!CSS.highlights) return;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);

  const before = marked.get(root);
  if (before) before.stopped = true;
  before?.ranges.forEach((range) => highlight.delete(range));
  const run = { ranges: [] as StaticRange[], stopped: false };
  marked.set(root, run);
  if (!words.length) return;

  const texts = textsIn(root);
  const markSome = (): void => {
    const end = performance.now() + workAtOnce;
    while (!run.stopped && run.ranges.length < mostMarks) {
      const next = texts.next();
      if (next.done) return;
      for (const range of rangesIn(next.value, words)) {
        run.ranges.push(range);
        highlight.add(range);
      }
      if (performance.now() > end) {
        requestAnimationFrame(markSome);
        return;
      }
    }
  };
  // What was found is on the screen before the first mark.
  requestAnimationFrame(markSome);
}
