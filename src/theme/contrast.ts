/**
 * Colours that keep their contrast to a ground that only the page knows, computed by the browser.
 *
 * A relative colour starts from one colour, but contrast takes two. So the luminance of the ground rides along as the
 * alpha of a mix: where a colour c is mixed with a ground of luminance s, the mix has alpha (1 + s) / 2 and channels
 * c / (1 + s), and both come back by arithmetic. The alpha of the colours themselves counts for nothing.
 *
 * Of `xyz` the second channel is the relative luminance of WCAG. That keeps these texts short, and they should be: a
 * browser computes each of them again for each node that uses it.
 */

const calc = (formulas: readonly string[]): string => formulas.map((formula) => `calc(${formula})`).join(' ');

/** White in `xyz`. */
const white = { x: '.9505', y: '1', z: '1.089' };

const xyz = (formula: (channel: string, ofWhite: string) => string): string =>
  `xyz ${calc(Object.entries(white).map(([channel, ofWhite]) => formula(channel, ofWhite)))}`;

const rgb = (formula: (channel: string) => string): string => calc(['r', 'g', 'b'].map(formula));

/** 1 for what is over zero, else 0. */
const step = (value: string): string => `clamp(0,(${value})*1e9,1)`;

/** In a mix: the colour's channels again. */
const own = (channel: string): string => '2*alpha*' + channel;

/** In a mix: 1 on a ground for white text, 0 on one for black. Where they part both have 4.58:1. */
const pole = step('1.179 - 2*alpha');

const shown = (channel: string): string => `clamp(0,${channel},1)`;

/** A screen cuts off what it cannot show, which changes the luminance. So that is done before anything is computed. */
const mix = (
  color: string,
  ground: string,
  formula: (channel: string, ofWhite: string) => string,
  alpha = '1',
): string =>
  `color(from color-mix(in srgb-linear,color(from ${color} srgb-linear ${rgb(shown)}/1),color(from ${ground} xyz 0 0 0/y)) ${xyz(formula)}/${alpha})`;

/**
 * The colour, moved towards black or white as far as this contrast to the ground takes. All the way is 4.58:1 or more
 * on any ground.
 */
export const visible = (color: string, ground: string, contrast: number): string => {
  const wanted = `(2*alpha - .95)*pow(${contrast},2*${pole} - 1) - .05`;
  const way = `clamp(0,(${own('y')} - (${wanted}))/(${own('y')} - ${pole}),1)`;
  return mix(
    color,
    ground,
    (channel, ofWhite) => `${own(channel)} + ${way}*(${ofWhite}*${pole} - ${own(channel)})`,
  );
};

/** The colour as a faint wash over the ground; none over a ground on which black or white text has nothing to spare. */
export const wash = (color: string, ground: string): string =>
  mix(color, ground, own, `calc(.06*${step('(2*alpha - 1.18)*(2*alpha - 1.18) - .0025')})`);

/** The grey of a luminance that goes with dark text, or of another one that goes with light text. */
export const grey = (text: string, withDark: number, withLight: number): string =>
  `color(from ${text} ${xyz((_, ofWhite) => `${ofWhite}*(${withDark} + ${(withLight - withDark).toFixed(3)}*${step('y - .179')})`)})`;

/** The ground that a text was most likely made for: light for a dark one, dark for a light one. */
export const groundOf = (text: string): string => grey(text, 0.8, 0.1);

/** The colour as it looks over white, or over black where the page's colour scheme is dark. */
export const opaque = (color: string): string =>
  `light-dark(${[' + 1 - alpha', '']
    .map((rest) => `color(from ${color} srgb ${rgb((channel) => `${shown(channel)}*alpha${rest}`)}/1)`)
    .join()})`;
