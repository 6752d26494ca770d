import * as v from 'valibot';
import { allowedAddresses, safeAddress } from './address.js';
import { pathways, regions } from './choices.js';

/**
 * The shape of a guide: everything that is said to a visitor, apart from the elements' own words.
 * One schema gives the types (`Guide` and its parts) and the check of a guide that comes from outside.
 * The script itself imports only the types: the default guide is checked by the tests, not by visitors.
 * A description says what is expected, in the words of an error message.
 */

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.description('an id of small letters, digits and dashes, such as "first-visit"'),
);
const text = v.pipe(v.string(), v.regex(/\S/), v.description('a text'));
const day = v.pipe(v.number(), v.integer(), v.description('a day as a whole number; 0 is the procedure'));
const isoDate = v.pipe(v.string(), v.isoDate(), v.description('a date such as "2026-11-22"'));
const address = v.pipe(
  text,
  v.check((href) => safeAddress(href) !== undefined),
  v.description(allowedAddresses),
);
const cites = v.optional(v.array(id));
/** What a block without sources rests on: what anybody knows, or the clinic's own way. Neither states a finding. */
const basis = v.optional(v.picklist(['common-sense', 'clinic']));

const pathway = v.picklist(pathways);
const region = v.picklist(regions);

const link = v.strictObject({ text, href: address });
const piece = v.pipe(v.union([text, link]), v.description('a text or {"text": …, "href": …}'));
/** One line of text; with links, a list of pieces. */
const line = v.pipe(v.union([text, v.array(piece)]), v.description('a text, or a list of texts and links'));
/** A paragraph as text, a paragraph with links, or a list. */
const block = v.pipe(
  v.union([text, v.strictObject({ paragraph: line }), v.strictObject({ list: v.array(line) })]),
  v.description('a text, {"paragraph": …} or {"list": […]}'),
);
const body = v.pipe(v.union([block, v.array(block)]), v.description('a text or a list of blocks'));

const amount = v.pipe(v.number(), v.minValue(0), v.description('a number, 0 or more'));
const duration = v.strictObject({
  min: amount,
  max: amount,
  unit: v.picklist(['minute', 'hour', 'day', 'week', 'month']),
  /** What the figures leave out. */
  note: v.optional(text),
  /** The clinic must check this against its own protocol. */
  confirm: v.optional(v.boolean()),
});

/** Lists that a pathway adds to; everything else that a pathway says replaces the stage's own. */
const stageLists = {
  happens: v.optional(v.array(line)),
  feel: v.optional(v.array(line)),
  prepare: v.optional(v.array(line)),
  ask: v.optional(v.array(line)),
  cites,
};

const stageVariation = v.strictObject({
  title: v.optional(text),
  summary: v.optional(text),
  duration: v.optional(duration),
  ...stageLists,
});

const stage = v.strictObject({
  id,
  title: text,
  formal: v.optional(text),
  summary: text,
  /** A drawing for the marker of the stage: an SVG path of lines on a square of 24. Left out, it shows the number. */
  icon: v.optional(text),
  duration: v.optional(duration),
  ...stageLists,
  note: v.optional(text),
  /** What a visitor may do again, in days after the procedure. */
  milestones: v.optional(v.array(v.strictObject({ id, text, from: day, to: day }))),
  /** Days after the procedure on which the clinic is seen or called. */
  visits: v.optional(v.array(v.strictObject({ id, day, optional: v.optional(v.boolean()) }))),
  basis,
  /** Left out, the stage belongs to every pathway. */
  pathways: v.optional(v.array(pathway)),
  variations: v.optional(v.strictObject(v.entriesFromList(pathways, v.optional(stageVariation)))),
});

const question = v.strictObject({
  id,
  /** Left out, the question belongs to none. */
  category: v.optional(id),
  question: text,
  answer: body,
  /** Other words that a search finds this by; they are not shown. */
  keywords: v.optional(v.array(text)),
  /** The answer is open from the start. */
  open: v.optional(v.boolean()),
  pathways: v.optional(v.array(pathway)),
  regions: v.optional(v.array(region)),
  confirm: v.optional(v.boolean()),
  cites,
  basis,
});

const task = v.strictObject({
  id,
  /** Ids that the task had before: ticks under them count. */
  formerly: v.optional(v.array(id)),
  /** First and last day on which the task matters; day 0 is the procedure. */
  from: day,
  to: day,
  text: line,
  why: v.optional(line),
  pathways: v.optional(v.array(pathway)),
  confirm: v.optional(v.boolean()),
  /** Leaving this out can harm. */
  safety: v.optional(v.boolean()),
  /** An appointment. */
  visit: v.optional(v.boolean()),
  repeat: v.optional(v.literal('week')),
  cites,
});

/** Its sources are those of its tasks. */
const phase = v.strictObject({ id, title: text, from: day, to: day, tasks: v.array(task), basis });

const sign = v.strictObject({
  id,
  text: line,
  note: v.optional(text),
  pathways: v.optional(v.array(pathway)),
  /** Left out, the sign is watched for all the time. */
  from: v.optional(day),
  to: v.optional(day),
  cites,
});

const urgency = v.strictObject({
  id: v.picklist(['emergency', 'same-day', 'call']),
  title: line,
  /** The sources of the group are those of its signs. */
  signs: v.array(sign),
  basis,
});

const words = v.pipe(
  v.union([
    text,
    v.strictObject({
      zero: v.optional(text),
      one: v.optional(text),
      two: v.optional(text),
      few: v.optional(text),
      many: v.optional(text),
      other: text,
    }),
  ]),
  v.description('a text, or an object with a text for each of zero, one, two, few, many, other'),
);

const status = v.strictObject({ text, cites });

const source = v.strictObject({
  id,
  title: text,
  publisher: text,
  year: v.optional(v.pipe(v.number(), v.integer())),
  url: v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.description('an address that starts with https:')),
});

export const guideSchema = v.strictObject({
  id,
  title: text,
  lang: text,
  version: text,
  /** Who wrote it, as it is told to visitors. */
  author: text,
  written: isoDate,
  /** The day on which somebody last held the text against its sources; left out until somebody has. */
  checked: v.optional(isoDate),
  /** Who may gain from what is said: whom it was written for, who paid, who earns. */
  disclosure: text,
  scope: text,
  /** Only once a licensed clinician has signed the guide off. */
  review: v.optional(v.strictObject({ reviewer: text, credentials: text, date: isoDate })),
  /** What is told in the place of a review until there is one, such as of a translation. */
  unreviewed: v.optional(text),
  /**
   * The elements' own words, by the names in `src/words/`: what is not given stays as it is. A text that counts has
   * one form a plural category of the language.
   */
  words: v.optional(v.record(v.string(), words)),
  /** What stands for a clinic detail that the page does not give. */
  tokens: v.record(v.string(), text),
  pathways: v.array(v.strictObject({ id: pathway, name: text, formal: text, text, cites })),
  stages: v.array(stage),
  categories: v.array(v.strictObject({ id, name: text })),
  questions: v.array(question),
  phases: v.array(phase),
  warnings: v.strictObject({ intro: text, levels: v.array(urgency) }),
  /** Questions for the clinic, whatever the stage. */
  ask: v.array(line),
  notices: v.strictObject({
    education: text,
    /** The regulator's position by region; `other` where we know no regulator's words. */
    status: v.strictObject({
      ...v.entriesFromList(regions, v.optional(status)),
      other: status,
    }),
    /** What nobody can promise. */
    result: text,
  }),
  /** A guide that is laid over the default one may leave out the sources that it shares with it. */
  sources: v.optional(v.array(source)),
});

/** The sources of the default guide, a file of their own: most visitors never ask for them. */
export const sourcesSchema = v.array(source);

/** What the page's own HTML adds to an item: the slot in which the page shows what it says in its own nodes. */
interface Placed {
  readonly place?: string;
}

export type Guide = Omit<v.InferOutput<typeof guideSchema>, 'stages' | 'questions' | 'phases'> & {
  stages: Stage[];
  questions: Question[];
  phases: Phase[];
};
export type Link = v.InferOutput<typeof link>;
export type Line = v.InferOutput<typeof line>;
export type Body = v.InferOutput<typeof body>;
export type Duration = v.InferOutput<typeof duration>;
export type Stage = v.InferOutput<typeof stage> & Placed;
/** With a place, the answer is its plain text, for searching. */
export type Question = v.InferOutput<typeof question> & Placed;
export type Phase = v.InferOutput<typeof phase> & Placed;
export type Task = v.InferOutput<typeof task>;
export type Urgency = v.InferOutput<typeof urgency>;
export type Source = v.InferOutput<typeof source>;
