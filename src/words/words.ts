import { en } from './en.js';

type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Every text of the elements, in one language. */
export type Words = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural };

export const englishWords: Words = en;

/** Puts values in the place of `{name}`. A name without a value stays, so that a slip is seen in the tests. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (token, name: string) => String(values[name] ?? token));
}

/** The form of a counting text that the language asks for. */
export function plural(language: string, forms: Plural, count: number): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '';
}
