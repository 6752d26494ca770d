import english from '../../src/content/en.json';
import type { Locale } from '../../src/content/translate.js';
import { speak } from '../../src/elements/controllers/locale-controller.js';
import { en } from '../../src/words/en.js';
import { en as carry } from '../../src/words/en.carry.js';
import { finderWords } from '../../src/words/en.finder.js';
import { sourceListWords } from '../../src/words/en.source-list.js';
import { timesWords } from '../../src/words/en.times.js';
import { visitListWords } from '../../src/words/en.visit-list.js';
import { formatDate, formatDateRange, formatDuration } from '../../src/words/format.js';
import { instantOfDay, today } from '../../src/journey/days.js';

// The tests of the elements are written in English. On a page of another language they run as they are: what they
// read on the page, they read through this, which looks up each text in the file of the language and gives the
// English text of the same name. So "Next: Healing at home" is found only where the page says it in its language with
// the same text and the same values; the figures, times and dates inside are those of the page's own language.
// `textContent` in a test comes here by itself; what stands in an attribute, a field or the clipboard takes inEnglish().
// What is in no file stays as it is: whether English was left over is for languages.arabic.test.ts to say.

declare global {
  /** Only there while the page has another language. */
  var readInEnglish: ((text: string) => string) | undefined;
  interface Node {
    /** `textContent`, each text of it in English. serve-typescript.mjs puts it into the tests. */
    readonly textInEnglish: string | null;
  }
}

const tag = document.documentElement.lang;
const { language } = new Intl.Locale(tag);

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const token = /\{(\w+)\}/g;

/** Texts in which nothing is filled in. */
const exact = new Map<string, string>();

interface Template {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly english: string;
}

/** Texts in which something is filled in. */
const sentences: Template[] = [];
/** Without a word of their own, such as `{publisher}، {year}`: a date may look like it. */
const frames: Template[] = [];
/** What stands before, between and after the tokens of a text, where these are links in nodes of their own. */
const pieces = new Map<string, string>();

function learn(own: string, said: string): void {
  const names = Array.from(own.matchAll(token), ([, name]) => name!);
  if (names.length === 0) {
    if (!exact.has(tidy(own))) exact.set(tidy(own), said);
    return;
  }
  const source = own.split(token).map((part, index) => (index % 2 ? '(.+?)' : escape(part)));
  const template = { pattern: new RegExp(`^${source.join('')}$`, 's'), names, english: said };
  (/\p{L}/u.test(own.replace(token, '')) ? sentences : frames).push(template);
  const parts = [own, said].map((text) => text.split(token).filter((_part, index) => index % 2 === 0));
  if (parts[0]!.length === parts[1]!.length)
    parts[0]!.forEach((part, index) => {
      if (!/\p{L}/u.test(part)) return;
      // Without the number that it announces, a text goes without its colon as well.
      for (const end of [/^$/, /:\s*$/]) {
        const piece = tidy(part.replace(end, ''));
        if (!pieces.has(piece)) pieces.set(piece, parts[1]![index]!.replace(end, '').trim());
      }
    });
}

/** A form that says its figure in a word ("two tasks") has no token for it. */
const figures: Readonly<Record<string, string>> = { zero: '0', one: '1', two: '2' };

function learnPlural(own: Readonly<Record<string, string>>, said: Readonly<Record<string, string>>): void {
  for (const [form, text] of Object.entries(own)) {
    const inEnglish = (form === 'one' && said['one']) || said['other']!;
    learn(
      text,
      text.includes('{count}') ? inEnglish : inEnglish.replace('{count}', figures[form] ?? '{count}'),
    );
  }
}

function learnAll(own: unknown, said: unknown): void {
  if (typeof own === 'string') {
    if (typeof said === 'string' && own !== said) learn(own, said);
  } else if (own && said && typeof own === 'object')
    for (const [key, value] of Object.entries(own)) learnAll(value, (said as Record<string, unknown>)[key]);
}

/** No time and no date is longer, in letters; to try a whole answer takes long. */
const longestTime = 50;

const units = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

function durationInEnglish(text: string): string | undefined {
  const found = (text.match(/\d+/g) ?? []).map(Number);
  for (const [min, max] of found.length
    ? [[found[0]!, found.at(-1)!]]
    : [
        [1, 1],
        [2, 2],
      ])
    for (const unit of units)
      if (formatDuration(tag, { min: min!, max: max!, unit } as never) === text)
        return formatDuration('en-US', { min: min!, max: max!, unit } as never);
  return undefined;
}

/** The lengths, in days, of all that has a first and a last day. */
function* spansIn(value: unknown): Generator<number> {
  if (!value || typeof value !== 'object') return;
  const { from, to } = value as Record<string, unknown>;
  if (typeof from === 'number' && typeof to === 'number') yield to - from;
  for (const inner of Object.values(value)) yield* spansIn(inner);
}

const spans = new Set([0, ...spansIn(english)]);
const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
);

/** Dates in the tests are from two years ago to two years from now, alone or as the days of a part of a list. */
function dateInEnglish(text: string): string | undefined {
  if (text.length > longestTime || !months.some((month) => text.includes(month))) return undefined;
  const numbers = new Set((text.match(/\d+/g) ?? []).map(Number));
  for (let day = today() - 750; day < today() + 750; day++) {
    if (!numbers.has(instantOfDay(day).getUTCDate())) continue;
    if (formatDate(tag, day) === text) return formatDate('en-US', day);
    for (const span of spans)
      if (formatDateRange(tag, day, day + span) === text) return formatDateRange('en-US', day, day + span);
  }
  return undefined;
}

/** Times one after the other: `أسبوعان و6 أسابيع`. */
function durationsInEnglish(text: string): string | undefined {
  if (text.length > longestTime) return undefined;
  const said = text.split(/ و(?=\S)/).map(durationInEnglish);
  return said.every((each) => each !== undefined) ? new Intl.ListFormat('en-US').format(said) : undefined;
}

/** Numbers one after the other: `1، 2`. */
const numbersInEnglish = (text: string): string | undefined =>
  /^\d+(?:، \d+)+$/.test(text) ? text.replaceAll('،', ',') : undefined;

/** One text after another, with a colon between them or each with its mark, as in what is announced and read aloud. */
function eachInEnglish(text: string): string | undefined {
  const ends = Array.from(text.matchAll(/(?<=[؟?.]) |: /g), ({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  // A text may be of several sentences: the longest that is one.
  const known = ends.findLast(([end]) => wholeInEnglish(text.slice(0, end)) !== undefined);
  const [end, next] = known ?? ends[0] ?? [];
  if (end === undefined) return undefined;
  const head = text.slice(0, end);
  return (wholeInEnglish(head) ?? head) + text.slice(end, next) + read(text.slice(next));
}

function wholeInEnglish(text: string): string | undefined {
  return (
    exact.get(text) ??
    filled(sentences, text) ??
    durationsInEnglish(text) ??
    numbersInEnglish(text) ??
    dateInEnglish(text) ??
    pieces.get(text)
  );
}

const found = new Map<string, string | undefined>();

const find = (text: string): string | undefined =>
  wholeInEnglish(text) ?? eachInEnglish(text) ?? filled(frames, text);

function read(text: string): string {
  const core = tidy(text);
  if (!/[\p{Script=Arabic}،]/u.test(core)) return text;
  if (!found.has(core)) found.set(core, find(core));
  const inEnglish = found.get(core);
  return inEnglish === undefined ? text : /^\s*/.exec(text)![0] + inEnglish + /\s*$/.exec(text)![0];
}

function filled(templates: readonly Template[], text: string): string | undefined {
  for (const { pattern, names, english } of templates) {
    const values = pattern.exec(text);
    if (values)
      return english.replace(token, (all, name: string) => {
        const value = values[names.indexOf(name) + 1];
        return value === undefined ? all : read(value);
      });
  }
  return undefined;
}

const { guide, words } = (await (await fetch(`/src/locales/${language}.json`)).json()) as Locale;
// Two words have one name: the one on the page itself goes first.
const englishWords = {
  ...carry,
  ...finderWords,
  ...sourceListWords,
  ...timesWords,
  ...visitListWords,
  ...en,
};
const ownWords = words as unknown as Record<string, string | Record<string, string>>;
for (const [name, said] of Object.entries(englishWords)) {
  const own = ownWords[name]!;
  if (typeof own === 'string') learn(own, said as string);
}
learnAll(guide, english);
// Last, since a form for none may say what another text says: "Your procedure is today."
for (const [name, said] of Object.entries(englishWords))
  if (typeof said === 'object') learnPlural(ownWords[name] as Record<string, string>, said);
// Of two that fit, the one that says more.
sentences.sort(
  (a, b) => b.pattern.source.replaceAll('(.+?)', '').length - a.pattern.source.replaceAll('(.+?)', '').length,
);

const hidden = new Set(['STYLE', 'SCRIPT']);
Object.defineProperty(Node.prototype, 'textInEnglish', {
  get(this: Node) {
    if (this instanceof Text) return read(this.data);
    if (this instanceof Element && hidden.has(this.tagName)) return this.textContent;
    // A sentence with a link in it, whose words may stand in another order.
    if (this instanceof Element && this.children.length > 0 && !this.querySelector(':not(a, b, bdi)')) {
      const whole = read(this.textContent);
      if (whole !== this.textContent) return whole;
    }
    return Array.from(this.childNodes, (node) => (node instanceof Comment ? '' : node.textInEnglish)).join(
      '',
    );
  },
});

/** Lines of what is copied begin with a mark. */
globalThis.readInEnglish = (text: string) =>
  text
    .split(/^(- |\[.\] )|(\n)/m)
    .map((part) => read(part ?? ''))
    .join('');

// The language of the page is there before the first test, as it is on a page after the first moment: that it is
// waited for is what languages.test.ts tries.
for (let { waits } = speak(tag); waits; { waits } = speak(tag)) await waits;
// On a page in English after all, every test would pass and show nothing.
if (speak(tag).guide.lang !== language) throw new Error(`The page is not in "${language}".`);
