import type { Line, Link } from '../../src/content/guide.js';
import { safeAddress } from '../../src/content/address.js';
import { newId } from './own-guide.js';

/**
 * A page's own HTML as parts of a guide: `<details>`, `<dl>`, or headings with what follows them. It is read in a document
 * of its own, in which nothing runs and nothing is loaded.
 */

export const importKinds = ['questions', 'stages', 'phases'] as const;
export type ImportKind = (typeof importKinds)[number];

export interface Imported {
  readonly items: readonly (Record<string, unknown> & { id: string })[];
  /** What the webmaster should know. */
  readonly notes: readonly string[];
}

type Block = string | { paragraph: Line } | { list: Line[] };
type Item = Imported['items'][number];

interface Piece {
  readonly title: string;
  readonly id: string;
  readonly nodes: readonly Node[];
  readonly element: Element;
}

const headings = 'h1, h2, h3, h4, h5, h6';
const tidy = (text: string): string => text.replace(/\s+/g, ' ');
const left = /^(script|style|template|iframe|object|svg|form|noscript)$/;

function lineOf(nodes: Iterable<Node>): Line {
  const pieces: (string | Link)[] = [];
  const say = (text: string): void => {
    if (typeof pieces.at(-1) === 'string') pieces.push(`${pieces.pop() as string}${text}`);
    else pieces.push(text);
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) say(tidy(node.data));
    if (!(node instanceof Element) || left.test(node.localName)) return;
    const href = node.localName === 'a' ? safeAddress(node.getAttribute('href') ?? '') : undefined;
    const text = tidy(node.textContent).trim();
    if (href && text) pieces.push({ text, href });
    else if (node.localName === 'br') say(' ');
    else node.childNodes.forEach(walk);
  };
  for (const node of nodes) walk(node);
  const line = pieces
    .map((piece) => (typeof piece === 'string' ? tidy(piece) : piece))
    .filter((piece) => piece !== '');
  if (typeof line[0] === 'string') line[0] = line[0].trimStart();
  const last = line.at(-1);
  if (typeof last === 'string') line[line.length - 1] = last.trimEnd();
  const words = line.filter((piece) => piece !== '');
  return words.every((piece) => typeof piece === 'string') ? words.join('') : words;
}

const isEmpty = (line: Line): boolean => line.length === 0;

/** Paragraphs and lists, whatever boxes are around them. */
function blocksOf(nodes: Iterable<Node>): Block[] {
  const blocks: Block[] = [];
  let loose: Node[] = [];
  const paragraph = (line: Line): void => {
    if (!isEmpty(line)) blocks.push(typeof line === 'string' ? line : { paragraph: line });
  };
  const close = (): void => {
    paragraph(lineOf(loose));
    loose = [];
  };
  for (const node of nodes) {
    const name = node instanceof Element ? node.localName : '';
    if (/^(ul|ol)$/.test(name)) {
      close();
      const list = [...(node as Element).children]
        .map((item) => lineOf([item]))
        .filter((line) => !isEmpty(line));
      if (list.length) blocks.push({ list });
    } else if (/^(p|h[1-6]|blockquote|dd|dt)$/.test(name)) {
      close();
      paragraph(lineOf([node]));
    } else if (/^(div|section|article|main|details|figure|table|tbody|tr|td)$/.test(name)) {
      close();
      blocks.push(...blocksOf(node.childNodes));
    } else loose.push(node);
  }
  close();
  return blocks;
}

const bodyOf = (nodes: Iterable<Node>): string | Block[] | undefined => {
  const blocks = blocksOf(nodes);
  if (!blocks.length) return undefined;
  return blocks.length === 1 && typeof blocks[0] === 'string' ? blocks[0] : blocks;
};

/** What a text is made of: the pieces that have a name. */
function piecesOf(root: ParentNode): Piece[] {
  const details = [...root.querySelectorAll('details')];
  if (details.length)
    return details.flatMap((element) => {
      const summary = element.querySelector(':scope > summary');
      if (!summary) return [];
      const nodes = [...element.childNodes].filter((node) => node !== summary);
      return [{ title: tidy(summary.textContent).trim(), id: element.id, nodes, element }];
    });
  const terms = [...root.querySelectorAll('dl > dt, dl > div > dt')];
  if (terms.length)
    return terms.map((element) => {
      const nodes: Node[] = [];
      for (let next = element.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
        nodes.push(next);
      return { title: tidy(element.textContent).trim(), id: element.id, nodes, element };
    });
  const all = [...root.querySelectorAll(headings)];
  // A title above several smaller headings names the page, not an item.
  const levels = all.map(({ localName }) => Number(localName[1]));
  const [first, second] = [Math.min(...levels), levels.toSorted((a, b) => a - b)[1]];
  const isTitle = levels.filter((level) => level === first).length === 1 && second !== undefined;
  return all
    .filter((heading) => !(isTitle && Number(heading.localName[1]) === first))
    .map((element) => {
      const nodes: Node[] = [];
      // An accordion's heading stands in a box of its own, with its text in the next.
      let start: Element = element;
      while (
        !start.nextElementSibling &&
        start.parentElement &&
        start.parentElement !== root &&
        start.parentElement.querySelectorAll(headings).length === 1
      )
        start = start.parentElement;
      for (let next: Node | null = start.nextSibling; next; next = next.nextSibling) {
        if (next instanceof Element && (next.matches(headings) || next.querySelector(headings))) break;
        nodes.push(next);
      }
      return { title: tidy(element.textContent).trim(), id: element.id, nodes, element };
    });
}

const dayIn = (element: Element, name: string): number | undefined => {
  const text = element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? '';
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
};

/**
 * Reads pasted HTML.
 * @param taken - Ids that items of the guide have already.
 */
export function importHtml(text: string, kind: ImportKind, taken: readonly string[]): Imported {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const ids = [...taken];
  const notes: string[] = [];
  const nameOf = (piece: Piece): string => {
    const id = newId(piece.id || piece.title, ids);
    ids.push(id);
    return id;
  };
  const items = piecesOf(page.body)
    .filter(({ title }) => title)
    .flatMap((piece): Item[] => {
      const { title, nodes, element } = piece;
      if (kind === 'questions') {
        const answer = bodyOf(nodes);
        if (answer) return [{ id: nameOf(piece), question: title, answer }];
        notes.push(`“${title}” has no text under it and was left out.`);
        return [];
      }
      const blocks = blocksOf(nodes);
      const lines = blocks.flatMap((block): Line[] => {
        if (typeof block === 'string') return [block];
        return 'list' in block ? block.list : [block.paragraph];
      });
      if (!lines.length) {
        notes.push(`“${title}” has no text under it and was left out.`);
        return [];
      }
      if (kind === 'stages') {
        const [summary, ...happens] = lines;
        const plain = typeof summary === 'string' ? summary : lineText(summary!);
        return [{ id: nameOf(piece), title, summary: plain, ...(happens.length && { happens }) }];
      }
      const from = dayIn(element, 'from');
      const to = dayIn(element, 'to') ?? from;
      if (from === undefined)
        notes.push(`“${title}” does not say on which days: it is set to the day itself. Change it below.`);
      const days = { from: from ?? 0, to: to ?? 0 };
      const tasks = lines.map((line) => {
        const id = newId(lineText(line), ids);
        ids.push(id);
        return { id, ...days, text: line };
      });
      return [{ id: nameOf(piece), title, ...days, tasks }];
    });
  if (!items.length)
    notes.push('Nothing was found. Expected <details>, a list of terms, or headings with text under them.');
  return { items, notes };
}

const lineText = (line: Line): string =>
  typeof line === 'string'
    ? line
    : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
