import { html, type TemplateResult } from 'lit';
import { resolveNotice } from '../../content/resolve.js';
import { formatDate } from '../../words/format.js';
import { say } from '../../words/words.js';
import { dayOfIsoDate } from '../../journey/days.js';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';

/**
 * What the page is for, what the regulator says, and when the text was written. Never collapsed.
 * @param own - What the clinic must say by law.
 */
export function notice(
  { content, situation, level, words, language }: BaseElement,
  own: TemplateResult,
): TemplateResult {
  const { education, status, result } = resolveNotice(content, situation);
  const date = (isoDate: string): string => formatDate(language, dayOfIsoDate(isoDate)!);
  const { review, written } = content;
  return html`<section class="notice" part="notice">
    ${heading(level + 1, words.noticeTitle)} ${own}
    <p>${education}</p>
    <p>${status}</p>
    <p>${result}</p>
    <p class="small">
      ${say(words.writtenOn, { date: date(written) })}
      ${review && say(words.reviewedBy, { ...review, date: date(review.date) })}
    </p>
  </section>`;
}
