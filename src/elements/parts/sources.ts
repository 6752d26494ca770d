import { html, nothing, type TemplateResult } from 'lit';
import { citedIn } from '../../content/resolve.js';
import { formatNumber } from '../../words/format.js';
import { say } from '../../words/words.js';
import type { BaseElement } from '../base-element.js';
import { disclosure } from './disclosure.js';

/** One line below a block: the numbers of the sources that it rests on, and the way to them. */
export function cites(element: BaseElement, content: unknown): TemplateResult | typeof nothing {
  const { outermost, words, language } = element;
  const ids = citedIn(content);
  const numbers = [...ids]
    .map((id) => outermost.cited.indexOf(id) + 1)
    .filter(Boolean)
    .sort((a, b) => a - b);
  if (!numbers.length) return nothing;
  return html`<button
    type="button"
    class="cites"
    @click=${(event: Event) => showSources(outermost, numbers, event.target as HTMLElement)}
  >
    ${say(words.sourceNumbers, { numbers: numbers.map((number) => formatNumber(language, number)).join(words.comma + ' ') })}
  </button>&emsp;`;
}

/** Opens the list and brings the focus to the first of these entries; without a list, to the button that asks again. */
async function showSources(
  element: BaseElement,
  numbers: readonly number[],
  from: HTMLElement,
): Promise<void> {
  element.disclosures.set('sources', true);
  const part = await element.sourceList.request();
  if (part) await part.follow(element, numbers, from);
  else element.renderRoot.querySelector<HTMLElement>('#sources')?.focus();
}

/** The numbered sources of the element, closed until a visitor asks for them. */
export function sources(element: BaseElement): TemplateResult | typeof nothing {
  const { cited, words, disclosures, sourceList } = element;
  if (!cited.length) return nothing;
  return disclosure(element, {
    id: 'sources',
    label: words.sourcesTitle,
    onToggle: () => {
      disclosures.toggle('sources');
      void sourceList.request();
    },
    content: sourceList.part?.sourceList(element) ?? html`<p>${words.sourcesAbsent}</p>`,
  });
}
