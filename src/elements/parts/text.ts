import { html, type TemplateResult } from 'lit';
import { safeAddress } from '../../content/address.js';
import type { Body, Line, Link } from '../../content/guide.js';

/** A line of the guide, its links included. */
export function line(content: Line | Link): unknown {
  if (typeof content === 'string') return content;
  // A piece with a telephone number in it has become a line of its own.
  return Array.isArray(content)
    ? content.map(line)
    : html`<a href=${safeAddress(content.href) ?? '#'}>${content.text}</a>`;
}

/** Lines as a list. */
export function list(lines: readonly Line[]): TemplateResult {
  // Safari takes the role from a list whose bullets are styled away, unless it is written down.
  return html`<ul role="list">
    ${lines.map((item) => html`<li>${line(item)}</li>`)}
  </ul>`;
}

/** Paragraphs and lists. */
export function body(content: Body): unknown {
  return [content].flat().map((block) => {
    if (typeof block === 'string') return html`<p>${block}</p>`;
    return 'list' in block ? list(block.list) : html`<p>${line(block.paragraph)}</p>`;
  });
}
