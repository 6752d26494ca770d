import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

// Do the tables of the README, the comments of the classes and the source say the same, both ways?

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder, ending) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));

const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const source = filesIn('src', '.ts').map(read).join('\n');
const theming = read('README.md').split('\n## Theming')[1].split('\n## ')[0];
const rowsOf = (heading) => theming.split(heading)[1].split('\n\n')[0];

describe('the documentation of looks', () => {
  it('names every variable that the styles read, and no other', () => {
    const documented = found(rowsOf('| variable '), /^\| `(--stemcell-[\w-]+)`/gm);
    assert.deepEqual(documented, found(source, /var\((--stemcell-[\w-]+)/g));
  });

  it('has presets that set nothing but variables that there are', () => {
    const documented = found(rowsOf('| variable '), /^\| `(--stemcell-[\w-]+)`/gm);
    const presets = filesIn('src/theme/presets', '.css');
    assert.deepEqual(
      presets.map((file) => path.basename(file)).sort(),
      found(theming.split('### Ready-made themes')[1].split('\n\n')[1], /`(\w+\.css)`/g),
    );
    for (const file of presets)
      for (const name of found(read(file), /^\s+(--?[\w-]+):/gm))
        assert.ok(documented.includes(name), `${file}: ${name}`);
  });

  it('names every part that a template has, and no other', () => {
    const documented = found(rowsOf('| part '), /^\| `([\w-]+)`/gm);
    // A part is written in a template, handed to disclosure() by name, or to heading() as its last word.
    const written = found(source, /(?:\bpart="|\bpart: '|\bpart \?\? '|undefined, ')([\w-]+)["']/g);
    assert.deepEqual(documented, written);
  });

  it('has comments at the classes that name parts of the table only, and all of them somewhere', () => {
    const documented = found(rowsOf('| part '), /^\| `([\w-]+)`/gm);
    assert.deepEqual(found(source, /@csspart ([\w-]+) - /g), documented);
  });
});
