import { html, nothing, type TemplateResult } from 'lit';
import { announce, copyText } from '../../site/copy.js';
import { guideFile, looksOf, outputs, type Files } from '../outputs.js';
import { hasOwnWords } from '../state.js';
import { targets, type Target } from '../targets.js';
import { choiceSetting, textSetting, type View } from './setting.js';

/** The text to paste, always in step with what is chosen. */

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  announce(`${name} is saved where your browser puts files.`);
}

const copies =
  (text: string, what: string) =>
  (event: Event): void =>
    void copyText(text, event.currentTarget as HTMLButtonElement, what);

export function outputView(view: View, files: Files): TemplateResult {
  const { store } = view;
  const { state } = store;
  const target = state.settings.target as Target;
  const output = outputs[target];
  const text = output.write(state, files);
  const lost = output.loses?.(state) ?? [];
  const looks = target.startsWith('wordpress') ? looksOf(state, files.themes) : '';
  const json = JSON.stringify(state.guide, null, 2);
  return html`<section id="output" aria-labelledby="output-title">
    <h2 id="output-title">5. Paste</h2>
    <div class="pairs">
      ${textSetting(view, 'folder', {
        label: 'Folder of the script',
        hint: 'Where you put the files, such as /stemcell-guide/. {version} in it stands for the version.',
        placeholder: '/stemcell-guide/',
      })}
      ${choiceSetting(
        view,
        'follow',
        'Updates',
        [
          ['pinned', `this version, ${files.version}, and no changed byte`],
          ['major', 'follow the files that lie there'],
        ],
        'Pinned, the browser refuses a script that was changed.',
      )}
    </div>
    <fieldset class="targets">
      <legend>For</legend>
      ${targets.map(
        (each) =>
          html`<label
            ><input
              type="radio"
              name="target"
              value=${each}
              .checked=${each === target}
              @change=${() => store.set('target', each)}
            />${outputs[each].name}</label
          >`,
      )}
    </fieldset>
    <p><strong>Where.</strong> ${output.where}</p>
    <p><strong>Mind.</strong> ${output.deletes}</p>
    ${
      lost.length
        ? html`<div class="problem">
          <p>Does not come through this way:</p>
          <ul>
            ${lost.map((each) => html`<li>${each}</li>`)}
          </ul>
        </div>`
        : nothing
    }
    <div class="code long">
      <pre role="region" aria-label="The text to paste"><code id="snippet" translate="no">${text}</code></pre>
      <button type="button" class="button" @click=${copies(text, `${output.name}:`)}>Copy</button>
    </div>
    ${
      looks
        ? html`<div class="code">
          <pre><code id="looks-css" translate="no">${looks}</code></pre>
          <button type="button" @click=${copies(looks, 'The CSS')}>Copy the CSS</button>
        </div>`
        : nothing
    }
    <h3>Your own words as a file</h3>
    ${
      hasOwnWords(state)
        ? html`<p>
          <button type="button" @click=${() => download(guideFile, `${json}\n`)}>Save ${guideFile}</button>
          <button type="button" @click=${copies(json, 'The guide')}>Copy the JSON</button>
        </p>`
        : html`<p class="hint">There are none yet. “Words” above has every text.</p>`
    }
    <h3>Keep it, share it</h3>
    <p>
      What you typed is kept in this browser and in the address of this page, in the part that is not sent to any server.
    </p>
    <p>
      <button type="button" @click=${(event: Event) => void copyText(store.link(), event.currentTarget as HTMLButtonElement, 'The link')}>
        Copy the link
      </button>
      <button
        type="button"
        @click=${() => {
          if (!confirm('Start again? What you typed is then gone.')) return;
          store.reset();
          announce('Everything is as at the start.');
        }}
      >
        Start again
      </button>
      ${
        store.link().length > 2000
          ? html`<span class="hint"
            >The link has ${store.link().length.toLocaleString('en-US')} letters; some mail programs cut it. The file has
            your words as well.</span
          >`
          : nothing
      }
    </p>
  </section>`;
}
