import { fold } from './faq.state.js';

/** Where do the words of a search stand on the screen? They are painted over; no node of the page is touched. */

const name = 'stemcell-found';
/** Nobody looks at more of them, and each one costs. */
const mostMarks = 2000;
/** In milliseconds: a part of a frame at 60 a second, the rest is for the page. */
export const workAtOnce = 4;

/** What is marked in each root, and how to stop marking there. */
const marked = new WeakMap<ParentNode, { readonly ranges: StaticRange[]; stopped: boolean }>();
const foldedText = new WeakMap<Text, { readonly data: string; readonly folded: string }>();

function foldedTextOf(node: Text): string {
  const { data } = node;
  let known = foldedText.get(node);
  if (known?.data !== data) foldedText.set(node, (known = { data, folded: fold(data) }));
  return known.folded;
}

/** For each place in the folded text, the place in the text as written. */
function placesIn(data: string): number[] {
  const places: number[] = [];
  let place = 0;
  for (const character of data) {
    for (let count = fold(character).length; count > 0; count--) places.push(place);
    place += character.length;
  }
  return places;
}

function rangesIn(node: Text, words: readonly string[]): StaticRange[] {
  const folded = foldedTextOf(node);
  let places: number[] | undefined;
  return words.flatMap((word) => {
    const ranges: StaticRange[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      places ??= placesIn(node.data);
      const startOffset = places[at]!;
      const endOffset = places[at + word.length] ?? node.length;
      ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
    }
    return ranges;
  });
}

const places = '.item:not([hidden]) :is(.disclosure > span, .panel-content > :not([role], a))';

/** The texts of the questions and answers that a search left, those in the page's own markup included. */
function* textsIn(root: ParentNode): Generator<Text> {
  for (const place of root.querySelectorAll(places)) {
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
