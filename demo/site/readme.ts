import { Marked, type Token, type Tokens } from 'marked';

/** The README as pieces of pages: what it says is said there, and the pages of the site show it. */

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** The name of a heading in links, as code hosts make it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

export interface SectionOptions {
  /** The level that the headings inside begin with; that of the section itself is not shown. */
  readonly level: number;
  /** Leaves its tables out, where the page has those of the manifest. */
  readonly withoutTables: boolean;
  /** What stands for a link of the README on a page of the site. */
  readonly link: (href: string) => string;
}

export class Readme {
  readonly #tokens: readonly Token[];

  constructor(text: string) {
    this.#tokens = new Marked().lexer(text);
  }

  /** The headings that a section shows, its own name first. */
  headingsOf(name: string): string[] {
    return this.#section(name)
      .filter(isHeading)
      .map(({ text }) => text);
  }

  /**
   * What stands under a heading, down to the next of its kind, as HTML.
   * @throws if there is no such heading: a page would be without its words.
   */
  section(name: string, { level, withoutTables, link }: SectionOptions): string {
    const [heading, ...inside] = this.#section(name);
    const shift = level - ((heading as Tokens.Heading).depth + 1);
    const reader = new Marked({
      renderer: {
        heading({ tokens, depth, text }) {
          const tag = `h${Math.min(6, depth + shift)}`;
          return `<${tag} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</${tag}>\n`;
        },
        table(token) {
          if (withoutTables) return '';
          const inline = ({ tokens }: Tokens.TableCell): string => this.parser.parseInline(tokens);
          return tableHtml(
            token.header.map(inline),
            token.rows.map((row) => row.map(inline)),
          );
        },
        code({ text, lang }) {
          return `<pre><code class="${lang ?? ''}">${escapeHtml(text)}</code></pre>\n`;
        },
        link({ href, tokens }) {
          return `<a href="${link(href)}">${this.parser.parseInline(tokens)}</a>`;
        },
      },
    });
    return reader.parser(inside);
  }

  #section(name: string): Token[] {
    const start = this.#tokens.findIndex((token) => isHeading(token) && token.text === name);
    if (start < 0) throw new Error(`README.md has no heading "${name}", and a page of the site shows it`);
    const { depth } = this.#tokens[start] as Tokens.Heading;
    const length = this.#tokens
      .slice(start + 1)
      .findIndex((token) => isHeading(token) && token.depth <= depth);
    return this.#tokens.slice(start, length < 0 ? undefined : start + 1 + length);
  }
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A table. Where the first column has no name of its own, its cells are the names of the rows. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = head.map((name) => (name ? `<th scope="col">${name}</th>` : '<td></td>'));
  const cell = (text: string, index: number): string =>
    index || head[0] ? `<td>${text}</td>` : `<th scope="row">${text}</th>`;
  const lines = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
  return `<table><thead><tr>${names.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>\n`;
}
