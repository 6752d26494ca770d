/** Which colours does an element show, and do they stand out from what is behind them? Read from computed styles. */

/** Red, green and blue of sRGB with its curve, and alpha, each from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

const toCurve = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
const fromCurve = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const fromXyz = ([x, y, z]: readonly [number, number, number]): [number, number, number] => [
  3.2409699 * x - 1.5373832 * y - 0.4986108 * z,
  -0.9692436 * x + 1.8759675 * y + 0.0415551 * z,
  0.0556301 * x - 0.203977 * y + 1.0569715 * z,
];

/** A colour as `getComputedStyle` writes it. */
export function parseColor(text: string): Color {
  const [, name = '', inside = ''] = /^([\w-]+)\((.*)\)$/.exec(text) ?? [];
  const space = name === 'color' ? inside.split(' ')[0] : name;
  const [red, green, blue, alpha = 1] = (inside.match(/(?<![\w-])-?[\d.]+(?:e[+-]?\d+)?/g) ?? []).map(Number);
  const all = [red, green, blue] as [number, number, number];
  if (space === 'rgb' || space === 'rgba') return [...(all.map((each) => each / 255) as typeof all), alpha];
  if (space === 'srgb') return [...all, alpha];
  if (space === 'srgb-linear') return [...(all.map(toCurve) as typeof all), alpha];
  if (space === 'xyz-d65' || space === 'xyz') return [...(fromXyz(all).map(toCurve) as typeof all), alpha];
  throw new Error(`No way to read the colour "${text}"`);
}

/** A colour on top of an opaque one, in the steps that a screen has. */
export function over([red, green, blue, alpha]: Color, ground: Color): Color {
  const blend = (value: number, below: number): number =>
    Math.round(255 * (Math.min(1, Math.max(0, value)) * alpha + below * (1 - alpha))) / 255;
  return [blend(red, ground[0]), blend(green, ground[1]), blend(blue, ground[2]), 1];
}

const luminance = ([red, green, blue]: Color): number =>
  0.2126 * fromCurve(red) + 0.7152 * fromCurve(green) + 0.0722 * fromCurve(blue);

/** The contrast ratio of WCAG. */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const hex = (color: Color): string =>
  '#' +
  color
    .slice(0, 3)
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');

/** One thing that must stand out: text, or a mark such as a border, a line, a fill, a ring. */
export interface Sight {
  readonly kind: 'text' | 'mark';
  readonly element: Element;
  readonly what: string;
  /** Reads the colour and what is behind it, as they are now. */
  readonly read: () => readonly [Color, Color];
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

const nameOf = (element: Element): string =>
  element.localName + [...element.classList].map((each) => '.' + each).join('');

const nothing = 'rgba(0, 0, 0, 0)';
let grounds = new Map<Element, Color>();

/** Computed styles change with the page: one of each element is enough for all themes. */
const styles = new WeakMap<Element, CSSStyleDeclaration>();

function styleOf(element: Element): CSSStyleDeclaration {
  let style = styles.get(element);
  if (!style) styles.set(element, (style = getComputedStyle(element)));
  return style;
}

/** Tells that the page looks different now. */
export function lookAgain(): void {
  grounds = new Map();
}

/** What is seen behind the content of an element. */
function groundOf(element: Element | null, pageGround: Color): Color {
  if (!element) return pageGround;
  let ground = grounds.get(element);
  if (!ground) {
    const own = styleOf(element).backgroundColor;
    const below = groundOf(parentOf(element), pageGround);
    ground = own === nothing ? below : over(parseColor(own), below);
    grounds.set(element, ground);
  }
  return ground;
}

function* withShadows(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* withShadows(element.shadowRoot);
  }
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
const drawn = new Set(['path', 'line', 'circle', 'rect', 'polyline', 'polygon']);

function* sightsOfElement(element: Element, page: () => Color): Generator<Sight> {
  if (!element.checkVisibility()) return;
  const style = styleOf(element);
  const name = nameOf(element);
  const behind = (): Color => groundOf(parentOf(element), page());
  const inside = (): Color => groundOf(element, page());
  const seen = (color: string, ground: Color): readonly [Color, Color] => [
    over(parseColor(color), ground),
    ground,
  ];

  if (drawn.has(element.localName)) {
    // A line has nothing to fill, whatever its fill is.
    const box = (element as SVGGraphicsElement).getBBox();
    for (const paint of box.width * box.height ? (['fill', 'stroke'] as const) : (['stroke'] as const))
      if (!/^none|^rgba\(.* 0\)$/.test(style[paint]))
        yield {
          kind: 'mark',
          element,
          what: `${paint} of ${nameOf(element.parentElement!)}`,
          read: () => seen(style[paint], behind()),
        };
    return;
  }
  const hasText =
    element.matches('input:not([type=checkbox], [type=radio]), textarea') ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  if (hasText)
    yield {
      kind: 'text',
      element,
      what: name,
      read: () => seen(style.getPropertyValue('-webkit-text-fill-color'), inside()),
    };

  for (const side of sides)
    if (style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0) {
      const color = (): string => style[`border${side}Color`];
      if (parseColor(color())[3] > 0)
        yield { kind: 'mark', element, what: `border of ${name}`, read: () => seen(color(), behind()) };
    }
  // A wash is no mark: it is faint on purpose, and says nothing that is not said otherwise.
  if (!element.matches('.root, input') && parseColor(style.backgroundColor)[3] > 0.5)
    yield {
      kind: 'mark',
      element,
      what: `fill of ${name}`,
      read: () => seen(style.backgroundColor, behind()),
    };
  if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    yield { kind: 'mark', element, what: `ring of ${name}`, read: () => seen(style.outlineColor, behind()) };
  for (const pseudo of ['::before', '::after']) {
    const drawing = getComputedStyle(element, pseudo);
    if (drawing.content !== 'none' && parseColor(drawing.backgroundColor)[3] > 0.5)
      yield {
        kind: 'mark',
        element,
        what: `${pseudo} of ${name}`,
        read: () => seen(drawing.backgroundColor, inside()),
      };
  }
}

/** All that must stand out in an element and in the elements inside it. `page` is the ground of the page. */
export function sightsOf(element: Element, page: () => Color): Sight[] {
  return [...withShadows(element.shadowRoot!)].flatMap((each) => [...sightsOfElement(each, page)]);
}

/** One of each group that looks the same in every one of these situations. */
export function distinct(sights: readonly Sight[], situations: readonly (() => void)[]): Sight[] {
  const looks = sights.map((): string[] => []);
  for (const arrange of situations) {
    arrange();
    lookAgain();
    sights.forEach(({ kind, read }, index) => looks[index]!.push(kind, ...read().map(hex)));
  }
  return [...new Map(sights.map((sight, index) => [looks[index]!.join(), sight])).values()];
}

/** Takes out of the page what none of these sights is in, so that it costs nothing to show them in another way. */
export function leaveOnly(root: Element, sights: readonly Sight[]): void {
  const kept = new Set<Element | null>();
  for (const { element } of sights)
    for (let up: Element | null = element; up; up = parentOf(up)) kept.add(up);
  for (const element of withShadows(root.shadowRoot!))
    if (!kept.has(element) && element.localName !== 'style') element.setAttribute('style', 'display: none');
}
