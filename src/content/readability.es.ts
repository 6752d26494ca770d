import { sentencesOf } from './texts.js';

/**
 * How hard is a Spanish text to read? The scores of English do not hold: Spanish words have more syllables.
 *
 * INFLESZ (Szigriszt-Pazos, with the grades of Barrio-Cantalejo): 206.835 − 62.3 · syllables/words − words/sentences.
 * Over 80 very easy, over 65 fairly easy, over 55 normal, over 40 rather hard. Fernández Huerta, the older one:
 * 206.84 − 60 · syllables/words − 1.02 · words/sentences. Sentences and words are counted as in English; a number counts
 * as two syllables, and capitals that are spelled out (FDA) as one a letter.
 */

export interface SpanishReading {
  readonly name: string;
  readonly sentences: number;
  readonly words: number;
  readonly inflesz: number;
  readonly fernandezHuerta: number;
  /** The longest sentence in words. */
  readonly longest: number;
  readonly longestSentence: string;
}

const strong = 'aeoáéó';
/** A vowel that makes a syllable of its own beside any other. */
const apart = 'íú';

/**
 * The syllables of a Spanish word: one for each group of vowels, and one more wherever two strong vowels meet or an
 * accent keeps a weak one apart ("le-er", "dí-a"). The "u" of "que" and "guía" is not heard.
 */
export function syllablesInSpanish(word: string): number {
  if (/\d/.test(word)) return 2;
  if (/^\p{Lu}{2,5}$/u.test(word)) return word.length;
  const sounds = word
    .toLowerCase()
    .replace(/qu|gu(?=[eéií])/g, 'k')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const count = (sounds.match(/[aeiouáéíóúü]+/g) ?? []).reduce((sum, group) => {
    const letters = [...group];
    const breaks = letters.filter((letter, index) => {
      const before = letters[index - 1];
      if (!before) return false;
      return (
        apart.includes(letter) ||
        apart.includes(before) ||
        (strong.includes(letter) && strong.includes(before))
      );
    });
    return sum + 1 + breaks.length;
  }, 0);
  return Math.max(1, count);
}

/** How these texts read together. */
export function readingOfSpanish(name: string, texts: readonly string[]): SpanishReading {
  const sentences = texts
    .flatMap(sentencesOf)
    .map((text) => ({ text, words: text.match(/[\p{L}\p{N}]+/gu) ?? [] }));
  const words = sentences.flatMap((sentence) => sentence.words);
  const syllables = words.reduce((sum, word) => sum + syllablesInSpanish(word), 0) / words.length;
  const length = words.length / sentences.length;
  const [longest = { text: '', words: [] }] = [...sentences].sort((a, b) => b.words.length - a.words.length);
  return {
    name,
    sentences: sentences.length,
    words: words.length,
    inflesz: 206.835 - 62.3 * syllables - length,
    fernandezHuerta: 206.84 - 60 * syllables - 1.02 * length,
    longest: longest.words.length,
    longestSentence: longest.text,
  };
}
