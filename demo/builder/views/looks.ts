import { html, nothing, type TemplateResult } from 'lit';
import type { Contrast } from '../preview.js';
import type { SettingName } from '../state.js';
import { textSetting, type View } from './setting.js';

/** Themes and colours, with the contrast that the browser makes of them. */

const themes = [
  ['', 'The page’s own'],
  ['calm', 'Calm'],
  ['clinic', 'Clinic'],
  ['contrast', 'Contrast'],
  ['paper', 'Paper'],
] as const;

function colourSetting(view: View, name: SettingName, label: string): TemplateResult {
  const value = view.store.state.settings[name];
  return html`<div class="colour">
    ${textSetting(view, name, { label, placeholder: 'none' })}
    <input
      type="color"
      aria-label="Pick: ${label}"
      .value=${/^#[\da-f]{6}$/i.test(value) ? value : '#808080'}
      @input=${(event: Event) => view.store.set(name, (event.target as HTMLInputElement).value)}
    />
  </div>`;
}

export function looksView(view: View, contrasts: readonly Contrast[]): TemplateResult {
  const { theme } = view.store.state.settings;
  return html`<section id="looks" aria-labelledby="looks-title">
    <h2 id="looks-title">3. Looks</h2>
    <fieldset class="cards swatches">
      <legend>Start from</legend>
      ${themes.map(
        ([value, name]) =>
          html`<label data-theme=${value || nothing}
            ><input
              type="radio"
              name="theme"
              value=${value}
              .checked=${value === theme}
              @change=${() => view.store.set('theme', value)}
            /><strong>${name}</strong><i aria-hidden="true"></i
          ></label>`,
      )}
    </fieldset>
    <div class="pairs">
      ${colourSetting(view, 'accent', 'Main colour')} ${colourSetting(view, 'surface', 'Ground')}
      ${colourSetting(view, 'text', 'Text colour')}
      ${textSetting(view, 'radius', { label: 'Corners', placeholder: '0.5em' })}
      ${textSetting(view, 'space', { label: 'Space between things', placeholder: '1em' })}
    </div>
    <p class="hint">
      Whatever you pick, the browser makes it readable. Measured in the preview as it is now:
    </p>
    <ul class="contrasts" id="contrasts">
      ${contrasts.map(
        ({ name, ratio, wanted }) =>
          html`<li>
            <strong>${ratio.toFixed(1)} : 1</strong> ${name}
            <span>${ratio >= wanted - 0.05 ? `✓ ${wanted} : 1 is asked for` : `✗ less than ${wanted} : 1`}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
