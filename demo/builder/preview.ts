import { ownCustomProperties } from '../../src/own-names.js';
import { looksOf, type Files } from './outputs.js';
import { attributesOf, type State } from './state.js';

/**
 * The live element in a document of its own, so that a phone's width, a dark page and paper are what they say. It is
 * changed, not loaded again, when something is typed.
 */

export type Light = 'light' | 'dark' | 'print';

/** Two colours and how far apart they are, as the browser shows them. */
export interface Contrast {
  readonly name: string;
  readonly ratio: number;
  readonly wanted: number;
}

const page = `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style>
html { color-scheme: light; }
body { margin: 0; padding: 16px; font: 17px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; }
</style>
<style id="looks"></style>
<script src="./stemcell-guide.js" defer></script>
</head>
<body><main></main></body>
</html>`;

type Live = HTMLElement & { guide?: unknown; updateComplete?: Promise<unknown> };

export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #ready: Promise<Document>;
  #guide = '';

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
    this.#ready = new Promise((resolve) => {
      frame.addEventListener('load', () => resolve(frame.contentDocument!), { once: true });
      frame.srcdoc = page;
    });
  }

  /** Shows this. Resolves with the contrast that was measured. */
  async show(state: State, light: Light, themes: Files['themes']): Promise<readonly Contrast[]> {
    const document = await this.#ready;
    const root = document.documentElement;
    root.style.colorScheme = light === 'dark' ? 'dark' : 'light';
    document.querySelector('#looks')!.textContent = looksOf(state, themes);
    const main = document.querySelector('main')!;
    const tag = `stemcell-${state.settings.widget}`;
    let element = main.firstElementChild as Live | null;
    if (element?.localName !== tag) {
      element = document.createElement(tag);
      main.replaceChildren(element);
      this.#guide = '';
    }
    // The ticks of a webmaster who tries it out are nobody's.
    const wanted: Record<string, string> = { ...attributesOf(state), storage: 'none' };
    for (const { name } of [...element.attributes]) if (!(name in wanted)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted))
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    const guide = JSON.stringify(state.guide);
    if (guide !== this.#guide) element.guide = JSON.parse(guide);
    this.#guide = guide;
    await this.#frame.contentWindow!.customElements.whenDefined(tag);
    await element.updateComplete;
    this.#asOnPaper(element, light === 'print');
    return this.#contrasts(element);
  }

  print(): void {
    this.#frame.contentWindow!.print();
  }

  /** Paper on a screen: the element's own rules for print hold, without printing. */
  #asOnPaper(element: Element, isPaper: boolean): void {
    const roots = [
      element.shadowRoot,
      ...[...(element.shadowRoot?.querySelectorAll('*') ?? [])].map((each) => each.shadowRoot),
    ];
    const change = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if ('media' in rule) {
          const { media } = rule as CSSMediaRule;
          if (isPaper && media.mediaText === 'print') media.mediaText = 'print, all';
          else if (!isPaper && media.mediaText === 'print, all') media.mediaText = 'print';
        }
        if ('cssRules' in rule) change((rule as CSSGroupingRule).cssRules);
      }
    };
    for (const root of roots) for (const sheet of root?.adoptedStyleSheets ?? []) change(sheet.cssRules);
  }

  /** What the browser made of the colours: asked of the element itself. */
  #contrasts(element: Element): Contrast[] {
    const root = element.shadowRoot?.querySelector('.root');
    const view = this.#frame.contentWindow!;
    if (!root) return [];
    const probe = root.ownerDocument.createElement('span');
    root.append(probe);
    // Not as `color`: the elements' colours are made from it, and a browser would go round in circles.
    const shown = (value: string): number | undefined => {
      probe.style.outlineColor = value;
      return luminanceOf(view.getComputedStyle(probe).outlineColor);
    };
    // The frame shows the built script, where these have one letter.
    const own = (name: string): string => `var(${ownCustomProperties.get(name)})`;
    const surface = luminanceOf(view.getComputedStyle(root).backgroundColor);
    const behind = luminanceOf(view.getComputedStyle(root.ownerDocument.body).backgroundColor) ?? 1;
    const ground = surface ?? behind;
    const found = [
      { name: 'Text', value: luminanceOf(view.getComputedStyle(root).color), wanted: 4.5 },
      { name: 'Marks and focus', value: shown(own('--_accent')), wanted: 3 },
      { name: 'Borders', value: shown(own('--_border')), wanted: 3 },
    ];
    probe.remove();
    return found.flatMap(({ name, value, wanted }) =>
      value === undefined ? [] : [{ name, ratio: ratioOf(value, ground), wanted }],
    );
  }
}

const ratioOf = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Relative luminance of a computed colour; none of one that nothing is seen of. */
function luminanceOf(colour: string): number | undefined {
  const [, form = '', inside = ''] = /^(rgba?|color)\(([^)]*)\)/.exec(colour) ?? [];
  const [space = ''] = /^[a-z][\w-]*/.exec(inside) ?? [];
  const numbers = (inside.slice(space.length).match(/-?\d*\.?\d+(e-?\d+)?/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (!form || alpha === 0) return undefined;
  // There the second channel is the luminance.
  if (space.startsWith('xyz')) return Math.min(1, Math.max(0, green));
  const scale = form === 'color' ? 1 : 255;
  const [r, g, b] = [red, green, blue].map((channel) => {
    const value = Math.min(1, Math.max(0, channel / scale));
    if (space === 'srgb-linear') return value;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
