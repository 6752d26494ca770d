import { readFileSync } from 'node:fs';
import { importSource } from '../support/import-source.mjs';

// What do all pages of the bench say? The default guide, as a patient on one pathway meets it.

const {
  fillGuide,
  plainText,
  resolvePhases,
  resolveQuestions,
  resolveStages,
  resolveWarnings,
  resolveNotice,
} = await importSource('content/resolve.ts');

/** How our own element is set up to say the same: with these nothing is left for the visitor to choose. */
export const situation = { pathway: 'bone-marrow', region: 'us' };

const english = JSON.parse(readFileSync(new URL('../../src/content/en.json', import.meta.url)));
const guide = fillGuide(english, situation.region, {});
const resolved = { ...situation, clinic: {} };

const lists = {
  happens: 'What happens',
  feel: 'What you may feel',
  prepare: 'How to get ready',
  ask: 'What to ask',
};

const blocksOf = (answer) =>
  [answer]
    .flat()
    .map((block) =>
      typeof block === 'string'
        ? block
        : 'list' in block
          ? { list: block.list.map(plainText) }
          : plainText(block.paragraph),
    );

const questionsOf = (questions) =>
  questions.map(({ id, category, question, answer }) => ({
    id,
    category,
    question,
    answer: blocksOf(answer),
  }));

const { education, status, result } = resolveNotice(guide, resolved);
const warnings = resolveWarnings(guide, resolved);

/** Everything that is said, without any markup. */
export const text = {
  notice: [education, status, result],
  stages: resolveStages(guide, resolved).map((stage) => ({
    id: stage.id,
    title: stage.title,
    summary: stage.summary,
    sections: Object.entries(lists)
      .map(([key, title]) => ({ title, lines: stage[key].map(plainText) }))
      .filter(({ lines }) => lines.length),
  })),
  questions: questionsOf(resolveQuestions(guide, resolved)),
  warnings: {
    intro: warnings.intro,
    levels: warnings.levels.map(({ title, signs }) => ({
      title: plainText(title),
      signs: signs.map(({ text, note = '' }) => [plainText(text), note].filter(Boolean).join(' ')),
    })),
  },
  phases: resolvePhases(guide, resolved).map(({ id, title, tasks }) => ({
    id,
    title,
    tasks: tasks.map(({ id, text, why }) => ({ id, text: plainText(text), why: why ? plainText(why) : '' })),
  })),
};

/** The guide's own questions over and over, each with its number, so that no two are the same. */
export function manyQuestions(count) {
  return Array.from({ length: count }, (_, index) => {
    const { id, question, ...rest } = text.questions[index % text.questions.length];
    return { ...rest, id: `${id}-${index}`, question: `${index + 1}. ${question}` };
  });
}

/** Each sentence that a page must show, in no order. */
export function sentences({ notice, stages, questions, warnings, phases }) {
  return [
    ...(notice ?? []),
    ...(stages ?? []).flatMap(({ title, summary, sections }) => [
      title,
      summary,
      ...sections.flatMap(({ lines }) => lines),
    ]),
    ...questions.flatMap(({ question, answer }) => [
      question,
      ...answer.flatMap((block) => block.list ?? block),
    ]),
    ...(warnings
      ? [warnings.intro, ...warnings.levels.flatMap(({ title, signs }) => [title, ...signs])]
      : []),
    ...(phases ?? []).flatMap(({ title, tasks }) => [
      title,
      ...tasks.flatMap(({ text, why }) => [text, why]),
    ]),
  ].filter(Boolean);
}
