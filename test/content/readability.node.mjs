import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';

const { checkReadability, readGuide, readingOf, readingTable } = await importSource('content/readability.ts');
const { en } = await importSource('words/en.ts');
const { finderWords } = await importSource('words/en.finder.ts');
const { sourceListWords } = await importSource('words/en.source-list.ts');

const { answers, whole, blocks } = readGuide(defaultGuide());
const ownWords = readingOf(
  'the words of the elements',
  Object.values({ ...en, ...finderWords, ...sourceListWords }).flatMap((text) =>
    typeof text === 'string' ? [text] : Object.values(text),
  ),
);
const hardest = blocks.toSorted((a, b) => b.grade - a.grade).slice(0, 3);
console.log(readingTable([answers, whole, ownWords, ...hardest]));
console.log(`The longest sentence: ${whole.longestSentence}`);

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('readability', () => {
  it('the README tells what is measured', () => {
    for (const { name, grade, smog, ease, longest } of [answers, whole]) {
      const [, ...cells] = readme.split(`| ${name} `)[1]?.split('\n')[0].split('|') ?? [];
      const told = cells.slice(0, 4).map((cell) => Number.parseFloat(cell));
      assert.deepEqual(
        told,
        [Number(grade.toFixed(1)), Number(smog.toFixed(1)), Math.round(ease), longest],
        name,
      );
    }
  });

  it('the default guide keeps its limits', () => {
    assert.deepEqual(checkReadability(defaultGuide()), []);
  });

  it('the words of the elements are no harder than the guide', () => {
    assert.ok(ownWords.grade <= 4, `grade ${ownWords.grade}`);
    assert.ok(ownWords.ease >= 80, `reading ease ${ownWords.ease}`);
    assert.ok(ownWords.longest <= 20, ownWords.longestSentence);
  });

  it('a copy with one sentence of 21 words is told which', () => {
    const guide = defaultGuide();
    const long = `The team ${'and the team '.repeat(6)}rests.`;
    guide.stages[2].happens[0] = long;
    assert.deepEqual(checkReadability(guide), [
      `stages.processing.happens.1: 21 words in one sentence; the limit is 20: “${long}”`,
    ]);
  });

  it('a copy with one hard answer is told so', () => {
    const guide = defaultGuide();
    guide.questions[0].answer =
      'Autologous regenerative interventions necessitate individualized multidisciplinary evaluation.';
    assert.match(
      checkReadability(guide).join('\n'),
      /^questions\.what-is: reads at grade \d+\.\d; the limit is 8\./m,
    );
  });

  it('counts words, sentences and syllables as it says', () => {
    const { sentences, words, longest } = readingOf('', [
      'Dr. Lee takes an X-ray. It costs $5,000, not 20.',
      'Rest',
    ]);
    assert.deepEqual({ sentences, words, longest }, { sentences: 3, words: 11, longest: 5 });
    // One sentence of five words with six syllables ("20" is two): 0.39 · 5 + 11.8 · 6/5 − 15.59.
    assert.equal(readingOf('', ['You rest for 20 days.']).grade.toFixed(2), '0.52');
  });
});
