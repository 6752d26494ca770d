import { announce, startCopyButtons } from './copy.js';

// The home page: the choices above the example change the widget in it, as a clinic's own page would.

const form = document.querySelector<HTMLFormElement>('#choices')!;
const frame = document.querySelector<HTMLElement>('#window')!;
const stage = document.querySelector<HTMLElement>('#stage')!;
const buttons = [...frame.querySelectorAll('button[aria-pressed]')] as HTMLButtonElement[];

const widget = (): Element => stage.firstElementChild!;

function setOrRemove(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Shows what the form says. */
function apply(): void {
  const value = (name: string): string => (form.elements.namedItem(name) as HTMLSelectElement).value;
  setOrRemove(frame, 'data-theme', value('theme'));
  frame.style.colorScheme = value('scheme');
  const language = value('language');
  stage.lang = language;
  stage.dir = new Intl.Locale(language).maximize().script === 'Arab' ? 'rtl' : 'ltr';
  setOrRemove(widget(), 'pathway', value('pathway'));
}

/** Puts another widget in the place of the one that is shown, with the same settings. */
function show(tag: string): void {
  const before = widget();
  const after = document.createElement(tag);
  for (const { name, value } of before.attributes) after.setAttribute(name, value);
  after.append(...before.childNodes);
  before.replaceWith(after);
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === tag));
}

/** The languages that lie beside the script, each by its own name. */
function offerLanguages(select: HTMLSelectElement): void {
  for (const language of select.dataset['languages']!.split(',').filter((each) => each !== 'en')) {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    const option = new Option(name, language);
    option.lang = language;
    select.add(option);
  }
}

/** Counts what this page has asked for, as the browser knows it, so that nobody has to believe us. */
function countRequests(): void {
  const place = document.querySelector('#requests')!;
  const tell = (): void => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name, location.href));
    const foreign = asked.filter(({ origin }) => origin !== location.origin).length;
    place.textContent = `This page has asked this site for ${asked.length} files so far, and other sites for ${foreign}.`;
  };
  new PerformanceObserver(tell).observe({ type: 'resource' });
  tell();
}

offerLanguages(form.elements.namedItem('language') as HTMLSelectElement);
form.addEventListener('change', (event) => {
  apply();
  const { selectedOptions } = event.target as HTMLSelectElement;
  announce(`The example now shows: ${selectedOptions[0]!.text}.`);
});
for (const button of buttons) button.addEventListener('click', () => show(button.value));
startCopyButtons();
apply();
if (document.readyState === 'complete') countRequests();
else addEventListener('load', countRequests);
