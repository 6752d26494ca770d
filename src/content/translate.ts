import type { Words } from '../words/words.js';
import type { Guide } from './guide.js';
import { neutralKeys } from './neutral.js';

/**
 * A language in the source is two files: `content/<lang>.json`, the texts of the guide under the ids of the English
 * one, and `words/<lang>.json`, the elements' own words. This makes of them, at build time, the one file that a page
 * loads. What is no text (sources, days, figures, addresses) comes from the English guide alone, so a translation
 * cannot differ in it.
 */

/** What a page loads for one more language: `dist/locales/<lang>.json`. */
export interface Locale {
  /** BCP 47 tag without a region: `es`. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether a clinician who speaks the language has signed the translation off. */
  readonly reviewed: boolean;
  readonly guide: Guide;
  /** Every word of the elements, and of the files beside the script. */
  readonly words: Words;
}

type Fields = Readonly<Record<string, unknown>>;

const leftToRightOnly = /^(?!(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b)/;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The English value with the texts of a translation in it. */
function translate(english: unknown, texts: unknown): unknown {
  if (texts === undefined) return english;
  if (Array.isArray(english) && isObject(english[0]) && 'id' in english[0]) {
    const byId = new Map((texts as Fields[]).map((item) => [item['id'], item]));
    return english.map((item: Fields) => translate(item, byId.get(item['id'])));
  }
  if (!isObject(english)) return typeof english === 'string' || Array.isArray(english) ? texts : english;
  const result: Record<string, unknown> = { ...english };
  for (const [key, value] of Object.entries(texts as Fields))
    // At the top, "pathways" are texts; in an item they are names.
    if (!neutralKeys.has(key) || (key === 'pathways' && isObject((value as unknown[])[0])))
      result[key] = translate(english[key] ?? '', value);
  return result;
}

/** The file of a language, from its texts and words. */
export function localeOf(english: Guide, texts: object, words: object): Locale {
  const { lang } = texts as Guide;
  const guide = { ...(translate(english, texts) as Guide), lang };
  return {
    lang,
    direction: leftToRightOnly.test(lang) ? 'ltr' : 'rtl',
    reviewed: guide.review !== undefined,
    guide,
    words: words as Words,
  };
}
