import { html, nothing, type TemplateResult } from 'lit';
import type { SettingName } from '../state.js';
import type { Store } from '../store.js';
import { fieldId, type Unfinished } from '../unfinished.js';
import { typed } from './typed.js';

/** What every part of the builder is given to show. */
export interface View {
  readonly store: Store;
  readonly unfinished: readonly Unfinished[];
}

const problemOf = (view: View, name: SettingName): string | undefined =>
  view.unfinished.find(({ field }) => field === fieldId(name))?.message;

interface TextOptions {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'date' | 'textarea';
  readonly placeholder?: string;
  readonly autocomplete?: string;
}

/** A field for a text. What is missing or wrong in it stands right below. */
export function textSetting(
  view: View,
  name: SettingName,
  { label, hint, type = 'text', placeholder = '' }: TextOptions,
): TemplateResult {
  const id = fieldId(name);
  const problem = problemOf(view, name);
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const onInput = (event: Event): void => view.store.set(name, (event.target as HTMLInputElement).value);
  const value = view.store.state.settings[name];
  return html`<div class="field" ?data-unfinished=${problem !== undefined}>
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${
      type === 'textarea'
        ? html`<textarea
          id=${id}
          rows="2"
          aria-describedby=${describedBy || nothing}
          aria-invalid=${problem && value ? 'true' : nothing}
          ${typed(value)}
          @input=${onInput}
        ></textarea>`
        : html`<input
          id=${id}
          type=${type}
          placeholder=${placeholder || nothing}
          autocomplete="off"
          aria-describedby=${describedBy || nothing}
          aria-invalid=${problem && value ? 'true' : nothing}
          ${typed(value)}
          @input=${onInput}
        />`
    }
    ${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
  </div>`;
}

/** A choice of a few. */
export function choiceSetting(
  view: View,
  name: SettingName,
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  hint?: string,
): TemplateResult {
  const id = fieldId(name);
  const current = view.store.state.settings[name];
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select
      id=${id}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${current}
      @change=${(event: Event) => view.store.set(name, (event.target as HTMLSelectElement).value)}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
    </select>
  </div>`;
}

/** Something that is so or not. */
export function switchSetting(view: View, name: SettingName, label: string): TemplateResult {
  return html`<label class="switch"
    ><input
      type="checkbox"
      id=${fieldId(name)}
      .checked=${view.store.state.settings[name] === 'yes'}
      @change=${(event: Event) =>
        view.store.set(name, (event.target as HTMLInputElement).checked ? 'yes' : '')}
    />${label}</label
  >`;
}
