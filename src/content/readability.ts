import { flesch } from 'flesch';
import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';
import type { Body, Guide } from './guide.js';
import { sentencesOf, textsOf } from './texts.js';

/**
 * How hard is an English guide to read? Asked by the tests of our own guide, and of a clinic’s by `check` and by the builder.
 *
 * What is counted, and how:
 * - A sentence ends with a full stop, a question mark or an exclamation mark, or with its line: a list item is one.
 * - A word is what stands between spaces and has a letter or a digit in it; "X-ray" is one word, of its two halves.
 * - Syllables are counted by rule and a list of exceptions (`syllable`). A number counts as two: "20" and "100" are
 *   short to read, and no list knows how they are spoken. Capitals that are spelled out (FDA, MRI) count one a letter.
 * - Answers are measured as prose apart from the rest: short list items pull every score down, and would hide a hard
 *   answer. A block (a stage with all its pathways, an answer, a group of tasks) is also measured alone.
 * - The formal names of things are left out. They are shown as names, beside the plain ones.
 *
 * The scores: Flesch-Kincaid, the grade of a US school; SMOG, the same from long words alone, 1 to 3 grades higher, and
 * meant for 30 sentences and more; reading ease of Flesch, from 0 to 100, higher is easier. They measure length. That
 * a text is true or kind they cannot tell.
 */

/** How one text reads. */
export interface Reading {
  readonly name: string;
  readonly sentences: number;
  readonly words: number;
  /** Flesch-Kincaid. */
  readonly grade: number;
  readonly smog: number;
  /** Flesch. */
  readonly ease: number;
  /** The longest sentence in words. */
  readonly longest: number;
  readonly longestSentence: string;
}

/** What a guide for patients must keep. Grades for answers as prose, the whole and any block alone; ease for both. */
const limits = { answers: 5, guide: 4, block: 8, ease: 80, sentence: 20 };

function syllablesIn(word: string): number {
  const count = word
    .split(/[-–—/]/)
    .map((part) => {
      if (/\d/.test(part)) return 2;
      return /^\p{Lu}{2,5}s?$/u.test(part) ? part.replace(/s$/, '').length : syllable(part);
    })
    .reduce((sum, each) => sum + each, 0);
  return Math.max(1, count);
}

const wordsOf = (sentence: string): string[] =>
  sentence
    .replace(/['’]/g, '’')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);

/** How these texts read together. */
export function readingOf(name: string, texts: readonly string[]): Reading {
  const sentences = texts
    .flatMap((text) => sentencesOf(text))
    .map((text) => ({ text, words: wordsOf(text) }));
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.map(syllablesIn);
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, each) => sum + each, 0),
  };
  const [longest = { text: '', words: [] }] = [...sentences].sort((a, b) => b.words.length - a.words.length);
  return {
    name,
    sentences: counts.sentence,
    words: counts.word,
    grade: fleschKincaid(counts),
    smog: smogFormula({
      sentence: counts.sentence,
      polysillabicWord: syllables.filter((count) => count >= 3).length,
    }),
    ease: flesch(counts),
    longest: longest.words.length,
    longestSentence: longest.text,
  };
}

/** Tokens are read as the guide itself fills them. */
function fillTokens(text: string, { tokens }: Guide): string {
  return text.replace(/\{(\w+)\}/g, (_token, name: string) => tokens[name] ?? '555-0100');
}

const textsIn = (guide: Guide, part: unknown): string[] =>
  textsOf(part)
    .filter(({ place }) => !/(^|\.)(formal|tokens)(\.|$)/.test(place))
    .map(({ text }) => fillTokens(text, guide));

/** The paragraphs of an answer; its lists are not prose. */
const proseOf = (answer: Body): string[] =>
  textsOf([answer].flat().filter((block) => typeof block === 'string' || !('list' in block))).map(
    ({ text }) => text,
  );

/** The readings of a guide: its answers as prose, everything, and each block. */
export function readGuide(guide: Guide): { answers: Reading; whole: Reading; blocks: Reading[] } {
  const section = (name: string, items: readonly { id: string }[]): Reading[] =>
    items.map((item) => readingOf(`${name}.${item.id}`, textsIn(guide, item)));
  const prose = guide.questions.flatMap(({ answer }) => proseOf(answer));
  return {
    answers: readingOf('answers as prose', textsIn(guide, prose)),
    whole: readingOf('the whole guide', textsIn(guide, guide)),
    blocks: [
      ...section('pathways', guide.pathways),
      ...section('stages', guide.stages),
      ...section('questions', guide.questions),
      ...section('phases', guide.phases),
      ...section('warnings.levels', guide.warnings.levels),
      readingOf('ask', textsIn(guide, guide.ask)),
      readingOf('notices', textsIn(guide, guide.notices)),
    ],
  };
}

/** Where a guide is too hard, a line of text each. Empty is good. */
export function checkReadability(guide: Guide): string[] {
  const { answers, whole, blocks } = readGuide(guide);
  const problems: string[] = [];
  const atMost = (limit: number, { name, grade }: Reading): void => {
    if (grade > limit) problems.push(`${name}: reads at grade ${grade.toFixed(1)}; the limit is ${limit}.`);
  };
  atMost(limits.answers, answers);
  atMost(limits.guide, whole);
  blocks.forEach((block) => atMost(limits.block, block));
  for (const { name, ease } of [answers, whole])
    if (ease < limits.ease)
      problems.push(`${name}: reading ease ${ease.toFixed(0)}; ${limits.ease} or more is asked for.`);
  for (const { place, text } of textsOf(guide))
    for (const { longest, longestSentence } of sentencesOf(text).map((sentence) => readingOf('', [sentence])))
      if (longest > limits.sentence)
        problems.push(
          `${place}: ${longest} words in one sentence; the limit is ${limits.sentence}: “${longestSentence}”`,
        );
  return problems;
}

/** Readings as a table for people. */
export function readingTable(readings: readonly Reading[]): string {
  const head = ['', 'sentences', 'words', 'grade', 'SMOG', 'ease', 'longest'];
  const rows = readings.map(({ name, sentences, words, grade, smog, ease, longest }) => [
    name,
    String(sentences),
    String(words),
    grade.toFixed(1),
    smog.toFixed(1),
    ease.toFixed(0),
    String(longest),
  ]);
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return [head, ...rows]
    .map(([name = '', ...cells]) => name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join(''))
    .join('\n');
}
