import { en } from './en.js';
import { formatNumber } from './format.js';

type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Every text of the elements, in one language. */
export type Words = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural };

export const englishWords: Words = en;

/**
 * Puts values in the place of `{name}`. A name without a value stays, so that a slip is seen in the tests.
 * @param text - One that counts is said in the form that its `count` asks for.
 * @param language - For forms and figures; needed where there are any.
 */
export function say(
  text: string | Plural,
  values: Readonly<Record<string, string | number>>,
  language?: string,
): string {
  return (typeof text === 'string' ? text : plural(language!, text, values['count'] as number)).replace(
    /\{(\w+)\}/g,
    (token, name: string) => formatNumber(language, values[name] ?? token),
  );
}

/** The form of a counting text that the language asks for. */
export function plural(language: string, forms: Plural, count: number): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '';
}
