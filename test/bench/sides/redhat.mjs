import { answer, escape, sections, stageBody } from '../markup.mjs';
import { tasks } from './plain.mjs';

export const name = 'Red Hat';
export const packageName = '@rhds/elements';
export const tags = ['rh-accordion-header', 'rh-accordion-panel'];

const item = (title, body, open) =>
  `<h3><rh-accordion-header${open ? ' expanded' : ''}>${escape(title)}</rh-accordion-header></h3>` +
  `<rh-accordion-panel${open ? ' expanded' : ''}>${body}</rh-accordion-panel>`;

const accordion = (items) => `<rh-accordion>${items.join('\n')}</rh-accordion>`;

export const page = (text) => ({
  body: sections(text, {
    stages: (stages) =>
      `<rh-progress-stepper>${stages
        .map(
          ({ title }, index) =>
            `<rh-progress-step state="${index ? 'inactive' : 'active'}">${escape(title)}</rh-progress-step>`,
        )
        .join('')}</rh-progress-stepper>` +
      accordion(stages.map((stage, index) => item(stage.title, stageBody(stage), !index))),
    questions: (questions) => accordion(questions.map((each) => item(each.question, answer(each.answer)))),
    tasks,
    tools:
      '<p><label for="search">Search</label> <input type="search" id="search"> <rh-button id="all">Show all</rh-button></p>',
  }),
});

export const hands = {
  question: (index) =>
    `document.querySelectorAll('#questions rh-accordion-header')[${index}].shadowRoot.querySelector('button')`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search')`,
  task: `document.querySelector('input[type=checkbox]')`,
  shown: `document.querySelectorAll('#questions rh-accordion-header:not([hidden])').length`,
  open: `document.querySelectorAll('#questions rh-accordion-panel[expanded]').length`,
};
