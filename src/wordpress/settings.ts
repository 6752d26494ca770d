import { check } from '../cli/check.js';

/**
 * The settings page of the WordPress plugin: says of a guide, while it is written, what `stemcell-guide check` says in a
 * terminal, in the same words, since it is the same check. The server checks again what is saved.
 */

interface Translate {
  __(text: string, domain: 'stemcell-guide'): string;
}
declare const wp: { readonly i18n: Translate };

/** Nobody reads findings at every key. In milliseconds. */
const pause = 400;

const __ = (text: string, domain: 'stemcell-guide'): string => wp.i18n.__(text, domain);

function list(title: string, lines: readonly string[]): Element[] {
  if (!lines.length) return [];
  const heading = document.createElement('h3');
  heading.textContent = `${title} (${lines.length})`;
  const items = document.createElement('ul');
  items.className = 'ul-disc';
  // The findings are the check's own, in English whatever the language of the page.
  items.lang = 'en';
  items.dir = 'ltr';
  items.append(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  return [heading, items];
}

function findings(json: string): Element[] {
  let guide: unknown;
  try {
    guide = JSON.parse(json);
  } catch (error) {
    return list(__('Not JSON yet', 'stemcell-guide'), [(error as Error).message]);
  }
  const { problems, notes } = check(guide);
  const good = document.createElement('p');
  good.className = 'is-good';
  good.textContent = __('Nothing is wrong.', 'stemcell-guide');
  return [
    ...(problems.length ? list(__('To be mended', 'stemcell-guide'), problems) : [good]),
    ...list(__('To think about', 'stemcell-guide'), notes),
  ];
}

const field = document.querySelector<HTMLTextAreaElement>('#stemcell-guide-json');
const file = document.querySelector<HTMLInputElement>('#stemcell-guide-file');
const place = document.querySelector('#stemcell-guide-findings');
if (field && file && place) {
  place.setAttribute('role', 'status');
  let clock: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const json = field.value.replace(/^\uFEFF/, '').trim();
    place.replaceChildren(...(json ? findings(json) : []));
  };
  field.addEventListener('input', () => {
    clearTimeout(clock);
    clock = setTimeout(look, pause);
  });
  // A file that was chosen is shown where it can be read and mended, before it is saved.
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    void chosen.text().then((text) => {
      field.value = text.replace(/^\uFEFF/, '');
      file.value = '';
      look();
    });
  });
  look();
}
