import type { Line, Link } from '../../content/guide.js';

/**
 * How does a telephone number keep its order on paper and in a copied text, where nothing but characters says which
 * way it runs? Among words that run from the right, "+1 (555) 010-0100" would be shown as "0100-010 (555) 1+".
 */

/** The text between signs that are not seen: from the left, and apart from what is around it. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** A line with its links, which are numbers, in their order. */
export function numbersLeftToRight(line: Line): Line {
  const inOrder = (piece: string | Link | Line): string | Link | Line => {
    if (typeof piece === 'string') return piece;
    return Array.isArray(piece) ? (piece.map(inOrder) as Line) : { ...piece, text: leftToRight(piece.text) };
  };
  return inOrder(line) as Line;
}
