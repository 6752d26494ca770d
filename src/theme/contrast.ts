/**
 * Colours that keep their contrast to a ground that only the page knows, computed by the browser.
 *
 * A relative colour starts from one colour, but contrast takes two. So the luminance of the ground rides along as the
 * alpha of a mix: where a colour c is mixed with a ground of luminance s, the mix has alpha (1 + s) / 2 and channels
 * c / (1 + s), and both come back by arithmetic. The alpha of the colours themselves counts for nothing.
 */

const channels = (formula: (channel: string) => string): string =>
  ['r', 'g', 'b'].map((channel) => `calc(${formula(channel)})`).join(' ');

/** 1 for what is over zero, else 0. */
const step = (value: string): string => `clamp(0,(${value})*1e9,1)`;

/** Relative luminance as WCAG has it, from the channels of `srgb-linear`. */
const luminance = '(.2126*r + .7152*g + .0722*b)';

/** In a mix: the colour's channels again. */
const own = (channel: string): string => '2*alpha*' + channel;

/** In a mix: 1 on a ground for white text, 0 on one for black. Where they part both have 4.58:1. */
const pole = step('1.179 - 2*alpha');

const shown = (channel: string): string => `clamp(0,${channel},1)`;

/** A screen cuts off what it cannot show, which changes the luminance. So that is done before anything is computed. */
const mix = (color: string, ground: string, formula: (channel: string) => string, alpha = '1'): string =>
  `color(from color-mix(in srgb-linear,color(from ${color} srgb-linear ${channels(shown)}/1),color(from ${ground} srgb-linear 0 0 0/calc${luminance})) srgb-linear ${channels(formula)}/${alpha})`;

/**
 * The colour, moved towards black or white as far as this contrast to the ground takes. All the way is 4.58:1 or more
 * on any ground.
 */
export const visible = (color: string, ground: string, contrast: number): string => {
  const wanted = `(2*alpha - .95)*pow(${contrast},2*${pole} - 1) - .05`;
  const way = `clamp(0,(${own(luminance)} - (${wanted}))/(${own(luminance)} - ${pole}),1)`;
  return mix(color, ground, (channel) => `${own(channel)} + ${way}*(${pole} - ${own(channel)})`);
};

/** The colour as a faint wash over the ground; none over a ground on which black or white text has nothing to spare. */
export const wash = (color: string, ground: string): string =>
  mix(color, ground, own, `calc(.06*${step('(2*alpha - 1.18)*(2*alpha - 1.18) - .0025')})`);

/** The ground that a text was most likely made for: light for a dark one, dark for a light one. */
export const groundOf = (text: string): string =>
  `color(from ${text} srgb-linear ${channels(() => `.1 + .7*${step('.179 - ' + luminance)}`)})`;

/** The colour as it looks over white, or over black where the page's colour scheme is dark. */
export const opaque = (color: string): string =>
  `light-dark(${[' + 1 - alpha', '']
    .map((rest) => `color(from ${color} srgb ${channels((channel) => `${shown(channel)}*alpha${rest}`)}/1)`)
    .join()})`;
