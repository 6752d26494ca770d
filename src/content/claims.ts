import { arabicClaims } from './claims.ar.js';
import { spanishClaims } from './claims.es.js';
import { sentencesOf, textsOf } from './texts.js';

/**
 * Which sentences claim what no study shows, or what regulators pursue? In a study of 896 clinic sites some 96 in 100
 * had at least one (Journal of Bone and Joint Surgery, 2020).
 *
 * A pattern finds words, not meaning. So a claim is let pass where its own clause denies it before it is made ("not
 * FDA-approved"), in a question, and where readers are warned of it ("Be careful with ads that say …"). The rest is
 * for a person to judge.
 */

/** How one language claims, and how it denies. Letters that `\b` does not know ask for patterns of their own. */
export interface ClaimsInLanguage {
  readonly claims: readonly { readonly pattern: RegExp; readonly why: keyof typeof reasons }[];
  /** A sentence that warns of claims. */
  readonly warning: RegExp;
  /** What ends that which a denial denies, beside commas and their like. */
  readonly clauseEnd: RegExp;
  /** Words that deny what follows. */
  readonly denial: RegExp;
  /** What denies right after the claim. */
  readonly denialAfter: RegExp;
  /** The text without what is written or left out at will, such as the vowels of Arabic; the same letter by letter. */
  readonly simplify?: (text: string) => string;
}

/** Said to the author of the guide, in English. */
const reasons = {
  praise: 'it praises instead of telling',
  cure: 'it promises a cure',
  regrowth: 'there is no good proof that joints grow back',
  approval: 'a claim about approval must name the exact product and its use',
  safety: 'it promises safety, and every treatment has risks',
  result: 'it promises a result',
  surgery: 'no study compares the shot with surgery in this way',
  cells: 'the mix holds few stem cells',
  pressure: 'it presses people who should take their time',
} as const;

const claims: ClaimsInLanguage['claims'] = [
  { pattern: /revolutionary|miracle|breakthrough|game.?chang\w*/gi, why: 'praise' },
  {
    pattern: /\bcur(?:es?|ed|ing)\b|\bheals? (?:your|the|my) (?:joints?|knees?|hips?|arthritis)/gi,
    why: 'cure',
  },
  {
    pattern:
      /\bre-?gr[eo]w|regenerat\w+ (?:your |the |new )?(?:cartilage|joints?|tissues?)|new cartilage|\brebuil[dt]/gi,
    why: 'regrowth',
  },
  {
    pattern: /FDA[- ](?:approved|registered|compliant|cleared)|approved by the FDA|FDA approval for\b/gi,
    why: 'approval',
  },
  {
    pattern:
      /safe and effective|no (?:known )?(?:side effects|risks?|downtime)|risk.?free|pain.?free|painless/gi,
    why: 'safety',
  },
  {
    pattern: /guarantee|success rate|\b\d{2} ?% (?:of (?:our |all )?)?(?:patients|success)/gi,
    why: 'result',
  },
  // Of every language whose denials are found as in English: "no es 100 % seguro".
  { pattern: /(?<!\p{Script=Arabic}.*)100 ?%/gu, why: 'result' },
  {
    pattern:
      /avoid(?:s|ing)? (?:\w+ )?surgery|alternative to (?:knee |hip |joint )?(?:surgery|replacement)/gi,
    why: 'surgery',
  },
  { pattern: /millions of (?:\w+ )?stem cells|pure stem cells/gi, why: 'cells' },
  {
    pattern: /before it(?:'s|’s| is) too late|limited (?:time|spots)|act now|discount/gi,
    why: 'pressure',
  },
];

export interface Claim {
  /** The words that make the claim. */
  readonly words: string;
  readonly sentence: string;
  readonly why: string;
}

const englishClaims: ClaimsInLanguage = {
  claims,
  warning: /\b(?:be careful|beware|be wary|watch out|do not (?:trust|believe)|don['’]t (?:trust|believe))\b/i,
  // "It is not surgery, but it cures arthritis."
  clauseEnd: /\b(?:but|and yet|yet|so|because)\b/i,
  // "No doubt" and "not only" deny nothing.
  denial:
    /\b(?:not|never|no|none|nobody|neither|nor|cannot|hardly)\b(?! (?:only|just|merely|doubt|wonder))|n['’]t\b(?! (?:only|just|wait|miss))|\bwithout (?:a |any )?$/i,
  // "A cure is not known." A pronoun in between starts a sentence of its own: "We guarantee it does not hurt."
  denialAfter:
    /^\S*(?: (?!it|you|we|they|that|this|there)\w+)? (?:is|are|was|were|has|have) (?:not|never|no)\b/i,
};

/** A text may hold sentences of any of them, whatever the page says that it is in. */
const languages: readonly ClaimsInLanguage[] = [englishClaims, spanishClaims, arabicClaims];

/** How far before a claim its denial may stand, in words: "has not been shown in people to regrow". */
const reach = 10;

function isDenied(
  { clauseEnd, denial, denialAfter }: ClaimsInLanguage,
  sentence: string,
  start: number,
  end: number,
): boolean {
  const clause = sentence
    .slice(0, start)
    .split(/[,;:،؛–—]/)
    .at(-1)!
    .split(clauseEnd)
    .at(-1)!;
  const near = clause
    .split(/(?<=\s)/)
    .slice(-reach)
    .join('');
  return denial.test(near) || denialAfter.test(sentence.slice(end));
}

/** A piece of a simplified sentence as its author wrote it. */
function asWritten(sentence: string, simplify: (text: string) => string, start: number, end: number): string {
  const places = Array.from(sentence).flatMap((letter, place) =>
    Array<number>(simplify(letter).length).fill(place),
  );
  return Array.from(sentence).slice(places[start], places[end]).join('');
}

/** The claims in a text. */
export function findClaims(text: string): Claim[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (/[?؟]["'’”»)]*$/.test(sentence)) return [];
    return languages.flatMap((language) => {
      const { simplify = String } = language;
      const simple = simplify(sentence);
      if (language.warning.test(simple)) return [];
      return language.claims.flatMap(({ pattern, why }) =>
        Array.from(simple.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length] as const)
          .filter(([start, end]) => !isDenied(language, simple, start, end))
          .map(([start, end]) => ({
            words: asWritten(sentence, simplify, start, end),
            sentence,
            why: reasons[why],
          })),
      );
    });
  });
}

/** The claims in a guide, one line of text each, for its author. Empty is good. */
export function checkClaims(guide: unknown): string[] {
  return textsOf(guide).flatMap(({ place, text }) =>
    findClaims(text).map(({ words, sentence, why }) => `${place}: “${words}” in “${sentence}”: ${why}.`),
  );
}
