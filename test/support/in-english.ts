/**
 * What an element copied or wrote somewhere else than on the page, in English, the language of the tests. On a page in
 * English, which is nearly always, it is what it is: see read-in-english.ts.
 */
export const inEnglish = (text: string): string => globalThis.readInEnglish?.(text) ?? text;
