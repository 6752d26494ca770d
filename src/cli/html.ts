import { parseArgs } from 'node:util';
import { pathways, regions, type Pathway, type Region } from '../content/choices.js';
import englishGuide from '../content/en.json';
import type { Guide } from '../content/guide.js';
import { spokenIn, type Spoken } from '../content/locale.js';
import { forms, plainHtml, widgets, type Form, type Widget } from '../content/plain-html.js';
import { readGuide } from '../content/read.js';
import { readLanguage, regionOfLanguage } from '../content/region.js';
import type { Clinic } from '../content/resolve.js';
import type { Locale } from '../content/translate.js';
import { englishWords } from '../words/words.js';

/** What `stemcell-guide html` prints. */
export interface Printed {
  readonly html: string;
  /** What is wrong with the guide, a line each; of that the default is printed. */
  readonly problems: readonly string[];
  /** What to know that is not wrong. */
  readonly notes: readonly string[];
}

/** What is wrong with the command, in words for who wrote it. */
export class UsageError extends Error {}

export const htmlUsage = `  --widget=${widgets.join('|')}   what to print; needed
  --guide=<guide.json>        a guide over the default one
  --pathway=${pathways.join('|')}   where the cells come from; the guide's first when left out
  --region=${regions.join('|')}     whose notice and emergency number; from the language when left out
  --lang=<tag>                language, such as es-US; the guide's own when left out. Of a language that the package
                              has not got, the dates and figures alone
  --heading-level=2…6         level of the title; 2 when left out
  --as=${forms.join('|')}   in the element's tag (the default), in a <div> for systems that delete such tags, or the words alone
  --clinic-name, --clinic-phone, --after-hours-phone, --clinic-email, --clinic-url, --emergency-number, --notice
                              as the attributes of the elements`;

const options = {
  widget: { type: 'string' },
  guide: { type: 'string' },
  pathway: { type: 'string' },
  region: { type: 'string' },
  lang: { type: 'string' },
  'heading-level': { type: 'string' },
  as: { type: 'string' },
  'clinic-name': { type: 'string' },
  'clinic-phone': { type: 'string' },
  'after-hours-phone': { type: 'string' },
  'clinic-email': { type: 'string' },
  'clinic-url': { type: 'string' },
  'emergency-number': { type: 'string' },
  notice: { type: 'string' },
} as const;

/** @throws {UsageError} if the value is none of the choices. */
function choice<Value extends string>(
  name: keyof typeof options,
  value: string | undefined,
  choices: readonly Value[],
): Value | undefined {
  if (value === undefined || choices.includes(value as Value)) return value as Value | undefined;
  throw new UsageError(`--${name}=${value}: expected ${choices.join(', ')}`);
}

const english: Spoken = { guide: englishGuide as Guide, words: englishWords };

/**
 * Prints a widget as plain HTML.
 * @param readJson - Reads the file of a guide.
 * @param readLocale - Reads what the package has of a language that is not English, if it has it.
 * @throws {UsageError} if the command cannot be understood.
 */
export async function printHtml(
  parameters: readonly string[],
  readJson: (file: string) => Promise<unknown>,
  readLocale: (language: string) => Promise<Locale | undefined>,
): Promise<Printed> {
  const given = readOptions(parameters);
  const widget = choice<Widget>('widget', given.widget, widgets);
  if (!widget) throw new UsageError(`--widget is missing: expected ${widgets.join(', ')}`);
  const form = choice<Form>('as', given.as, forms);
  const level = choice('heading-level', given['heading-level'], ['2', '3', '4', '5', '6']);
  const json = given.guide === undefined ? undefined : await readJson(given.guide);
  const tag = readLanguage(given.lang ?? (json as Partial<Guide> | undefined)?.lang ?? english.guide.lang);
  const { language: spokenLanguage } = new Intl.Locale(tag);
  const locale = spokenLanguage === 'en' ? undefined : await readLocale(spokenLanguage);
  const spoken = locale ? spokenIn(locale, tag, english) : english;
  const language = spoken.lang ?? tag;
  const { guide, problems } =
    json === undefined ? { guide: spoken.guide, problems: [] } : readGuide(json, spoken.guide);
  const clinic: Clinic = {
    clinicName: given['clinic-name'],
    clinicPhone: given['clinic-phone'],
    afterHoursPhone: given['after-hours-phone'],
    clinicEmail: given['clinic-email'],
    clinicUrl: given['clinic-url'],
    emergencyNumber: given['emergency-number'],
  };
  const known = guide.pathways.map(({ id }) => id);
  const situation = {
    pathway: choice<Pathway>('pathway', given.pathway, known) ?? known[0] ?? pathways[0],
    region: choice<Region>('region', given.region, regions) ?? regionOfLanguage(language),
    clinic,
  };
  const html = plainHtml(widget, guide, situation, {
    form,
    headingLevel: level && Number(level),
    language,
    notice: given.notice,
    given: json as object | undefined,
    ...((locale ?? guide.words) && { words: { ...spoken.words, ...guide.words } }),
    direction: spoken.direction === 'rtl' ? 'rtl' : undefined,
  });
  const notes =
    locale || spokenLanguage === 'en'
      ? []
      : [`--lang=${tag}: the package has no words in this language; what the guide does not say is English`];
  return { html, problems, notes };
}

function readOptions(parameters: readonly string[]): Partial<Record<keyof typeof options, string>> {
  try {
    return parseArgs({ args: [...parameters], options, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
