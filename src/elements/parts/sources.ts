import { html, nothing, type TemplateResult } from 'lit';
import { citedIn } from '../../content/resolve.js';
import { say } from '../../words/words.js';
import type { BaseElement } from '../base-element.js';
import { disclosure } from './disclosure.js';
import { line } from './text.js';

/**
 * The sources of what is shown, closed until a visitor asks for them.
 * @param resolved - What is shown, with what it cites.
 */
export function sources(
  { content, level, words, disclosures, sourceList }: BaseElement,
  resolved: unknown,
): TemplateResult | typeof nothing {
  const cited = citedIn(resolved);
  if (!cited.size) return nothing;
  const { part, failed } = sourceList;
  const shown = [...(content.sources ?? []), ...(part?.default ?? [])].filter(({ id }) => cited.delete(id));
  const open = disclosures.has('sources');
  return disclosure({
    id: 'sources',
    level: level + 1,
    label: words.sourcesTitle,
    open,
    onToggle: () => {
      disclosures.set('sources', !open);
      void sourceList.request();
    },
    content: html`${failed ? html`<p role="alert">${words.sourcesFailed}</p>` : nothing}
      <ol>
        ${shown.map(
          ({ title, publisher, year, url }) =>
            html`<li>
              ${line([{ text: title, href: url }])}<br />
              <small>${year ? say(words.sourceYear, { publisher, year }) : publisher}</small>
            </li>`,
        )}
      </ol>`,
  });
}
