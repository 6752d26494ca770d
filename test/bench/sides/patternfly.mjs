import { answer, escape, sections, stageBody } from '../markup.mjs';
import { tasks } from './plain.mjs';

export const name = 'PatternFly';
export const packageName = '@patternfly/elements';
export const tags = ['pf-accordion-header', 'pf-accordion-panel', 'pf-text-input'];

const item = (title, body, open) =>
  `<pf-accordion-header${open ? ' expanded' : ''}><h3>${escape(title)}</h3></pf-accordion-header>` +
  `<pf-accordion-panel${open ? ' expanded' : ''}>${body}</pf-accordion-panel>`;

const accordion = (items) => `<pf-accordion>${items.join('\n')}</pf-accordion>`;

export const page = (text) => ({
  body: sections(text, {
    stages: (stages) =>
      `<pf-progress-stepper>${stages
        .map(
          ({ title }, index) =>
            `<pf-progress-step${index ? '' : ' current'}>${escape(title)}</pf-progress-step>`,
        )
        .join('')}</pf-progress-stepper>` +
      accordion(stages.map((stage, index) => item(stage.title, stageBody(stage), !index))),
    questions: (questions) => accordion(questions.map((each) => item(each.question, answer(each.answer)))),
    tasks,
    tools:
      '<p><label for="search">Search</label> <pf-text-input type="search" id="search"></pf-text-input> <pf-button id="all">Show all</pf-button></p>',
  }),
});

export const hands = {
  question: (index) =>
    `document.querySelectorAll('#questions pf-accordion-header')[${index}].shadowRoot.querySelector('button')`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search').shadowRoot.querySelector('input')`,
  task: `document.querySelector('input[type=checkbox]')`,
  shown: `document.querySelectorAll('#questions pf-accordion-header:not([hidden])').length`,
  open: `document.querySelectorAll('#questions pf-accordion-panel[expanded]').length`,
};
