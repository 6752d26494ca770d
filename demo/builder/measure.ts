import { findClaims } from '../../src/content/claims.js';
import { readingOf } from '../../src/content/readability.js';
import { wordsOf } from './written.js';

/** What there is to say about a text while it is typed: how it reads, and what it claims. The grade is one for English. Pure. */

export interface Measured {
  /** `Grade 4.2 · longest sentence 14 words` */
  readonly reading: string;
  /** What should be thought over, each a sentence. */
  readonly warnings: readonly string[];
}

/** As in our own guide: no block above this grade, no sentence above this many words. */
const limits = { grade: 8, sentence: 20 };

/** Of a handful of words a grade says nothing. */
const enoughWords = 5;

export function measure(text: string): Measured {
  const words = wordsOf(text);
  const { words: count, grade, longest, longestSentence } = readingOf('', [words]);
  if (!count) return { reading: '', warnings: [] };
  const warnings = findClaims(words).map(({ words: claim, why }) => `“${claim}”: ${why}.`);
  if (count >= enoughWords && grade > limits.grade)
    warnings.push(`Hard to read: grade ${grade.toFixed(1)}. Try shorter words and sentences.`);
  if (longest > limits.sentence)
    warnings.push(
      `A sentence of ${longest} words: “${longestSentence.slice(0, 40)}…”. ${limits.sentence} are enough.`,
    );
  const level = count >= enoughWords ? `Grade ${Math.max(0, grade).toFixed(1)} · ` : '';
  return { reading: `${level}longest sentence ${longest} ${longest === 1 ? 'word' : 'words'}`, warnings };
}
