import type { Duration, Guide, Question, Source, Task } from './guide.js';
import { citedIn, plainText } from './resolve.js';

/** On what does each part of a guide rest, and what has nobody confirmed yet? For authors and tests; each answer is a line of text. */

interface Block {
  readonly place: string;
  readonly content: object;
}

/** What must say on what it rests. A phase and a group of signs rest on the sources of what is in them. */
function blocksOf(guide: Partial<Guide>): Block[] {
  const place = (section: string, items: readonly { id: string }[] = []): Block[] =>
    items.map((content) => ({ place: `${section}.${content.id}`, content }));
  return [
    ...place('pathways', guide.pathways),
    ...place('stages', guide.stages),
    ...place('questions', guide.questions),
    ...place('phases', guide.phases),
    ...place('warnings.levels', guide.warnings?.levels),
  ];
}

/** Blocks that neither cite a source nor say, as `basis`, that they need none. */
export function checkAttribution(guide: Partial<Guide>): string[] {
  return blocksOf(guide)
    .filter(({ content }) => !citedIn(content).size && !('basis' in content))
    .map(({ place }) => `${place}: cites no source. Add "cites", or "basis": "common-sense" or "clinic".`);
}

/**
 * Ids that are cited and stand for no source, and sources that nobody cites.
 * @param sources - The sources that the guide may cite: its own and those of the default guide.
 */
export function checkSources(guide: Partial<Guide>, sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ id }) => id));
  const cited = citedIn({ ...guide, sources: undefined });
  return [
    ...[...cited].filter((id) => !known.has(id)).map((id) => `cites "${id}": there is no such source.`),
    ...[...known].filter((id) => !cited.has(id)).map((id) => `sources.${id}: nothing cites it.`),
  ];
}

/** The single tasks and signs that have no source of their own, within groups that cite. */
export function listUnsourced(guide: Partial<Guide>): string[] {
  return [
    ...(guide.phases ?? []).flatMap(({ id, tasks }) =>
      tasks.map((task) => [`phases.${id}.tasks`, task] as const),
    ),
    ...(guide.warnings?.levels ?? []).flatMap(({ id, signs }) =>
      signs.map((sign) => [`warnings.levels.${id}.signs`, sign] as const),
    ),
  ]
    .filter(([, item]) => !item.cites?.length)
    .map(([place, item]) => `${place}.${item.id}: “${plainText(item.text)}”`);
}

/** What the clinic has to confirm or change before its patients act on it, and whether a clinician has signed. */
export function listUnconfirmed(guide: Partial<Guide>): string[] {
  const found: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (!value || typeof value !== 'object') return;
    if ('confirm' in value && value.confirm === true) found.push(`${place}: ${summaryOf(value)}`);
    for (const [key, inner] of Object.entries(value)) {
      const name = Array.isArray(value) ? ((inner as { id?: string } | null)?.id ?? key) : key;
      look(inner, place ? `${place}.${name}` : name);
    }
  };
  look(guide, '');
  return guide.review ? found : [...found, 'review: no clinician has signed this guide off.'];
}

/** What a visitor reads there, as short as it can be told. */
function summaryOf(item: object): string {
  const { min, max, unit, question, text = '' } = item as Partial<Duration & Question & Task>;
  return unit ? `${min} to ${max} ${unit}s` : `“${question ?? plainText(text)}”`;
}

/** What patients are most often not told, and where this guide tells it. */
const balance: Readonly<Record<string, (guide: Partial<Guide>) => unknown>> = {
  'the risks (question "risks")': (guide) => has(guide, 'risks'),
  'how weak the proof is (question "does-it-work")': (guide) => has(guide, 'does-it-work'),
  'who should not have it (question "who-should-not")': (guide) => has(guide, 'who-should-not'),
  'the price (question "cost")': (guide) => has(guide, 'cost'),
  'the other choices (question "other-choices")': (guide) => has(guide, 'other-choices'),
  'the regulator’s position (notices.status)': ({ notices }) => notices?.status?.other?.text,
  'that nobody can promise a result (notices.result)': ({ notices }) => notices?.result,
  'the warning signs (warnings.levels)': ({ warnings }) => warnings?.levels.some(({ signs }) => signs.length),
};

const has = ({ questions = [] }: Partial<Guide>, id: string): boolean =>
  questions.some((item) => item.id === id);

/** What a guide leaves out that a patient must be told: benefits without risks are half the truth. */
export function checkBalance(guide: Partial<Guide>): string[] {
  return Object.entries(balance)
    .filter(([, tells]) => !tells(guide))
    .map(([what]) => `The guide does not tell ${what}.`);
}
