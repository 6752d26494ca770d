import { pathways, regions } from '../content/choices.js';
import { dayOfIsoDate } from '../journey/days.js';
import { storageKinds } from '../journey/storage.js';

/**
 * What an address may say to the page in a frame. Anybody can write an address, so this is a list of what is let in:
 * each parameter with its own check, and everything else is as if it were not there. Pure.
 */

/** What the page shows and how. */
export interface Embedded {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Custom properties: name to colour. */
  readonly colours: Readonly<Record<string, string>>;
  readonly language: string | undefined;
  readonly direction: string | undefined;
  readonly scheme: string | undefined;
}

type Check = (value: string) => boolean;

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);

const widgets = ['guide', 'stepper', 'faq', 'checklist'];
const phone = matches(/^\+?[\d\s().*#/,;-]{2,40}$/);
const colour = matches(
  /^(#[\da-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)\([\d\s.,%/a-z+-]{1,60}\))$/i,
);

/** Attributes that only choose among what is there. */
const choices: Readonly<Record<string, Check>> = {
  pathway: oneOf(...pathways),
  region: oneOf(...regions),
  storage: oneOf(...storageKinds),
  'heading-level': oneOf('2', '3', '4', '5', '6'),
  'procedure-date': (value) => dayOfIsoDate(value) !== undefined,
  current: matches(/^[a-z\d-]{1,60}$/),
};

/** Attributes that put words and numbers into the page. */
const details: Readonly<Record<string, Check>> = {
  // No control characters, and nothing that turns the direction of what follows.
  'clinic-name': matches(/^[^\p{C}]{1,80}$/u),
  'clinic-phone': phone,
  'after-hours-phone': phone,
  'clinic-email': matches(/^[\w.+-]{1,64}@[\w.-]{1,190}$/),
  'clinic-url': (value) => URL.canParse(value) && new URL(value).protocol === 'https:',
  'emergency-number': matches(/^\d{2,6}$/),
};

const colours: Readonly<Record<string, Check>> = { accent: colour, surface: colour, text: colour };

/**
 * Reads an address's parameters.
 * @param framed - Whether the page is in a frame. Opened on its own it has the clinic's address in the browser's bar,
 *   and a stranger could send patients there with a telephone number of his own: then words and numbers do not count.
 */
export function readAddress(search: string, framed: boolean): Embedded {
  const parameters = new URLSearchParams(search);
  const accepted = (name: string, check: Check): string | undefined => {
    const value = parameters.get(name)?.trim();
    return value && check(value) ? value : undefined;
  };
  const all = (checks: Readonly<Record<string, Check>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(checks).flatMap(([name, check]) => {
        const value = accepted(name, check);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return {
    tag: `stemcell-${accepted('widget', oneOf(...widgets)) ?? 'guide'}`,
    attributes: { ...all(choices), ...(framed ? all(details) : {}) },
    colours: all(colours),
    language: accepted('lang', matches(/^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i)),
    direction: accepted('dir', oneOf('ltr', 'rtl')),
    scheme: accepted('color-scheme', oneOf('light', 'dark', 'light dark')),
  };
}
