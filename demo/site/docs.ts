import { copyText, prepareStatus } from './copy.js';

// The documentation: a button to copy beside each code, and examples as high as what is in them.

prepareStatus();

// Beside the text there is room for the list of pages; above it, on a phone, it waits to be asked for.
const chapters = document.querySelector<HTMLDetailsElement>('.chapters details')!;
const roomy = matchMedia('(min-width: 60rem)');
const follow = (): void => {
  chapters.open = roomy.matches;
};
roomy.addEventListener('change', follow);
follow();

for (const listing of document.querySelectorAll('article pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => void copyText(listing.textContent, button, 'The code was'));
  const box = document.createElement('div');
  box.className = 'code';
  listing.replaceWith(box);
  box.append(listing, button);
}

/** The examples are pages of this site, so their height can be seen from here. */
function fit(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument;
  if (!page?.body) return;
  page.documentElement.classList.add('framed');
  new ResizeObserver(() => {
    frame.style.blockSize = `${Math.ceil(page.documentElement.getBoundingClientRect().height)}px`;
  }).observe(page.body);
}

for (const frame of document.querySelectorAll<HTMLIFrameElement>('.example iframe')) {
  frame.addEventListener('load', () => fit(frame));
  if (frame.contentDocument?.readyState === 'complete') fit(frame);
}
