/** Which questions a visitor finds, and which of them are open. Pure. */

/** What stands in Arabic for another letter when people type, in a word's middle or at its end. */
const typedFor: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };

/** What is folded already: most English texts are made of nothing else, and each step of folding walks through all of it. */
const plainLetters = /^[\0-\x7f\xa0-\xac\xae-\xbf\u2010-\u2017\u201a-\u2027]*$/;

/**
 * Text without what people leave out when they type: case, accents, the curl of an apostrophe. Of Arabic: the signs
 * for vowels, hamza, what draws a word out, and what is not seen; and digits are those of English. Each character is
 * folded by itself, since the marks count on that.
 */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (plainLetters.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}ء\u0640]/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[ٱىیکة]/g, (letter) => typedFor[letter]!)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * The words of a query, folded, without a stop at the end. Of Arabic ones only the middle is looked for, without the
 * article, what is written together with it, and an ending that changes: who types "الركبة" finds "ركبتك", too.
 */
export function wordsOf(query: string): string[] {
  return (fold(query).match(/\S+/g) ?? []).map((word) =>
    word
      .replace(/(.)[.,;:!?،؛؟]+$/, '$1')
      .replace(/^(?:[وفبك]?ال|لل)(?=.{3})/, '')
      .replace(/(\p{L}{3})ه$/u, '$1'),
  );
}

/** A short Arabic word that begins as the article does: "ألم" (pain) is what a joint, "المفصل", begins with. */
const likeArticle = /^[وفبك]?ال\p{L}{1,2}$/u;

/**
 * Where a word of a query stands next in a folded text, from a place on; -1 if nowhere. A word that looks like an
 * article is found only as a word of its own, with what is written together with it before and behind.
 */
export function placeOf(word: string, folded: string, from = 0): number {
  if (!likeArticle.test(word)) return folded.indexOf(word, from);
  const whole = new RegExp(`(?<!\\p{L})([وفبكل]{0,2}(?:ال)?)${word}(?:[اهيك]|ها|نا|ات)?(?!\\p{L})`, 'gu');
  whole.lastIndex = from;
  const found = whole.exec(folded);
  return found ? found.index + found[1]!.length : -1;
}

/** All that is said in a piece of a guide, wherever in it; an address is not said. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join(' ');
  if (!value || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'href' ? '' : textIn(inner)))
    .join(' ');
}

/**
 * The ids of what is open: what was opened or closed, else what starts open. Where only one may be open it is the
 * first of them.
 */
export function openIds(
  questions: readonly { readonly id: string; readonly open?: boolean | undefined }[],
  chosen: ReadonlyMap<string, boolean>,
  exclusive: boolean | undefined,
): Set<string> {
  const open = questions.filter(({ id, open }) => chosen.get(id) ?? open);
  return new Set((exclusive ? open.slice(0, 1) : open).map(({ id }) => id));
}
