import { plainText } from '../../src/content/resolve.js';
import type { Body, Line, Link } from '../../src/content/guide.js';

/**
 * The texts of a guide as they are typed: paragraphs with an empty line between them, lines of a list that begin with
 * "- ", and links as [words](address). Pure, both ways.
 */

const writeLine = (line: Line | Link): string => {
  if (typeof line === 'string') return line;
  return Array.isArray(line) ? line.map(writeLine).join('') : `[${line.text}](${line.href})`;
};

function readLine(text: string): Line {
  const pieces: (string | Link)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ text: match[1]!, href: match[2]! });
    end = match.index + match[0].length;
  }
  if (!pieces.length) return text;
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** What kinds of texts there are: words alone, words with links, one such line an item, or paragraphs and lists. */
export const kinds = {
  text: {
    write: (value: unknown): string => (value as string | undefined) ?? '',
    read: (text: string): unknown => text,
  },
  line: {
    write: (value: unknown): string => (value === undefined ? '' : writeLine(value as Line)),
    read: (text: string): unknown => readLine(text),
  },
  lines: {
    write: (value: unknown): string => ((value as Line[] | undefined) ?? []).map(writeLine).join('\n'),
    read: (text: string): unknown =>
      text
        .split('\n')
        .filter((line) => line.trim())
        .map(readLine),
  },
  body: { write: writeBody, read: readBody },
} as const;

export type Kind = keyof typeof kinds;

function writeBody(value: unknown): string {
  if (value === undefined) return '';
  return [value as Body]
    .flat()
    .map((block) => {
      if (typeof block === 'string') return block;
      if ('paragraph' in block) return writeLine(block.paragraph);
      return block.list.map((item) => `- ${writeLine(item)}`).join('\n');
    })
    .join('\n\n');
}

function readBody(text: string): unknown {
  const blocks: { paragraph?: string; list?: string[] }[] = [];
  let open = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = open ? blocks.at(-1) : undefined;
    open = line !== '';
    if (line.startsWith('- ')) {
      if (last?.list) last.list.push(line.slice(2));
      else blocks.push({ list: [line.slice(2)] });
    } else if (line && last?.paragraph !== undefined) last.paragraph += ` ${line}`;
    else if (line) blocks.push({ paragraph: line });
  }
  const read = blocks.map(({ paragraph = '', list }) => {
    if (list) return { list: list.map(readLine) };
    const line = readLine(paragraph);
    return typeof line === 'string' ? line : { paragraph: line };
  });
  return read.length === 1 && typeof read[0] === 'string' ? read[0] : read;
}

/** The words of a typed text, without the marks of links and lists. */
export const wordsOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainText(readLine(line.replace(/^- /, ''))))
    .join('\n');
