import { parseArgs } from 'node:util';
import { pathways, regions, type Pathway, type Region } from '../content/choices.js';
import english from '../content/en.json';
import type { Guide } from '../content/guide.js';
import { forms, plainHtml, widgets, type Form, type Widget } from '../content/plain-html.js';
import { readGuide } from '../content/read.js';
import { readLanguage, regionOfLanguage } from '../content/region.js';
import type { Clinic } from '../content/resolve.js';

/** What `stemcell-guide html` prints. */
export interface Printed {
  readonly html: string;
  /** What is wrong with the guide, a line each; of that the default is printed. */
  readonly problems: readonly string[];
}

/** What is wrong with the command, in words for who wrote it. */
export class UsageError extends Error {}

export const htmlUsage = `  --widget=${widgets.join('|')}   what to print; needed
  --guide=<guide.json>        a guide over the default one
  --pathway=${pathways.join('|')}   where the cells come from; the guide's first when left out
  --region=${regions.join('|')}     whose notice and emergency number; from the language when left out
  --lang=<tag>                language of dates and figures, such as en-GB; the guide's own when left out
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

/**
 * Prints a widget as plain HTML.
 * @param readJson - Reads the file of a guide.
 * @throws {UsageError} if the command cannot be understood.
 */
export async function printHtml(
  parameters: readonly string[],
  readJson: (file: string) => Promise<unknown>,
): Promise<Printed> {
  const given = readOptions(parameters);
  const widget = choice<Widget>('widget', given.widget, widgets);
  if (!widget) throw new UsageError(`--widget is missing: expected ${widgets.join(', ')}`);
  const form = choice<Form>('as', given.as, forms);
  const level = choice('heading-level', given['heading-level'], ['2', '3', '4', '5', '6']);
  const json = given.guide === undefined ? undefined : await readJson(given.guide);
  const reading =
    json === undefined ? { guide: english as Guide, problems: [] } : readGuide(json, english as Guide);
  const { guide, problems } = reading;
  const language = readLanguage(given.lang ?? guide.lang);
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
  });
  return { html, problems };
}

function readOptions(parameters: readonly string[]): Partial<Record<keyof typeof options, string>> {
  try {
    return parseArgs({ args: [...parameters], options, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
