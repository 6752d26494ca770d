import { readAddress } from './address.js';

// The page inside an iframe: one widget, chosen by the page's address, and the height that it needs told to the page
// around it. It is a classic script: a module would not load in a sandbox, where the page has no origin.

const framed = parent !== window;
const { tag, attributes, colours, language, direction, scheme } = readAddress(location.search, framed);
const page = document.documentElement;

if (language) page.lang = language;
if (direction) page.dir = direction;
if (scheme) page.style.colorScheme = scheme;

const main = document.querySelector('main')!;
const widget = document.createElement(tag);
for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
for (const [name, value] of Object.entries(colours)) page.style.setProperty(`--stemcell-${name}`, value);
// What the page says until then is what an element shows that never comes to life.
widget.append(...main.childNodes);
main.append(widget);

/** Pages elsewhere would be shown in the frame, where most refuse to be. */
function onClick(event: Event): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (
    link &&
    /^https?:$/.test(link.protocol) &&
    link.href.split('#', 1)[0] !== location.href.split('#', 1)[0]
  ) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

document.addEventListener('click', onClick, true);

/** The height is no secret, and who the parent is cannot be known here: it goes to whoever holds the frame. */
function tellHeight(): void {
  parent.postMessage({ stemcellHeight: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
}

/** In seconds after the load. The script of the page around us may come later than we do, and would miss a single message. */
const repeats = [0.3, 1, 3, 10, 30];

if (framed) {
  new ResizeObserver(tellHeight).observe(document.body);
  for (const seconds of repeats) setTimeout(tellHeight, seconds * 1000);
}
