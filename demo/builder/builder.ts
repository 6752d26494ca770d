import { html, nothing, render, type TemplateResult } from 'lit';
import { prepareStatus } from '../site/copy.js';
import type { Files } from './outputs.js';
import { Preview, type Contrast, type Light } from './preview.js';
import { Store } from './store.js';
import { unfinishedOf, type Unfinished } from './unfinished.js';
import { choicesView, clinicView } from './views/choices.js';
import { importView } from './views/import.js';
import { looksView } from './views/looks.js';
import { outputView } from './views/output.js';
import type { View } from './views/setting.js';
import { openItem, wordsView } from './views/words.js';

// The builder: a form on the left, the live widget beside it, and below both the text to paste.

const place = document.querySelector<HTMLElement>('#builder')!;
const version = place.dataset['version']!;

/** What the builder knows of the files, from those that lie beside it. */
async function loadFiles(): Promise<Omit<Files, 'shown'>> {
  const integrity = (await (await fetch('./integrity.json')).json()) as Files['integrity'];
  const names = ['calm', 'clinic', 'contrast', 'paper'];
  const themes = await Promise.all(
    names.map(async (name) => [name, await (await fetch(`./themes/${name}.css`)).text()] as const),
  );
  return { version, integrity, themes: Object.fromEntries(themes) };
}

type Width = 'phone' | 'desktop';

let files: Omit<Files, 'shown'> = { version, integrity: {}, themes: {} };
let contrasts: readonly Contrast[] = [];
let width: Width = 'phone';
let light: Light = 'light';
/** The question that was opened last in the preview. */
let openedQuestion: string | undefined;
let preview: Preview | undefined;
let scheduled = false;

const store = new Store(schedule);

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    show();
  });
}

function unfinishedView(unfinished: readonly Unfinished[]): TemplateResult {
  if (!unfinished.length)
    return html`<p class="finished" id="unfinished">Everything is filled in. <a href="#output">Copy the text to paste</a></p>`;
  return html`<div class="unfinished" id="unfinished">
    <p>${unfinished.length === 1 ? 'One thing is' : `${unfinished.length} things are`} not finished:</p>
    <ul>
      ${unfinished.map(
        ({ field, message }) =>
          html`<li><a href="#${field}" @click=${(event: Event) => goTo(event, field)}>${message}</a></li>`,
      )}
    </ul>
  </div>`;
}

/** Goes to a field, also to one that is inside something closed. The address is the state: no link may change it. */
function goTo(event: Event, field: string): void {
  event.preventDefault();
  const [, list, id] = /^item-(questions)-(.+)$/.exec(field) ?? [];
  if (list && id) return openItem({ store, unfinished: [] }, [list, id]);
  const element = document.getElementById(field);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

const jumps = [
  ['choose', 'Choose'],
  ['clinic', 'Clinic'],
  ['looks', 'Looks'],
  ['words', 'Words'],
  ['see', 'See'],
  ['output', 'Paste'],
] as const;

function jump(event: Event, id: string): void {
  event.preventDefault();
  const section = document.getElementById(id)!;
  section.scrollIntoView({ block: 'start' });
  const heading = section.querySelector<HTMLElement>('h2')!;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function toggle<Value extends string>(
  label: string,
  options: readonly (readonly [Value, string])[],
  current: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div role="group" aria-label=${label} class="toggle">
    ${options.map(
      ([value, name]) =>
        html`<button
          type="button"
          aria-pressed=${value === current ? 'true' : 'false'}
          @click=${() => {
            choose(value);
            schedule();
          }}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}

function previewView(view: View): TemplateResult {
  const question = store.derived.shown.questions.find(({ id }) => id === openedQuestion);
  return html`<section id="see" aria-labelledby="see-title" class="see">
    <h2 id="see-title">See it</h2>
    <div class="tools">
      ${toggle(
        'Width',
        [
          ['phone', 'Phone'],
          ['desktop', 'Desktop'],
        ],
        width,
        (value) => (width = value),
      )}
      ${toggle<Light>(
        'Light',
        [
          ['light', 'Light'],
          ['dark', 'Dark'],
          ['print', 'Print'],
        ],
        light,
        (value) => (light = value),
      )}
    </div>
    <div class="screen" data-width=${width}>
      <iframe id="preview" title="Preview of the widget"></iframe>
    </div>
    ${
      light === 'print'
        ? html`<p><button type="button" class="small" @click=${() => preview?.print()}>Print it</button></p>`
        : nothing
    }
    ${
      question
        ? html`<p>
          <button type="button" class="small" @click=${() => openItem(view, ['questions', question.id])}>
            Change the words of “${question.question}”
          </button>
        </p>`
        : nothing
    }
  </section>`;
}

function show(): void {
  const unfinished = unfinishedOf(store.state, store.derived.shown, store.derived.problems);
  const view: View = { store, unfinished };
  const languages = [
    'en',
    ...Object.keys(files.integrity).flatMap((name) => /^locales\/([a-z]{2,3})\.json$/.exec(name)?.[1] ?? []),
  ];
  render(
    html`<nav class="jumps" aria-label="Steps">
        <ul>
          ${jumps.map(
            ([id, name]) =>
              html`<li><a href="#${id}" @click=${(event: Event) => jump(event, id)}>${name}</a></li>`,
          )}
        </ul>
      </nav>
      ${unfinishedView(unfinished)}
      <div class="bench">
        <div class="form">
          ${choicesView(view, languages)} ${clinicView(view)} ${looksView(view, contrasts)}
          ${wordsView(view, importView(view))}
        </div>
        ${previewView(view)}
      </div>
      ${
        files.integrity['stemcell-guide.js']
          ? outputView(view, { ...files, shown: store.derived.shown })
          : nothing
      }`,
    place,
  );
  const frame = place.querySelector<HTMLIFrameElement>('#preview')!;
  if (!preview) {
    preview = new Preview(frame);
    frame.addEventListener('load', () => {
      frame.contentDocument!.addEventListener('stemcell-question-toggle', (event) => {
        const { detail } = event as CustomEvent<{ question: string; open: boolean }>;
        if (detail.open) openedQuestion = detail.question;
        schedule();
      });
    });
  }
  fitScreen(frame);
  void preview.show(store.state, light, files.themes).then((measured) => {
    if (JSON.stringify(measured) === JSON.stringify(contrasts)) return;
    contrasts = measured;
    schedule();
  });
}

/** A desktop is wider than the place for it: it is shown smaller. In pixels. */
const widths: Readonly<Record<Width, number>> = { phone: 390, desktop: 1180 };

function fitScreen(frame: HTMLIFrameElement): void {
  const screen = frame.parentElement!;
  const scale = Math.min(1, screen.clientWidth / widths[width]);
  const real = width === 'phone' ? Math.min(widths.phone, screen.clientWidth) : widths.desktop;
  frame.style.inlineSize = `${real}px`;
  frame.style.blockSize = `${screen.clientHeight / (width === 'phone' ? 1 : scale)}px`;
  frame.style.transform = width === 'phone' ? 'none' : `scale(${scale})`;
}

addEventListener('resize', schedule);
prepareStatus();
show();
loadFiles().then((loaded) => {
  files = loaded;
  show();
}, console.warn);
