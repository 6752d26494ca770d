import { sentencesOf, textsOf } from './texts.js';

/**
 * Which sentences claim what no study shows, or what regulators pursue? In a study of 896 clinic sites some 96 in 100
 * had at least one (Journal of Bone and Joint Surgery, 2020). English only.
 *
 * A pattern finds words, not meaning. So a claim is let pass where its own clause denies it before it is made ("not
 * FDA-approved"), in a question, and where readers are warned of it ("Be careful with ads that say …"). The rest is
 * for a person to judge.
 */
const claims: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /revolutionary|miracle|breakthrough|game.?chang\w*/gi, why: 'it praises instead of telling' },
  {
    pattern: /\bcur(?:es?|ed|ing)\b|\bheals? (?:your|the|my) (?:joints?|knees?|hips?|arthritis)/gi,
    why: 'it promises a cure',
  },
  {
    pattern:
      /\bre-?gr[eo]w|regenerat\w+ (?:your |the |new )?(?:cartilage|joints?|tissues?)|new cartilage|\brebuil[dt]/gi,
    why: 'there is no good proof that joints grow back',
  },
  {
    pattern: /FDA[- ](?:approved|registered|compliant|cleared)|approved by the FDA|FDA approval for\b/gi,
    why: 'a claim about approval must name the exact product and its use',
  },
  {
    pattern:
      /safe and effective|no (?:known )?(?:side effects|risks?|downtime)|risk.?free|pain.?free|painless/gi,
    why: 'it promises safety, and every treatment has risks',
  },
  {
    pattern: /guarantee|100 ?%|success rate|\b\d{2} ?% (?:of (?:our |all )?)?(?:patients|success)/gi,
    why: 'it promises a result',
  },
  {
    pattern:
      /avoid(?:s|ing)? (?:\w+ )?surgery|alternative to (?:knee |hip |joint )?(?:surgery|replacement)/gi,
    why: 'no study compares the shot with surgery in this way',
  },
  { pattern: /millions of (?:\w+ )?stem cells|pure stem cells/gi, why: 'the mix holds few stem cells' },
  {
    pattern: /before it(?:'s|’s| is) too late|limited (?:time|spots)|act now|discount/gi,
    why: 'it presses people who should take their time',
  },
];

export interface Claim {
  /** The words that make the claim. */
  readonly words: string;
  readonly sentence: string;
  readonly why: string;
}

const warning =
  /\b(?:be careful|beware|be wary|watch out|do not (?:trust|believe)|don['’]t (?:trust|believe))\b/i;

/** Words that deny what follows; "no doubt" and "not only" do not. */
const denial =
  /\b(?:not|never|no|none|nobody|neither|nor|cannot|hardly)\b(?! (?:only|just|merely|doubt|wonder))|n['’]t\b(?! (?:only|just|wait|miss))|\bwithout (?:a |any )?$/i;

/** "A cure is not known." A pronoun in between starts a sentence of its own: "We guarantee it does not hurt." */
const denialAfter =
  /^\S*(?: (?!it|you|we|they|that|this|there)\w+)? (?:is|are|was|were|has|have) (?:not|never|no)\b/i;

/** How far before a claim its denial may stand, in words: "has not been shown in people to regrow". */
const reach = 10;

function isDenied(sentence: string, start: number, end: number): boolean {
  // A comma, a colon or "but" ends what a "not" denies: "It is not surgery, but it cures arthritis."
  const clause = sentence
    .slice(0, start)
    .split(/[,;:–—]|\b(?:but|and yet|yet|so|because)\b/i)
    .at(-1)!;
  const near = clause
    .split(/(?<=\s)/)
    .slice(-reach)
    .join('');
  return denial.test(near) || denialAfter.test(sentence.slice(end));
}

/** The claims in a text. */
export function findClaims(text: string): Claim[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (/\?["'’”)]*$/.test(sentence) || warning.test(sentence)) return [];
    return claims.flatMap(({ pattern, why }) =>
      Array.from(sentence.matchAll(pattern))
        .filter(({ 0: words, index }) => !isDenied(sentence, index, index + words.length))
        .map(([words]) => ({ words, sentence, why })),
    );
  });
}

/** The claims in a guide, one line of text each, for its author. Empty is good. */
export function checkClaims(guide: unknown): string[] {
  return textsOf(guide).flatMap(({ place, text }) =>
    findClaims(text).map(({ words, sentence, why }) => `${place}: “${words}” in “${sentence}”: ${why}.`),
  );
}
