import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../site/copy.js';
import { importHtml, importKinds, type ImportKind } from '../import-html.js';
import { add } from '../own-guide.js';
import type { OwnGuide } from '../state.js';
import { base } from '../store.js';
import type { View } from './setting.js';

/** A page's own HTML, or a guide as a file, brought in. */

const names: Readonly<Record<ImportKind, string>> = {
  questions: 'Questions',
  stages: 'Stages',
  phases: 'Checklist',
};

const without = (guide: OwnGuide, key: string): OwnGuide =>
  Object.fromEntries(Object.entries(guide).filter(([name]) => name !== key));

/** What was said about the last import. */
let told: readonly string[] = [];

function onImport(view: View, form: HTMLFormElement): void {
  const data = new FormData(form);
  const kind = data.get('kind') as ImportKind;
  const { shown } = view.store.derived;
  const taken = [...shown[kind], ...base[kind]].map(({ id }) => id);
  const tasks = [...shown.phases, ...base.phases].flatMap((phase) => phase.tasks.map(({ id }) => id));
  const { items, notes } = importHtml(data.get('html') as string, kind, [...taken, ...tasks]);
  let guide: OwnGuide = view.store.state.guide;
  for (const item of items) guide = add(guide, [kind], item);
  if (items.length && data.get('replace')) {
    const before = (guide['replace'] as string[] | undefined) ?? [];
    guide = { ...guide, replace: [...new Set([...before, kind])] };
  }
  const count = `${items.length} ${items.length === 1 ? 'item' : 'items'} brought in to “${names[kind]}”.`;
  told = [...(items.length ? [count] : []), ...notes];
  announce(told.join(' '));
  if (items.length) form.reset();
  view.store.setGuide(guide);
}

async function onFile(view: View, field: HTMLInputElement): Promise<void> {
  const [file] = field.files ?? [];
  if (!file) return;
  try {
    const guide: unknown = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
    if (!guide || typeof guide !== 'object' || Array.isArray(guide)) throw new Error('it is no object');
    told = [`${file.name} was read. What is wrong in it, if anything, stands at the top of the page.`];
    announce(told[0]!);
    view.store.setGuide(without(guide as OwnGuide, '$schema'));
  } catch (error) {
    told = [`${file.name} is not a guide as JSON: ${(error as Error).message}`];
    announce(told[0]!);
    view.store.setGuide(view.store.state.guide);
  }
  field.value = '';
}

export function importView(view: View): TemplateResult {
  const replaced = (view.store.state.guide['replace'] as string[] | undefined) ?? [];
  return html`<details class="chapter" id="import">
    <summary>Bring in what you have</summary>
    <div class="inside">
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          onImport(view, event.target as HTMLFormElement);
        }}
      >
        <div class="field">
          <label for="import-html">HTML of your page</label>
          <p class="hint" id="import-hint">
            Questions as <code>&lt;details&gt;</code>, a list of terms, or headings with text under them. Nothing in it is
            run.
          </p>
          <textarea id="import-html" name="html" rows="6" required aria-describedby="import-hint" spellcheck="false"></textarea>
        </div>
        <div class="field short">
          <label for="import-kind">It holds</label>
          <select id="import-kind" name="kind">
            ${importKinds.map((kind) => html`<option value=${kind}>${names[kind]}</option>`)}
          </select>
        </div>
        <label class="switch"
          ><input type="checkbox" name="replace" />It takes the place of the default ones; what visitors must be told
          stays</label
        >
        <p><button type="submit">Bring it in</button></p>
      </form>
      ${
        replaced.length
          ? html`<p>
            Default items are left out of: ${replaced.map((name) => names[name as ImportKind] ?? name).join(', ')}.
            <button
              type="button"
              class="small"
              @click=${() => {
                view.store.setGuide(without(view.store.state.guide, 'replace'));
              }}
            >
              Show them again
            </button>
          </p>`
          : nothing
      }
      ${told.map((line) => html`<p class="hint">${line}</p>`)}
      <div class="field">
        <label for="import-file">A guide as a JSON file</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          @change=${(event: Event) => void onFile(view, event.target as HTMLInputElement)}
        />
      </div>
    </div>
  </details>`;
}
