import { html, type TemplateResult } from 'lit';
import { resolveWarnings } from '../../content/resolve.js';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';
import { icon } from './icon.js';
import { cites } from './sources.js';
import { line } from './text.js';

/** The signs of danger by urgency, each with the number to call. Always open. */
export function warnings(element: BaseElement): TemplateResult {
  const { content, situation, level, words } = element;
  const { intro, levels } = resolveWarnings(content, situation);
  return html`<section class="warnings" part="warning">
    ${heading(level + 1, html`${icon('warning')}${words.warningsTitle}`)}
    <p>${intro}</p>
    ${levels.map(
      ({ id, title, signs }) =>
        html`<div class="urgency ${id}">
          ${heading(level + 2, line(title))}
          <ul role="list">
            ${signs.map(({ text, note }) => html`<li>${line(text)} ${note && html`<small>${note}</small>`}</li>`)}
          </ul>
          ${cites(element, signs)}
        </div>`,
    )}
  </section>`;
}
