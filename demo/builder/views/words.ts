import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../site/copy.js';
import { chaptersOf, type Chapter, type Entry, type Field } from '../fields.js';
import { measure } from '../measure.js';
import { add, isRequired, move, newId, remove, reset, setValue, valueAt, type Path } from '../own-guide.js';
import type { Widget } from '../state.js';
import { base } from '../store.js';
import { newAnswer } from '../unfinished.js';
import { kinds } from '../written.js';
import type { View } from './setting.js';
import { typed } from './typed.js';

/** Every text of the guide, to be changed in its place, with how it reads and what it claims beside it. */

const units = ['minute', 'hour', 'day', 'week', 'month'];

/** What has been opened: only that is rendered, and a guide has hundreds of texts. */
const opened = new Set<string>();

const idOf = (path: Path): string => `item-${path.join('-')}`;

const isChanged = (view: View, path: Path): boolean => valueAt(view.store.state.guide, path) !== undefined;

function change(view: View, path: Path, value: unknown): void {
  view.store.setGuide(setValue(view.store.state.guide, base, path, value));
}

function fieldView(view: View, { path, label, kind }: Field): TemplateResult {
  const { shown } = view.store.derived;
  const value = valueAt(shown, path);
  const id = `text-${path.join('-')}`;
  const changed = isChanged(view, path);
  const back =
    changed && valueAt(base, path) !== undefined
      ? html`<button type="button" class="small" aria-label="Back to the default: ${label}" @click=${() => view.store.setGuide(reset(view.store.state.guide, path))}>
        Default
      </button>`
      : nothing;
  if (kind === 'confirm')
    return html`<label class="switch"
      ><input
        type="checkbox"
        id=${id}
        .checked=${value === false}
        @change=${(event: Event) => change(view, path, !(event.target as HTMLInputElement).checked)}
      />${label}: the mark “Ask your clinic” goes</label
    >`;
  if (kind === 'category' || kind === 'unit') {
    const options: [string, string][] =
      kind === 'unit'
        ? units.map((unit) => [unit, `${unit}s`])
        : [['', 'none'], ...shown.categories.map((each): [string, string] => [each.id, each.name])];
    return html`<div class="field short">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => change(view, path, (event.target as HTMLSelectElement).value || undefined)}>
        ${options.map(([option, name]) => html`<option value=${option} ?selected=${option === (value ?? '')}>${name}</option>`)}
      </select>
    </div>`;
  }
  if (kind === 'number')
    return html`<div class="field short">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="number"
        ${typed(String((value as number | undefined) ?? ''))}
        @change=${(event: Event) => {
          const { value: text, valueAsNumber } = event.target as HTMLInputElement;
          if (text) change(view, path, valueAsNumber);
        }}
      />
    </div>`;
  const { write, read } = kinds[kind];
  const text = write(value);
  const { reading, warnings } = measure(text);
  const rows = Math.min(12, 1 + text.split('\n').length + Math.floor(text.length / 70));
  return html`<div class="field text" ?data-changed=${changed} ?data-warned=${warnings.length > 0}>
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      rows=${rows}
      aria-describedby="${id}-measure"
      ${typed(text)}
      @input=${(event: Event) => {
        const typedText = (event.target as HTMLTextAreaElement).value;
        const given = read(typedText);
        // An empty text is none: the default stands.
        change(view, path, typedText.trim() ? given : valueAt(base, path));
      }}
    ></textarea>
    <div class="measure">
      <div id="${id}-measure">
        <p>${reading}${changed ? ' · yours' : ''}</p>
        ${warnings.map((warning) => html`<p class="warned">${warning}</p>`)}
      </div>
      ${back}
    </div>
  </div>`;
}

function focusOn(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = document.getElementById(id);
      element?.focus();
      element?.scrollIntoView({ block: 'nearest' });
    }),
  );
}

function onMove(view: View, list: Path, ids: readonly string[], id: string, by: number): void {
  const place = ids.indexOf(id) + by;
  view.store.setGuide(move(view.store.state.guide, base, list, ids, id, by));
  announce(`Moved to place ${place + 1} of ${ids.length}.`);
  focusOn(`${idOf([...list, id])}-${by < 0 ? 'up' : 'down'}`);
}

function onRemove(view: View, path: Path, title: string): void {
  view.store.setGuide(remove(view.store.state.guide, base, path));
  announce(`“${title}” is left out.`);
  focusOn(`${idOf(path.slice(0, -1))}-add`);
}

function entryView(view: View, entry: Entry, list: Path | undefined, ids: readonly string[]): TemplateResult {
  const { path, title, fields, entries = [] } = entry;
  const id = idOf(path);
  const isOpen = opened.has(id);
  const own = path.at(-1)!;
  const place = ids.indexOf(own);
  return html`<details
    id=${id}
    class="entry"
    .open=${isOpen}
    ?data-changed=${isChanged(view, path)}
    @toggle=${(event: Event) => {
      const { open } = event.target as HTMLDetailsElement;
      if (open === opened.has(id) || event.target !== event.currentTarget) return;
      if (open) opened.add(id);
      else opened.delete(id);
      view.store.setGuide(view.store.state.guide);
    }}
  >
    <summary>${title}${isChanged(view, path) ? html` <em>yours</em>` : nothing}</summary>
    ${
      isOpen
        ? html`<div class="inside">
          ${fields.map((field) => fieldView(view, field))}
          ${entries.length || path[0] === 'phases' ? listView(view, entries, listPathOf(path)) : nothing}
          ${
            list
              ? html`<div class="tools">
                <button id="${id}-up" type="button" class="small" ?disabled=${place <= 0} @click=${() => onMove(view, list, ids, own, -1)}>
                  Up<span class="unseen">: ${title}</span>
                </button>
                <button
                  id="${id}-down"
                  type="button"
                  class="small"
                  ?disabled=${place >= ids.length - 1}
                  @click=${() => onMove(view, list, ids, own, 1)}
                >
                  Down<span class="unseen">: ${title}</span>
                </button>
                ${
                  isRequired(path) || (list[0] === 'warnings' && isRequired(path))
                    ? html`<span class="hint">Visitors must be told this, so it stays.</span>`
                    : html`<button type="button" class="small" @click=${() => onRemove(view, path, title)}>
                      Leave out<span class="unseen">: ${title}</span>
                    </button>`
                }
              </div>`
              : nothing
          }
        </div>`
        : nothing
    }
  </details>`;
}

/** The list inside an item, if it has one. */
function listPathOf(path: Path): Path | undefined {
  if (path[0] === 'phases') return [...path, 'tasks'];
  return path[0] === 'warnings' ? [...path, 'signs'] : undefined;
}

const noun = (list: Path): string =>
  ({ tasks: 'task', signs: 'sign', stages: 'stage', questions: 'question', phases: 'stretch of days' })[
    list.at(-1)!
  ] ?? 'item';

/** A new item as it is until somebody has written it. */
function blank(list: Path, id: string, phase: unknown): Record<string, unknown> & { id: string } {
  const { from = 0, to = 0 } = (phase ?? {}) as { from?: number; to?: number };
  switch (list.at(-1)) {
    case 'questions':
      return { id, question: 'A new question', answer: newAnswer };
    case 'stages':
      return { id, title: 'A new stage', summary: 'Say it in one sentence.' };
    case 'phases':
      return {
        id,
        title: 'New days',
        from: 0,
        to: 0,
        tasks: [{ id: `${id}-first`, from: 0, to: 0, text: 'A new task.' }],
      };
    case 'tasks':
      return { id, from, to, text: 'A new task.' };
    default:
      return { id, text: 'A new sign.' };
  }
}

function allIds(view: View, list: Path): string[] {
  const { shown } = view.store.derived;
  const lists =
    list.at(-1) === 'tasks'
      ? [...shown.phases, ...base.phases].flatMap(({ tasks }) => tasks)
      : [
          ...((valueAt(shown, list) as { id: string }[] | undefined) ?? []),
          ...((valueAt(base, list) as { id: string }[] | undefined) ?? []),
        ];
  return lists.map(({ id }) => id);
}

function onAdd(view: View, list: Path): void {
  const id = newId(`own ${noun(list)}`, allIds(view, list));
  const parent = valueAt(view.store.derived.shown, list.slice(0, -1));
  opened.add(idOf([...list, id]));
  view.store.setGuide(add(view.store.state.guide, list, blank(list, id, parent)));
  announce(`A ${noun(list)} was added at the end.`);
  const first = { questions: 'question', tasks: 'text', signs: 'text' }[list.at(-1)!] ?? 'title';
  focusOn(`text-${[...list, id, first].join('-')}`);
}

/** What is left out of a list, each with a way back. */
function leftOut(view: View, list: Path): TemplateResult | typeof nothing {
  const given =
    (valueAt(view.store.state.guide, list) as { id: string; hidden?: boolean }[] | undefined) ?? [];
  const hidden = given.filter((item) => item.hidden);
  if (!hidden.length) return nothing;
  return html`<p class="left-out">
    Left out:
    ${hidden.map(({ id }) => {
      const item = valueAt(base, [...list, id]) as Record<string, unknown> | undefined;
      const title = kinds.line.write(item?.['question'] ?? item?.['title'] ?? item?.['text'] ?? id);
      return html`<button
        type="button"
        class="small"
        @click=${() => view.store.setGuide(reset(view.store.state.guide, [...list, id]))}
      >
        Bring back “${title}”
      </button>`;
    })}
  </p>`;
}

function listView(view: View, entries: readonly Entry[], list: Path | undefined): TemplateResult {
  const ids = entries.map(({ path }) => path.at(-1)!);
  return html`${repeat(
    entries,
    ({ path }) => idOf(path),
    (entry) => entryView(view, entry, list, ids),
  )}
  ${
    list
      ? html`${leftOut(view, list)}
        <p>
          <button id="${idOf(list)}-add" type="button" @click=${() => onAdd(view, list)}>Add a ${noun(list)}</button>
        </p>`
      : nothing
  }`;
}

const changesIn = (view: View, { entries }: Chapter): number =>
  entries.filter(({ path }) => isChanged(view, path)).length;

export function wordsView(view: View, importer: TemplateResult): TemplateResult {
  const { state, derived } = view.store;
  const chapters = chaptersOf(derived.shown, state.settings.widget as Widget);
  return html`<section id="words" aria-labelledby="words-title" tabindex="-1">
    <h2 id="words-title">4. Words</h2>
    <p>
      Change what you do in another way. What you change is yours and no longer rests on our sources. Links are written
      as <code>[words](https://…)</code>, lists with <code>- </code> at the start of a line.
    </p>
    ${
      state.settings.language && !state.settings.language.startsWith('en')
        ? html`<p class="problem">
          The default texts below are English. What you change replaces the ${state.settings.language} text.
        </p>`
        : nothing
    }
    ${chapters.map((chapter) => {
      const id = `chapter-${chapter.id}`;
      const isOpen = opened.has(id);
      const changes = changesIn(view, chapter);
      return html`<details
        id=${id}
        class="chapter"
        .open=${isOpen}
        @toggle=${(event: Event) => {
          const { open } = event.target as HTMLDetailsElement;
          if (event.target !== event.currentTarget || open === opened.has(id)) return;
          if (open) opened.add(id);
          else opened.delete(id);
          view.store.setGuide(state.guide);
        }}
      >
        <summary>
          ${chapter.title} <span>${chapter.entries.length}${changes ? `, ${changes} yours` : ''}</span>
        </summary>
        ${isOpen ? html`<div class="inside">${listView(view, chapter.entries, chapter.list)}</div>` : nothing}
      </details>`;
    })}
    ${importer}
  </section>`;
}

/** Opens an item and what it stands in, and moves there. */
export function openItem(view: View, path: Path): void {
  opened.add(`chapter-${path[0]}`);
  for (let length = 2; length <= path.length; length += 2) opened.add(idOf(path.slice(0, length)));
  view.store.setGuide(view.store.state.guide);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const item = document.getElementById(idOf(path));
      item?.scrollIntoView({ block: 'start' });
      item?.querySelector('summary')?.focus({ preventScroll: true });
    }),
  );
}
