import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';
import {
  englishWords,
  languages,
  localeFromSource,
  textsOfLanguage,
  wordsOfLanguage,
} from '../support/locales.mjs';

const { textsOf: allTextsOf } = await importSource('content/texts.ts');
const { readGuide } = await importSource('content/read.ts');
const { neutralKeys } = await importSource('content/neutral.ts');
const { shipped } = await importSource('content/locale.ts');
const { findClaims } = await importSource('content/claims.ts');
const { readingOfSpanish, syllablesInSpanish } = await importSource('content/readability.es.ts');

/** A drawing is no text that anybody reads. */
const textsOf = (content) => allTextsOf(content).filter(({ place }) => !place.endsWith('.icon'));

const english = defaultGuide();
const words = await englishWords();

/** Texts that are right in both languages. */
const mayBeEnglish = {
  es: ['No', ',', '{name} ({count})', '{publisher}, {year}', 'stemcell-guide'],
  ar: ['{name} ({count})', '{publisher}, {year}', '{publisher}، {year}'],
};
/** Names that stay as they are in a text of any language. */
const names =
  /FDA|MedWatch|Medicare|Medicaid|Health Canada|ATMPs?|BMAC|stemcell-guide|Advil|Motrin|Aleve|Tylenol|Panadol/g;
const functionWords =
  /\b(the|and|of|to|you|your|is|are|with|for|this|that|it|not|can|may|will|what|when|how|from|have|be|by|in|on|or|if|do)\b/i;
/** English words that are Spanish ones, too. */
const sharedWords = { es: /\b(no|me|he|a|son|has|do)\b/gi, ar: /(?!)/g };

const tokensIn = (text) => [...text.matchAll(/\{\w+\}/g)].flat().sort();
const placeOf = ({ place }) => place;
/** The search words of a language are its own. */
const isKeyword = (place) => place.includes('.keywords.');
const without = (pattern, text) => text.replace(pattern, '');

/** Everything in a guide that is no text, by its place. */
function neutralOf(value, place = '') {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${place}.${value.id ?? ''}.${key}`;
    const holdsItems = Array.isArray(inner) && typeof inner[0] === 'object';
    if (key === 'lang') return [];
    return (neutralKeys.has(key) && !holdsItems) || typeof inner === 'number' || typeof inner === 'boolean'
      ? [[at, inner]]
      : neutralOf(inner, at);
  });
}

describe('the languages', () => {
  it('are those that the elements ask for', () => {
    assert.deepEqual(languages.toSorted(), [...shipped].toSorted());
  });
});

for (const language of languages) {
  const texts = textsOfLanguage(language);
  const own = wordsOfLanguage(language);
  const locale = await localeFromSource(language);
  const placed = textsOf(locale.guide);

  describe(`the guide in "${language}"`, () => {
    it('has every text of the English one, and none beside it but that it is not reviewed', () => {
      const places = (guide) =>
        textsOf(guide)
          .map(placeOf)
          .filter((place) => !isKeyword(place));
      assert.deepEqual(places(locale.guide).toSorted(), [...places(english), 'unreviewed'].toSorted());
      // Each of them is of the language itself: nothing was filled up from the English one.
      const given = new Set(places(texts));
      assert.deepEqual(
        places(english).filter((place) => !given.has(place)),
        [],
      );
    });

    it('has search words wherever the English one has some', () => {
      for (const { id, keywords } of english.questions)
        if (keywords) assert.ok(texts.questions.find((question) => question.id === id).keywords.length, id);
    });

    it('has the ids, sources, days and figures of the English one, in the same order', () => {
      assert.deepEqual(neutralOf(locale.guide), neutralOf(english));
    });

    it('says of itself that no clinician who speaks it has reviewed it', () => {
      assert.equal(locale.reviewed, false);
      assert.equal(locale.guide.review, undefined);
      assert.ok(locale.guide.unreviewed);
    });

    it('is a guide without a fault', () => {
      assert.deepEqual(readGuide(structuredClone(locale.guide), english).problems, []);
    });

    it('fills in what the English texts fill in', () => {
      const expected = new Map(textsOf(english).map(({ place, text }) => [place, tokensIn(text)]));
      for (const { place, text } of placed)
        if (!isKeyword(place) && expected.has(place))
          assert.deepEqual(tokensIn(text), expected.get(place), place);
    });

    it('has no English left in it', () => {
      const originals = new Map(textsOf(english).map(({ place, text }) => [place, text]));
      const left = placed
        .filter(({ place }) => !isKeyword(place))
        .filter(
          ({ place, text }) =>
            text === originals.get(place) ||
            functionWords.test(without(names, text).replace(sharedWords[language], '')),
        );
      assert.deepEqual(left, []);
    });
  });

  describe(`the words in "${language}"`, () => {
    const formsOf = (text) => (typeof text === 'string' ? { other: text } : text);

    it('are all there, and no others', () => {
      assert.deepEqual(Object.keys(own).toSorted(), Object.keys(words).toSorted());
    });

    it('count in the forms of the language, where the English ones count', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      // Spanish has a form for millions.
      const needed = pluralCategories.filter((category) => !(language === 'es' && category === 'many'));
      for (const [key, text] of Object.entries(words)) {
        assert.equal(typeof own[key], typeof text, key);
        if (typeof text === 'string' || Object.keys(text).length === 1) continue;
        assert.deepEqual(Object.keys(own[key]).toSorted(), needed.toSorted(), key);
      }
    });

    it('fill in what the English ones fill in', () => {
      for (const [key, text] of Object.entries(words)) {
        const expected = tokensIn(formsOf(text).other);
        for (const [form, translation] of Object.entries(formsOf(own[key]))) {
          const tokens = tokensIn(translation);
          // One and two may be said in words: "tomorrow".
          if (form === 'other' || !['zero', 'one', 'two'].includes(form))
            assert.deepEqual(tokens, expected, `${key}.${form}`);
          else
            assert.ok(
              tokens.every((token) => expected.includes(token)),
              `${key}.${form}`,
            );
        }
      }
    });

    it('have no English left in them', () => {
      const left = Object.entries(own).flatMap(([key, text]) =>
        Object.values(formsOf(text)).filter(
          (form) =>
            !mayBeEnglish[language]?.includes(form) &&
            (Object.values(formsOf(words[key])).includes(form) ||
              functionWords.test(
                without(/\{\w+\}/g, without(names, form)).replace(sharedWords[language], ''),
              )),
        ),
      );
      assert.deepEqual(left, []);
    });

    it('are none of them empty, and none has a double space or a space at an end', () => {
      for (const text of Object.values(own).flatMap((each) => Object.values(formsOf(each))))
        assert.ok(text && text === text.trim() && !text.includes('  '), text);
    });
  });

  it(`nothing is claimed in "${language}" that regulators pursue`, () => {
    const all = [
      ...placed.map(({ text }) => text),
      ...Object.values(own).flatMap((text) => Object.values(formsOfAny(text))),
    ];
    assert.deepEqual(all.flatMap(findClaims), []);
  });
}

function formsOfAny(text) {
  return typeof text === 'string' ? { other: text } : text;
}

describe('Spanish', async () => {
  const { guide, words: own } = await localeFromSource('es');
  const fill = (text) =>
    text.replace(
      /\{(\w+)\}/g,
      (_token, name) => guide.tokens[name] ?? (/count|done|number/.test(name) ? '20' : '555-0100'),
    );
  const textsIn = (part) =>
    textsOf(part)
      .filter(({ place }) => !/(^|\.)(formal|tokens|keywords)(\.|$)/.test(place))
      .map(({ text }) => fill(text));
  const whole = readingOfSpanish('the whole guide in Spanish', textsIn(guide));
  const answers = readingOfSpanish(
    'answers as prose, in Spanish',
    guide.questions.map(({ answer }) => fill(answer)),
  );
  const elements = readingOfSpanish(
    'the words of the elements in Spanish',
    Object.values(own).flatMap((text) => Object.values(formsOfAny(text)).map(fill)),
  );
  const blocks = ['pathways', 'stages', 'questions', 'phases']
    .flatMap((section) =>
      guide[section].map((item) => readingOfSpanish(`${section}.${item.id}`, textsIn(item))),
    )
    .toSorted((a, b) => a.inflesz - b.inflesz);
  const row = ({ name, sentences, words: count, inflesz, fernandezHuerta, longest }) =>
    [name.padEnd(38), sentences, count, inflesz.toFixed(1), fernandezHuerta.toFixed(1), longest].join('  ');
  console.log(['', 'sentences, words, INFLESZ, Fernández Huerta, longest sentence'].join(''.padEnd(38)));
  for (const reading of [answers, whole, elements, ...blocks.slice(0, 3)]) console.log(row(reading));
  console.log(`The longest sentence in Spanish: ${whole.longestSentence}`);

  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('is as easy as the README tells', () => {
    for (const { name, inflesz, fernandezHuerta, longest } of [answers, whole]) {
      const [, ...cells] = readme.split(`| ${name} `)[1]?.split('\n')[0].split('|') ?? [];
      assert.deepEqual(
        cells.slice(0, 3).map((cell) => Number.parseFloat(cell)),
        [Number(inflesz.toFixed(1)), Number(fernandezHuerta.toFixed(1)), longest],
        name,
      );
    }
  });

  it('is fairly easy as a whole, and no part of it is harder than normal', () => {
    for (const reading of [answers, whole, elements]) assert.ok(reading.inflesz >= 65, row(reading));
    for (const block of blocks) assert.ok(block.inflesz >= 55, row(block));
    assert.ok(whole.longest <= 26, whole.longestSentence);
  });

  it('has its syllables counted as they are spoken', () => {
    const spoken = {
      médico: 3,
      aguja: 3,
      que: 1,
      guía: 2,
      día: 2,
      leer: 2,
      cuidado: 3,
      ciudad: 2,
      muy: 1,
      y: 1,
      médula: 3,
      ósea: 3,
      FDA: 3,
      20: 2,
      averigüe: 4,
      oír: 2,
      después: 2,
    };
    for (const [word, count] of Object.entries(spoken)) assert.equal(syllablesInSpanish(word), count, word);
  });
});
