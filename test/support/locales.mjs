import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { importSource } from './import-source.mjs';

const source = new URL('../../src/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, source), 'utf8'));

/** The languages beside English that have texts. */
export const languages = readdirSync(new URL('content/', source)).flatMap(
  (file) => file.match(/^(?!en\.)(\w+)\.json$/)?.[1] ?? [],
);

/** The texts and the words of a language, as they are written in the source. */
export const textsOfLanguage = (language) => read(`content/${language}.json`);
export const wordsOfLanguage = (language) => read(`words/${language}.json`);

/** What is built to `dist/locales/<language>.json`; nothing for a language that is not there. */
export async function localeFromSource(language) {
  if (!existsSync(new URL(`content/${language}.json`, source))) return undefined;
  const { localeOf } = await importSource('content/translate.ts');
  return localeOf(read('content/en.json'), textsOfLanguage(language), wordsOfLanguage(language));
}

/** Every English word of the elements and of the files beside the script. */
export async function englishWords() {
  const files = readdirSync(new URL('words/', source)).filter((file) => /^en(\..+)?\.ts$/.test(file));
  const modules = await Promise.all(files.map((file) => importSource(`words/${file}`)));
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module)));
}
