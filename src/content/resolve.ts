import type { Pathway } from './choices.js';
import type { Duration, Guide, Line, Link, Phase, Question, Stage, Urgency } from './guide.js';
import { emergencyNumbers, type Place } from './region.js';

/** What the page says of the clinic; an empty text counts as not given. */
export interface Clinic {
  readonly clinicName?: string | undefined;
  readonly clinicPhone?: string | undefined;
  readonly afterHoursPhone?: string | undefined;
  readonly clinicEmail?: string | undefined;
  readonly clinicUrl?: string | undefined;
  readonly emergencyNumber?: string | undefined;
}

/** Everything outside the guide that decides what is shown. */
export interface Situation {
  readonly pathway: Pathway;
  readonly region: Place;
  readonly clinic: Clinic;
}

/** A stage as a visitor on one pathway meets it. */
export type ResolvedStage = Omit<Stage, 'pathways' | 'variations'>;

/** What a visitor is told before anything else. */
export interface ResolvedNotice {
  readonly education: string;
  readonly status: string;
  readonly result: string;
  readonly cites: readonly string[];
}

export interface ResolvedWarnings {
  readonly intro: string;
  readonly levels: readonly Urgency[];
}

/** A run of tokens (`{a}, {b}`) with the separator that leads to it. */
const tokenRun = /([\s:,،;(–-]*)(\{\w+\}(?:,\s*\{\w+\})*)(\)?)/g;

/** Three digits or more, as people write them for reading, and no letters close behind (`1-800-JOINTS`). */
const readableNumber = /\+?\d(?:[\s().‑–-]*\/?\d){2,}(?!\S*[a-z])/i;

/**
 * The address that dials a number, if there is one in the text. Of two numbers it is the first, and an extension is left
 * out: a wrong number costs a patient more than a second step. The `(0)` of `+44 (0)20` is not dialled from abroad.
 */
function dial(text: string): string | undefined {
  const number = readableNumber.exec(text)?.[0];
  return number && 'tel:' + number.replace(/(\+.*)\(0\)/, '$1').replace(/[^+\d]/g, '');
}

/** Where a clinic's detail leads to, by its token. */
const addresses: Readonly<Record<string, (value: string) => string | undefined>> = {
  clinicPhone: dial,
  afterHoursPhone: dial,
  emergencyNumber: dial,
  clinicEmail: (value) => 'mailto:' + value,
  clinicUrl: (value) => value,
};

/**
 * Puts the clinic's details in the place of `{tokens}`. A token without a value goes, together with the separator
 * before it, so that no sentence is left with a hole; of a run of tokens those that have a value are listed.
 * Telephone numbers and addresses become links, so the answer may be a list of pieces.
 */
export function fillText(text: string, values: Readonly<Record<string, string | undefined>>): Line {
  const pieces: (string | Link)[] = [];
  let plain = '';
  let end = 0;
  for (const match of text.matchAll(tokenRun)) {
    const [whole, separator = '', run = '', bracket = ''] = match;
    plain += text.slice(end, match.index);
    end = match.index + whole.length;
    const names = run.match(/\w+/g)!.filter((name) => Object.hasOwn(values, name) && values[name]);
    names.forEach((name, index) => {
      plain += index ? ', ' : separator;
      const value = values[name]!;
      const href = addresses[name]?.(value);
      if (href) {
        pieces.push(plain, { text: value, href });
        plain = '';
      } else plain += value;
    });
    if (names.length || !separator.includes('(')) plain += bracket;
  }
  plain += text.slice(end);
  return pieces.length ? [...pieces, plain] : plain;
}

/** The words of a line without its links. */
export function plainText(line: Line | Link): string {
  if (typeof line === 'string') return line;
  return Array.isArray(line) ? line.map(plainText).join('') : line.text;
}

/** The keys that lead to lines, which may hold links. All other texts are words alone. */
const leadsToLine = /((tasks|signs)\.text|levels\.title|happens|feel|prepare|ask|why|answer|paragraph|list)$/;

/** The filled guides, by what they were filled with: elements update often and a page has several. */
const filledGuides = new WeakMap<Guide, Map<string, Guide>>();

/**
 * The guide with the clinic's details in it. The given guide stays as it is; asked again for the same, the answer is
 * the same object.
 */
export function fillGuide(guide: Guide, region: Place, clinic: Clinic): Guide {
  const given = Object.fromEntries(Object.entries(clinic).filter(([, value]) => value));
  const values: Record<string, string | undefined> = {
    ...guide.tokens,
    ...(region === 'other' ? {} : { emergencyNumber: emergencyNumbers[region] }),
    ...given,
  };
  const all = filledGuides.get(guide) ?? new Map<string, Guide>();
  filledGuides.set(guide, all);
  const key = JSON.stringify(values);
  const known = all.get(key);
  if (known) return known;

  const fill = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      // Few texts have something to fill, and to look for it costs more than all the rest.
      if (!value.includes('{')) return value;
      const line = fillText(value, values);
      if (!leadsToLine.test(path)) return plainText(line);
      // An answer is made of blocks, and a block with links is a paragraph.
      return path.endsWith('answer') && typeof line !== 'string' ? { paragraph: line } : line;
    }
    // Nor have most branches, and the browser writes one faster than we walk through it.
    if (!/\{\w/.test(JSON.stringify(value))) return value;
    if (Array.isArray(value)) return value.map((item) => fill(item, path));
    return Object.fromEntries(
      Object.entries(value as object).map(([name, inner]) => [name, fill(inner, `${path}.${name}`)]),
    );
  };
  const filled = fill(guide, '') as Guide;
  all.set(key, filled);
  return filled;
}

const onPathway =
  (pathway: Pathway) =>
  (item: { pathways?: Pathway[] | undefined }): boolean =>
    !item.pathways || item.pathways.includes(pathway);

/** The stages of one pathway in order, each with what the pathway adds to it. */
export function resolveStages(guide: Guide, { pathway }: Situation): ResolvedStage[] {
  return guide.stages.filter(onPathway(pathway)).map(({ pathways: _, variations, ...stage }) => {
    const resolved: Record<string, unknown> = { ...stage };
    for (const [key, value] of Object.entries(variations?.[pathway] ?? {})) {
      const common = resolved[key];
      resolved[key] = Array.isArray(value)
        ? [...new Set([...((common as unknown[] | undefined) ?? []), ...value])]
        : key === 'duration'
          ? { ...(common as Duration), ...(value as Duration) }
          : value;
    }
    return resolved as unknown as ResolvedStage;
  });
}

/** The questions that hold for a pathway and a region, in order. */
export function resolveQuestions(guide: Guide, { pathway, region }: Situation): Question[] {
  return guide.questions
    .filter(onPathway(pathway))
    .filter(({ regions }) => !regions || (regions as Place[]).includes(region));
}

/** The phases that have a task on this pathway, with those tasks. */
export function resolvePhases(guide: Guide, { pathway }: Situation): Phase[] {
  return guide.phases
    .map((phase) => ({ ...phase, tasks: phase.tasks.filter(onPathway(pathway)) }))
    .filter(({ tasks }) => tasks.length);
}

/** The warning signs of a pathway, most urgent first. */
export function resolveWarnings(guide: Guide, { pathway }: Situation): ResolvedWarnings {
  return {
    intro: guide.warnings.intro,
    levels: guide.warnings.levels
      .map((level) => ({ ...level, signs: level.signs.filter(onPathway(pathway)) }))
      .filter(({ signs }) => signs.length),
  };
}

/** The notice of a region. Where we know no regulator's words, it says what to ask. */
export function resolveNotice(guide: Guide, { region }: Situation): ResolvedNotice {
  const { education, status, result } = guide.notices;
  const { text, cites = [] } = status[region] ?? status.other;
  return { education, status: text, result, cites };
}

/** The ids of all sources that a resolved content rests on. */
export function citedIn(content: unknown): Set<string> {
  const cited = new Set<string>();
  const collect = (value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    if ('cites' in value) (value.cites as string[]).forEach((id) => cited.add(id));
    Object.values(value).forEach(collect);
  };
  collect(content);
  return cited;
}
