import { html, nothing, type TemplateResult } from 'lit';
import { resolveNotice } from '../../content/resolve.js';
import { formatDate } from '../../words/format.js';
import { say } from '../../words/words.js';
import { dayOfIsoDate } from '../../journey/days.js';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';
import { cites } from './sources.js';

/**
 * What the page is for, what the regulator says, and where the text comes from: who wrote it, when, for whom, and who
 * checked it. Never collapsed.
 * @param own - What the clinic must say by law.
 */
export function notice(element: BaseElement, own: TemplateResult): TemplateResult {
  const { content, situation, level, words, language, unconfirmed } = element;
  const resolved = resolveNotice(content, situation);
  const { author, written, checked, review, disclosure, unreviewed } = content;
  const dated = (text: string, isoDate: string | undefined, values?: object): string | undefined => {
    const day = dayOfIsoDate(isoDate);
    return day === undefined ? day : say(text, { ...values, date: formatDate(language, day) });
  };
  return html`<section class="notice" part="notice">
    ${heading(level + 1, words.noticeTitle)} ${own}
    <p>${resolved.education} ${unconfirmed ? words.confirmMeaning : nothing}</p>
    <p>${resolved.status}</p>
    <p>${resolved.result}</p>
    <p class="small">
      ${dated(words.writtenBy, written, { author })} ${disclosure} ${dated(words.checkedOn, checked)}
      ${dated(words.reviewedBy, review?.date, review) ?? unreviewed}
    </p>
    ${cites(element, resolved)}
  </section>`;
}
