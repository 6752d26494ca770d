import { html, type TemplateResult } from 'lit';
import type { Line } from '../../content/guide.js';
import { plainText, type ResolvedStage } from '../../content/resolve.js';
import { visitListWords } from '../../words/en.visit-list.js';
import { say } from '../../words/words.js';
import type { BaseElement } from '../base-element.js';
import type { heading } from '../parts/heading.js';

// The style sheet of the elements knows nothing of this list: it brings its looks along.
const spaced = 'margin-block-start: 1.25em';
const inColumns =
  'display: grid; gap: 0.5em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr)); margin-block-start: 0.5em';

/** All questions of the guide, to tick those that a visitor wants to take along, and the list of them. */
export function visitList(
  element: BaseElement,
  stages: readonly ResolvedStage[],
  renderHeading: typeof heading,
): TemplateResult {
  const { content, level, language } = element;
  const words = { ...visitListWords, ...element.words };
  const groups = [
    { title: words.listAlways, ask: content.ask },
    ...stages.map(({ title, ask = [] }) => ({ title, ask })),
  ].filter(({ ask }) => ask.length);
  const lines = new Set(groups.flatMap(({ ask }) => ask.map(plainText)));
  const ticked = [...lines].filter((text) => element.disclosures.has(keyOf(text)));

  return html`<p>${words.listHelp}</p>
    ${groups.map(
      ({ title, ask }) =>
        html`<div .style=${spaced}>
          ${renderHeading(level + 2, title)}
          <div role="group" aria-label=${title} .style=${inColumns}>
            ${ask.map((question) => renderTick(element, question))}
          </div>
        </div>`,
    )}
    <div .style=${spaced}>
      ${renderHeading(level + 2, say(words.listTitle, { count: ticked.length }, language))}
      ${ticked.length ? renderList(element, ticked, words) : html`<p>${words.listEmpty}</p>`}
    </div>`;
}

/** Ticks are kept with what is open: in memory, and only as long as the page. */
const keyOf = (question: string): string => 'ask ' + question;

function renderTick({ disclosures }: BaseElement, question: Line): TemplateResult {
  const text = plainText(question);
  const key = keyOf(text);
  const onChange = (event: Event): void => {
    disclosures.set(key, (event.target as HTMLInputElement).checked);
  };
  return html`<label class="option">
    <input type="checkbox" .checked=${disclosures.has(key)} @change=${onChange} />
    <span>${text}</span>
  </label>`;
}

function renderList(
  element: BaseElement,
  questions: readonly string[],
  words: typeof visitListWords,
): TemplateResult {
  const { announcer, language, renderRoot } = element;
  const onCopy = async (event: Event): Promise<void> => {
    const list = (event.currentTarget as Element).closest('.panel-content')!.querySelector('textarea')!;
    try {
      await navigator.clipboard.writeText(list.value);
      announcer.announce(words.listCopied);
    } catch {
      // No leave to, or a page that is not secure.
      list.focus();
      list.select();
      announcer.announce(words.listRefused);
    }
  };
  return html`<textarea
      readonly
      rows=${questions.length + 1}
      aria-label=${say(words.listTitle, { count: questions.length }, language)}
      .style=${'inline-size: 100%; font: inherit; margin-block: 0.5em'}
      .value=${questions.join('\n')}
    ></textarea>
    <p class="small">${words.listKeep}</p>
    <div class="steps">
      <button type="button" part="button" @click=${onCopy}>${words.listCopy}</button>
      <button type="button" part="button" @click=${() => print(words.listPaper, questions, renderRoot.querySelector<HTMLElement>('.root')!)}>
        ${words.listPrint}
      </button>
    </div>`;
}

/** Prints the list without the page around it, from a frame that is gone afterwards. */
function print(title: string, questions: readonly string[], shown: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  // Not `hidden`: a frame that is not rendered prints an empty page.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  frame.srcdoc = '<!doctype html>';
  frame.addEventListener('load', () => {
    const page = frame.contentWindow!;
    const { document: paper } = page;
    paper.documentElement.lang = shown.lang;
    paper.documentElement.dir = getComputedStyle(shown).direction;
    paper.title = title;
    const top = paper.createElement('h1');
    top.textContent = title;
    const list = paper.createElement('ol');
    for (const question of questions) {
      const item = paper.createElement('li');
      item.textContent = question;
      // Room to write the answer down.
      item.style.marginBlockEnd = '4em';
      list.append(item);
    }
    paper.body.append(top, list);
    page.addEventListener('afterprint', () => frame.remove());
    page.print();
  });
  document.body.append(frame);
}
