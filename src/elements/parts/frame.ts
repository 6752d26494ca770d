import { html, nothing, type TemplateResult } from 'lit';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';
import { notice } from './notice.js';
import { pathwayChoice } from './pathway-choice.js';
import { sources } from './sources.js';

/**
 * What stands around the content of every element. Inside a `<stemcell-guide>` the choice of pathway, the notice and
 * the sources are the guide's, and said once.
 */
export function frame(element: BaseElement, title: string, content: unknown): TemplateResult {
  const alone = element.outermost === element;
  const { ownWords, words } = element;
  // A language on its way has its place kept, and nothing of ours is read until it is there.
  const waits = element.spoken?.waits ? 'true' : nothing;
  if (element.busy)
    return html`<div class="root"><slot>${waits === nothing ? words.loading : nothing}</slot></div>`;
  const notices = html`<slot name="notice">${alone ? element.setting('notice') : element.notice}</slot>`;
  return html`<div
    class="root"
    lang=${element.content.lang}
    dir=${element.direction ?? nothing}
    aria-busy=${waits}
  >
    ${heading(element.level, title, undefined, 'title')}
    ${alone ? [notice(element, notices), pathwayChoice(element)] : notices}
    <slot hidden=${ownWords.rest ? nothing : ''} @slotchange=${() => element.requestUpdate()}></slot>
    <div class="content">${content}</div>
    ${alone ? sources(element) : nothing} ${element.announcer.render()}
  </div>`;
}
