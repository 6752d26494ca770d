import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// The template of a translation (.pot): every text of the plugin's own that people read, with the places where it is.

const call =
  /\b(?:__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*(['"])((?:\\.|(?!\1)[^\\])*)\1,\s*'stemcell-guide',?\s*\)/g;
const comment = /\/\* (translators: .*?) \*\//;

const quote = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** What is said in one file of PHP or JavaScript. */
function* textsInCode(code) {
  for (const match of code.matchAll(call)) {
    const [, , text] = match;
    const line = code.slice(0, match.index).split('\n').length;
    const before = code.slice(0, match.index).split('\n').slice(-2).join('\n');
    yield { text: text.replace(/\\(['"\\])/g, '$1'), line, note: comment.exec(before)?.[1] };
  }
}

/** What a block says of itself; WordPress looks these up with a context. */
function* textsInBlock(json) {
  const { title, description, keywords } = JSON.parse(json);
  yield { text: title, context: 'block title' };
  yield { text: description, context: 'block description' };
  for (const text of keywords) yield { text, context: 'block keyword' };
}

/** @param folder - The plugin's source. */
export function templateFor(folder, version) {
  const entries = new Map();
  const add = (file, { text, line, context, note }) => {
    const key = `${context ?? ''}\u0004${text}`;
    const entry = entries.get(key) ?? { text, context, notes: new Set(), places: [] };
    entry.places.push(line ? `${file}:${line}` : file);
    if (note) entry.notes.add(note);
    entries.set(key, entry);
  };
  const files = readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.startsWith('build'))
    .sort();
  for (const file of files) {
    const read = () => readFileSync(path.join(folder, file), 'utf8');
    // What is written in TypeScript is a script when it is installed.
    const installed = file.replace(/\.ts$/, '.js');
    if (/\.(php|js|ts)$/.test(file)) for (const text of textsInCode(read())) add(installed, text);
    if (file.endsWith('block.json')) for (const text of textsInBlock(read())) add(file, text);
  }
  const header = [
    `Project-Id-Version: Stem Cell Guide ${version}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    'X-Domain: stemcell-guide',
  ];
  const blocks = [...entries.values()].map(({ text, context, notes, places }) =>
    [
      ...[...notes].map((note) => `#. ${note}`),
      `#: ${places.join(' ')}`,
      ...(context ? [`msgctxt ${quote(context)}`] : []),
      `msgid ${quote(text)}`,
      'msgstr ""',
    ].join('\n'),
  );
  const first = ['msgid ""', 'msgstr ""', ...header.map((line) => quote(`${line}\n`))].join('\n');
  return `${[first, ...blocks].join('\n\n')}\n`;
}
