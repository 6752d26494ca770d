import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentationPages } from './documentation.js';
import type { Facts } from './facts.js';
import { escapeHtml, Readme, slugOf } from './readme.js';
import { tablesOf, type Manifest } from './tables.js';

/**
 * The pages of the site, put together from `demo/`. A page that begins with a doctype is whole and stays as it is: it is
 * an example. Any other has a title, a description and a `<main>`, and gets the head, the way around and the foot that all share.
 *
 * In a page, and in the layout:
 * - `{{version}}` and its like are facts measured at the build;
 * - `<!-- readme: Privacy -->` is that section of the README, `<!-- readme without tables: … -->` the same but for tables;
 * - `<!-- tables: stemcell-faq -->` are the tables of an element, from the manifest;
 * - `<!-- example: ways/json.html -->` is an example, its markup first.
 */

export interface Page {
  /** Where it lies in the site, such as `docs/theming.html`. */
  readonly file: string;
  readonly html: string;
}

const readmeDirective = /<!-- readme( without tables)?: (.+?) -->/g;

const read = (file: string): string => readFileSync(file, 'utf8');

const isWhole = (source: string): boolean => /^<!doctype/i.test(source);

/** The addresses in a page are relative to it, so that the site works from any folder. */
const wayToRoot = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

function relative(from: string, to: string): string {
  const [file = '', fragment] = to.split('#');
  const way = path.posix.relative(path.posix.dirname(from), file);
  const address = file === from ? '' : way.startsWith('.') ? way : `./${way}`;
  return address + (fragment ? `#${fragment}` : '');
}

/** The first thing in a text that a pattern asks for. */
function find(pattern: RegExp, text: string, what: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${what} found`);
  return found;
}

const outdent = (text: string): string => {
  const indents = text.match(/^ *(?=\S)/gm) ?? [''];
  const least = Math.min(...indents.map(({ length }) => length));
  return text.replace(new RegExp(`^ {${least}}`, 'gm'), '').trim();
};

export class Site {
  readonly #facts: Facts;
  readonly #manifest: Manifest | undefined;
  readonly #readme: Readme;
  readonly #layout: string;
  readonly #looks: string;
  readonly #sources: ReadonlyMap<string, string>;
  /** On which page a section of the README stands, by the name that links have for it. */
  readonly #anchors = new Map<string, string>();

  /** @param folder - The folder of the sources of the pages. */
  constructor(folder: string, readme: string, facts: Facts, manifest: Manifest | undefined) {
    this.#facts = facts;
    this.#manifest = manifest;
    this.#readme = new Readme(readme);
    this.#layout = read(`${folder}/site/layout.html`);
    this.#looks = read(`${folder}/site/site.css`);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file.endsWith('.html') && !file.startsWith('site/'));
    this.#sources = new Map(files.map((file) => [file, read(`${folder}/${file}`)]));
    for (const [file, source] of this.#sources)
      for (const [, , name = ''] of source.matchAll(readmeDirective))
        this.#readme
          .headingsOf(name)
          .forEach((heading, index) =>
            this.#anchors.set(slugOf(heading), index ? `${file}#${slugOf(heading)}` : file),
          );
    // Two headings of the README are called so: the name of the package, and the element.
    const guide = this.#anchors.get('stemcell-guide');
    if (guide) this.#anchors.set('stemcell-guide-1', guide);
  }

  pages(): Page[] {
    return [...this.#sources]
      .filter(([, source]) => !isWhole(source))
      .map(([file, source]) => {
        try {
          return { file, html: this.#page(file, source) };
        } catch (error) {
          throw new Error(`demo/${file}: ${(error as Error).message}`);
        }
      });
  }

  #page(file: string, source: string): string {
    const title = find(/<title>(.*?)<\/title>/s, source, '<title>');
    const description = find(/<meta\s+name="description"\s+content="(.*?)"\s*\/>/s, source, 'description');
    const main = find(/<main[^>]*>(.*)<\/main>/s, source, '<main>');
    const head = source
      .slice(0, source.indexOf('<main'))
      .replace(/<title>.*?<\/title>|<meta\s+name="description".*?\/>/gs, '')
      .trim();
    const isDocumentation = file.startsWith('docs/');
    const content = isDocumentation ? this.#documentation(file, main) : main;
    const values: Record<string, string> = {
      title,
      description,
      head,
      content,
      root: wayToRoot(file),
      styles: this.#styles(file),
      kind: isDocumentation ? 'docs' : file.replace('.html', ''),
    };
    const section = isDocumentation ? 'docs/index.html' : file;
    return this.#fill(this.#layout, values)
      .replace(readmeDirective, (_all, without: string | undefined, name: string) =>
        this.#readme.section(name, {
          level: 2,
          withoutTables: without !== undefined,
          link: (href) => this.#link(file, href),
        }),
      )
      .replace(/<!-- tables: (\S+) -->/g, (_all, tag: string) => tablesOf(this.#manifest, tag))
      .replace(/<!-- example: (\S+) -->/g, (_all, example: string) => this.#example(file, example))
      .replace(
        `href="${wayToRoot(file)}${section}"`,
        `href="${wayToRoot(file)}${section}" aria-current="${section === file ? 'page' : 'true'}"`,
      );
  }

  /** The home page has its looks inside: whoever comes for the first time waits for one file less. */
  #styles(file: string): string {
    return file === 'index.html'
      ? `<style>\n${this.#looks}</style>`
      : `<link rel="stylesheet" href="${wayToRoot(file)}site.css" />`;
  }

  #fill(text: string, values: Readonly<Record<string, string>>): string {
    // Twice: what is put in may itself name facts.
    const put = (all: string): string =>
      all.replace(/\{\{(\w+)\}\}/g, (token, name: string) => {
        const value = values[name] ?? this.#facts[name as keyof Facts];
        if (value === undefined) throw new Error(`${token} is no fact of the build`);
        return String(value);
      });
    return put(put(text));
  }

  #documentation(file: string, main: string): string {
    const items = documentationPages.map(({ page, name }) => {
      const current = file === `docs/${page}` ? ' aria-current="page"' : '';
      return `<li><a href="./${page}"${current}>${name}</a></li>`;
    });
    return `<div class="documentation"><nav class="chapters" aria-label="Documentation"><details><summary>All pages</summary><ul>${items.join('')}</ul></details></nav><article>${main}</article></div>`;
  }

  #link(from: string, href: string): string {
    if (/^(https?:|mailto:|tel:)/.test(href)) return href;
    if (href.startsWith('demo/')) return relative(from, href.replace(/^demo\/(ways$)?/, ''));
    const target = this.#anchors.get(href.slice(1));
    if (!href.startsWith('#') || !target)
      throw new Error(`README.md links to "${href}", which no page of the site shows`);
    return relative(from, target);
  }

  /** An example with its markup: the very page that the tests open. */
  #example(from: string, example: string): string {
    const source = this.#sources.get(example) ?? '';
    const title = find(/<title>(.*?) – /s, source, `title of ${example}`);
    const card = /<div class="card">\n(.*?)\n {6}<\/div>|( *<stemcell-.*<\/stemcell-\w+>)/s.exec(source);
    const markup = outdent(card?.[1] ?? card?.[2] ?? '');
    const address = relative(from, example);
    return `<figure class="example">
<figcaption>${title} · <a href="${address}">open this page</a></figcaption>
<pre><code class="html">${escapeHtml(markup)}</code></pre>
<iframe src="${address}" title="Live: ${title}" loading="lazy"></iframe>
</figure>`;
  }
}
