import { beside } from '../beside.js';
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

/** What an input may be: a list, or something else that knows. */
export interface Accepted {
  includes(value: unknown): boolean;
}

/** What is accepted, for each input that has rules. */
const rules: Readonly<Record<string, Accepted>> = {
  pathway: pathways,
  region: regions,
  headingLevel: [2, 3, 4, 5, 6],
  storage: storageKinds,
  orientation: ['auto', 'horizontal', 'vertical'],
  procedureDate: { includes: (value) => dayOfIsoDate(value as string) !== undefined },
};

let part: Promise<Awaited<ReturnType<typeof beside.author>> | void> | undefined;

/** What only the author of a page is told, fetched when there is something to tell; nothing if it cannot be had. */
export const forAuthor = (): NonNullable<typeof part> => (part ??= beside.author().catch(console.warn));

/**
 * A setting as the page gives it, if it is one that we accept. Anything else is told to the page's author, once, and
 * counts as not given: a visitor must never pay for a typing error.
 * @param accepted - What is accepted, for an input that one element alone has.
 */
export function readSetting<Value>(
  element: Element,
  name: string,
  value: Value | null,
  accepted = rules[name],
): Value | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (!accepted || accepted.includes(value)) return value;
  void forAuthor().then((part) => part?.tellSetting(element, name, value, accepted));
  return undefined;
}
