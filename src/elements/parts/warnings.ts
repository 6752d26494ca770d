import { html, nothing, type TemplateResult } from 'lit';
import { fillText, resolveWarnings } from '../../content/resolve.js';
import { formatDate } from '../../words/format.js';
import { say } from '../../words/words.js';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';
import { icon } from './icon.js';
import { cites } from './sources.js';
import { line } from './text.js';

/**
 * The signs of danger by urgency, each with the number to call. Always open.
 * @param dayOfProcedure - With it, a sign that is watched for a while says until when.
 */
export function warnings(element: BaseElement, dayOfProcedure?: number): TemplateResult {
  const { content, situation, level, words, language } = element;
  const { clinicPhone, afterHoursPhone } = situation.clinic;
  const { intro, levels } = resolveWarnings(content, situation);
  // The guide's own titles hold the other numbers.
  const numbers: Partial<Record<string, string | undefined>> = {
    'same-day': afterHoursPhone && words.afterHours,
    call: clinicPhone && words.byDay,
  };
  return html`<section class="warnings" part="warning">
    ${heading(level + 1, html`${icon('warning')}${words.warningsTitle}`)}
    <p>${intro}</p>
    <div class="columns">
    ${levels.map(
      ({ id, title, signs }) =>
        html`<div class=${'urgency ' + id}>
          ${heading(level + 2, line(title))}
          ${numbers[id] && html`<p>${line(fillText(numbers[id], { clinicPhone, afterHoursPhone }))}</p>`}
          <ul role="list">
            ${signs.map(
              ({ text, note, to = 0 }) =>
                html`<li>
                  ${line(text)} ${note && html`<small>${note}</small>`}
                  ${
                    to > 0 && dayOfProcedure !== undefined
                      ? html`<small>${say(words.watchUntil, { date: formatDate(language, dayOfProcedure + to) })}</small>`
                      : nothing
                  }
                </li>`,
            )}
          </ul>
          ${cites(element, signs)}
        </div>`,
    )}
    </div>
  </section>`;
}
