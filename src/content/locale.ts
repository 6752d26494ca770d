import type { Words } from '../words/words.js';
import { neutralKeys } from './neutral.js';
import type { Guide } from './guide.js';
import type { Locale } from './translate.js';

/** What is said in one language, and how a page's tag wants it written. */
export interface Spoken {
  readonly guide: Guide;
  readonly words: Words;
  /** Tag for figures and dates; left out, the page's own. */
  readonly lang?: string;
  /** The direction of the text, where the page gives none. */
  readonly direction?: string;
  /** While it only keeps the place of a language that is on its way; settles when there is more to show. */
  readonly waits?: Promise<unknown>;
}

declare global {
  interface ImportMeta {
    /** What the build puts in; not there where the source runs as it is. */
    readonly env?: { readonly MODE: string };
  }
}

/** The languages that have a file. A request for any other would find nothing. */
export const shipped: readonly string[] = ['ar', 'es'];

/** A visitor waits no longer than this for another language. In milliseconds. */
const timeLimit = 8000;

const given = new Map<string, Locale>();
const told = new Set<string>();

/**
 * Gives the elements a language of the package, or one of your own in the same form. To be called before an element
 * asks for it, such as beside the import that defines the elements.
 */
export function addLocale(locale: Locale): void {
  given.set(locale.lang, locale);
}

async function fetchLocale(language: string): Promise<Locale> {
  // In the package it is the bundler that knows where files are.
  if (import.meta.env?.MODE === 'modules')
    throw new Error(`not added; expected addLocale() with stemcell-guide/locales/${language}`);
  const address = new URL(/* @vite-ignore */ `../locales/${language}.json`, import.meta.url);
  const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(timeLimit) });
  if (!response.ok) throw new Error(`${address.href} is not there (status ${response.status})`);
  const text = await response.text();
  try {
    return JSON.parse(text) as Locale;
  } catch {
    // Each browser has its own words for it, and some name no file.
    throw new Error(`${address.href} is no JSON`);
  }
}

/** Spanish alone is no place: of those who read it few are in Spain, and a number that does not answer is worse than none. */
const placeOf = (tag: string): string => (tag === 'es' ? 'es-419' : tag);

/** The same with every text's digits as the tag writes them. Identifiers, addresses and numbers stay. */
function withDigits<Content>(content: Content, tag: string): Content {
  const format = new Intl.NumberFormat(tag, { useGrouping: false });
  if (format.format(1) === '1') return content;
  const write = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\d/g, (digit) => format.format(Number(digit)));
    if (Array.isArray(value)) return value.map(write);
    return value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            neutralKeys.has(key) && !hasTexts(inner) ? inner : write(inner),
          ]),
        )
      : value;
  };
  return write(content) as Content;
}

/** `pathways` is a list of texts at the top of a guide, and a list of names everywhere else. */
const hasTexts = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'object';

/** What a language says on a page of a tag of it, such as `ar-EG`. Of a file that is older, a word may be missing. */
export function spokenIn({ guide, words, direction }: Locale, tag: string, english: Spoken): Spoken {
  return {
    lang: placeOf(tag),
    direction,
    guide: withDigits(guide, tag),
    words: { ...english.words, ...withDigits(words, tag) },
  };
}

/**
 * What is said on a page of this language: a language that was added, or the file beside the script. Without either it
 * is English, which the console is told once.
 */
async function load(tag: string, english: Spoken): Promise<Spoken> {
  const { language } = new Intl.Locale(tag);
  try {
    if (!given.has(language) && !shipped.includes(language))
      throw new Error(`there is no such language; expected one of en, ${shipped.join(', ')}`);
    const locale = given.get(language) ?? (await fetchLocale(language));
    if (locale.guide.lang !== language) throw new Error('the file is of another language');
    return spokenIn(locale, tag, english);
  } catch (error) {
    const message = `stemcell-guide: lang="${language}": ${(error as Error).message}. English is shown.`;
    if (!told.has(message)) {
      told.add(message);
      console.warn(message);
    }
    // English words, and dates as English speakers of the place write them.
    const { region } = new Intl.Locale(placeOf(tag)).maximize();
    return { ...english, lang: region ? `en-${region}` : 'en' };
  }
}

/**
 * Says what there is to say on a page of a language, by the page's own tag, such as `es-PE`.
 * @param update - Called when there is more to say.
 */
export function speaker(english: Spoken, update: () => void): (tag: string) => Spoken {
  const known = new Map<string, Spoken>();
  return (tag) => {
    if (!known.has(tag)) {
      const waits = load(tag, english).then((spoken) => {
        known.set(tag, spoken);
        update();
      });
      known.set(tag, { ...english, waits });
    }
    return known.get(tag)!;
  };
}
