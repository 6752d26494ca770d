import { answer, escape, sections, stageBody } from '../markup.mjs';

export const name = 'Web Awesome';
export const packageName = '@awesome.me/webawesome';
export const tags = ['wa-accordion-item', 'wa-checkbox', 'wa-input'];

const item = (title, body, open) =>
  `<wa-accordion-item${open ? ' expanded' : ''}><span slot="label">${escape(title)}</span>${body}</wa-accordion-item>`;

const accordion = (items) => `<wa-accordion>${items.join('\n')}</wa-accordion>`;

export const page = (text) => ({
  body: sections(text, {
    stages: (stages) =>
      `<wa-stepper label="Stages">${stages
        .map(({ id, title }) => `<wa-step name="${id}">${escape(title)}</wa-step>`)
        .join('')}</wa-stepper>` +
      accordion(stages.map((stage, index) => item(stage.title, stageBody(stage), !index))),
    questions: (questions) => accordion(questions.map((each) => item(each.question, answer(each.answer)))),
    tasks: (list) =>
      list
        .map(
          ({ text, why }) =>
            `<p><wa-checkbox>${escape(text)}<span slot="hint">${escape(why)}</span></wa-checkbox></p>`,
        )
        .join(''),
    tools:
      '<p><wa-input type="search" id="search" label="Search"></wa-input> <wa-button id="all">Show all</wa-button></p>',
  }),
});

export const hands = {
  question: (index) =>
    `document.querySelectorAll('#questions wa-accordion-item')[${index}].shadowRoot.querySelector('button')`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search').shadowRoot.querySelector('input')`,
  task: `document.querySelector('wa-checkbox').shadowRoot.querySelector('input')`,
  shown: `document.querySelectorAll('#questions wa-accordion-item:not([hidden])').length`,
  open: `document.querySelectorAll('#questions wa-accordion-item[expanded]').length`,
};
