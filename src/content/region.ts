import type { Region } from './choices.js';

/** A region as settings know it; `other` stands for a place whose rules and numbers we do not know. */
export type Place = Region | 'other';

/** The number that reaches an ambulance. Where we know none, the guide's own words stand in its place. */
export const emergencyNumbers: Readonly<Record<Region, string>> = {
  us: '911',
  ca: '911',
  eu: '112',
  au: '000',
  gb: '999',
};

const unionCountries = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';

/**
 * A language tag that the browser can work with. Pages say `en_US` or worse; what cannot be read, or is not there,
 * counts as American English, the default guide's language.
 */
export function readLanguage(tag: string | null | undefined): string {
  try {
    return new Intl.Locale(tag!.replaceAll('_', '-')).baseName;
  } catch {
    // Dates and figures of a tag that is none would throw.
    return 'en-US';
  }
}

/** The region that a language tag points to: `en-CA` is Canada, `de` most likely Germany and so the EU. */
export function regionOfLanguage(language: string): Place {
  // To guess what is not said, a browser loads tables.
  const locale = new Intl.Locale(language === 'en' ? 'en-US' : language);
  const country = locale.region ?? locale.maximize().region ?? 'ZZ';
  const own = country.toLowerCase();
  if (own in emergencyNumbers) return own as Region;
  return unionCountries.includes(country) ? 'eu' : 'other';
}
