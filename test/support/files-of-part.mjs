import { readFileSync } from 'node:fs';

/** What a page loads for one of the parts: its file, and those that it shares with others. Sorted addresses. */
export function filesOfPart(name) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const code = readFileSync(new URL(`../../dist${file}`, import.meta.url), 'utf8');
    for (const [, shared] of code.matchAll(/\b(?:from|import)"\.\/([\w-]+\.js)"/g)) add(`/parts/${shared}`);
  };
  add(`/parts/${name}.js`);
  return [...files].sort();
}
