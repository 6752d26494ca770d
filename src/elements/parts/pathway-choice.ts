import { html, nothing, type TemplateResult } from 'lit';
import type { BaseElement } from '../base-element.js';
import { cites } from './sources.js';

/** The choice of where the cells come from; nothing where the page has chosen or there is only one. */
export function pathwayChoice(element: BaseElement): TemplateResult | typeof nothing {
  const { pathways } = element.content;
  if (element.setting('pathway') || pathways.length < 2) return nothing;
  // The sentence below a name is no part of it, or it is heard before the state, and once more as the description.
  return html`<fieldset class="choice" part="toolbar">
    <legend>${element.words.pathwayQuestion}</legend>
    <div class="options">
      ${pathways.map(
        ({ id, name, text }) =>
          html`<label class="option">
            <input
              type="radio"
              name="pathway"
              .checked=${id === element.situation.pathway}
              aria-labelledby=${'name-' + id}
              aria-describedby=${'pathway-' + id}
              @change=${() => element.choosePathway(id)}
            />
            <span><b id=${'name-' + id}>${name}</b><small id=${'pathway-' + id}>${text}</small></span>
          </label>`,
      )}
    </div>
    ${cites(element, pathways)}
  </fieldset>`;
}
