import { checkAttribution, checkBalance, listUnconfirmed } from '../content/attribution.js';
import { checkClaims } from '../content/claims.js';
import english from '../content/en.json';
import sources from '../content/en.sources.json';
import type { Guide } from '../content/guide.js';
import { readGuide } from '../content/read.js';
import { checkReadability } from '../content/readability.js';

/** What a check has to say. Problems are to be mended; notes are for thought. */
export interface Findings {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** @param shown - What a visitor would get: the guide over the default one. */
type Check = (guide: unknown, shown: Guide, problems: readonly string[]) => Partial<Findings>;

/** The checks by what they look at, in the order in which they are told. A new one is a line here. */
const checks: Readonly<Record<string, Check>> = {
  shape: (_guide, _shown, problems) => ({ problems }),
  sources: unknownSources,
  claims: (_guide, shown) => ({ problems: checkClaims(shown) }),
  balance: (_guide, shown) => ({ problems: checkBalance(shown) }),
  attribution: (_guide, shown) => ({ notes: checkAttribution(shown) }),
  // The scores are made for English.
  readability: (_guide, shown) => ({ notes: /^en\b/i.test(shown.lang) ? checkReadability(shown) : [] }),
  markup: (guide) => ({ notes: markupIn(guide, '') }),
  confirmation: (_guide, shown) => ({ notes: listUnconfirmed(shown).map((place) => `to confirm: ${place}`) }),
};

/** Says everything about a guide that is to be laid over the default one. */
export function check(guide: unknown): Findings {
  const { guide: shown, problems } = readGuide(guide, english as Guide);
  const found = Object.values(checks).map((look) => look(guide, shown, problems));
  return {
    problems: found.flatMap((findings) => findings.problems ?? []),
    notes: found.flatMap((findings) => findings.notes ?? []),
  };
}

/** Sources that are cited and that nobody gives. */
function unknownSources(_guide: unknown, shown: Guide): Partial<Findings> {
  const known = new Set([...sources, ...(shown.sources ?? [])].map(({ id }) => id));
  const problems: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (!value || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      const { id } = (inner ?? {}) as { id?: string };
      const at = Array.isArray(value) ? `${path}[${id ?? key}]` : path ? `${path}.${key}` : key;
      if (key !== 'cites') look(inner, at);
      else
        for (const cited of inner as string[])
          if (!known.has(cited)) problems.push(`${at}: "${cited}"; expected the id of one of the sources`);
    }
  };
  look(shown, '');
  return { problems };
}

/** Texts with tags or entities in them: a visitor reads those as they are written. */
function markupIn(value: unknown, path: string): string[] {
  if (typeof value === 'string')
    return /<\/?[a-z][^>]*>|&(\w+|#\d+);/i.test(value)
      ? [
          `${path}: HTML in a text; a visitor reads the tags. Expected plain text, or blocks such as {"list": […]}`,
        ]
      : [];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    markupIn(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  );
}
