import { pathways, regions, type Pathway, type Region } from '../content/choices.js';
import type { Clinic } from '../content/resolve.js';
import { dayOfIsoDate } from '../journey/days.js';
import { storageKinds, type StorageAdapter, type StorageKind } from '../journey/storage.js';

/** The inputs that every element takes, from itself, from its guide element or from the script tag. */
export interface Settings extends Clinic {
  pathway?: Pathway | undefined;
  region?: Region | undefined;
  headingLevel?: number | undefined;
  storage?: StorageKind | undefined;
  storageAdapter?: StorageAdapter | undefined;
  procedureDate?: string | undefined;
  structuredData?: boolean | undefined;
  debug?: boolean | undefined;
  notice?: string | undefined;
  src?: string | undefined;
}

/** What the script tag's `data-*` attributes say for the whole page. */
export const pageSettings: Settings = {};

/** Accepts these values; answers anything else with what is accepted. */
export const oneOf =
  (values: readonly (string | number)[]) =>
  (value: unknown): string =>
    values.includes(value as string) ? '' : values.join(', ');

/** For each input that has rules: what is accepted, or nothing if the value is. */
const expectations: Readonly<Record<string, (value: unknown) => string>> = {
  pathway: oneOf(pathways),
  region: oneOf(regions),
  headingLevel: oneOf([2, 3, 4, 5, 6]),
  storage: oneOf(storageKinds),
  orientation: oneOf(['auto', 'horizontal', 'vertical']),
  procedureDate: (value) => (dayOfIsoDate(value as string) === undefined ? 'a date such as 2026-11-22' : ''),
};

const told = new Set<string>();

/**
 * A setting as the page gives it, if it is one that we accept. Anything else is told to the page's author, once, and
 * counts as not given: a visitor must never pay for a typing error.
 * @param expectation - What is accepted, for an input that one element alone has.
 */
export function readSetting<Value>(
  element: Element,
  name: string,
  value: Value | null,
  expectation = expectations[name],
): Value | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const expected = expectation?.(value);
  if (!expected) return value;
  const attribute = name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
  // Not a number: the attribute still says what was written.
  const written = Number.isNaN(value) ? element.getAttribute(attribute) : (value as string);
  const message = `<${element.localName} ${attribute}="${written}">: expected ${expected}. The default is used.`;
  if (!told.has(message)) {
    told.add(message);
    console.warn(message);
  }
  return undefined;
}
