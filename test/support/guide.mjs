import { readFileSync } from 'node:fs';

const read = (file) =>
  JSON.parse(readFileSync(new URL(`../../src/content/${file}`, import.meta.url), 'utf8'));

/** A fresh copy of the default guide, to be changed at will. */
export const defaultGuide = () => read('en.json');

/** The sources of the default guide. */
export const defaultSources = () => read('en.sources.json');
