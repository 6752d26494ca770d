import { answer, escape, sections, stageBody } from '../markup.mjs';

export const name = 'Shoelace';
export const packageName = '@shoelace-style/shoelace';
export const tags = ['sl-details', 'sl-checkbox', 'sl-input'];

const item = (title, body, open) =>
  `<sl-details${open ? ' open' : ''}><span slot="summary">${escape(title)}</span>${body}</sl-details>`;

export const page = (text) => ({
  body: sections(text, {
    stages: (stages) => stages.map((stage, index) => item(stage.title, stageBody(stage), !index)).join('\n'),
    questions: (questions) => questions.map((each) => item(each.question, answer(each.answer))).join('\n'),
    tasks: (list) =>
      list
        .map(
          ({ text, why }) =>
            `<p><sl-checkbox>${escape(text)}<span slot="help-text">${escape(why)}</span></sl-checkbox></p>`,
        )
        .join(''),
    tools:
      '<p><sl-input type="search" id="search" label="Search"></sl-input> <sl-button id="all">Show all</sl-button></p>',
  }),
});

export const hands = {
  question: (index) =>
    `document.querySelectorAll('#questions sl-details')[${index}].shadowRoot.querySelector('summary')`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search').shadowRoot.querySelector('input')`,
  task: `document.querySelector('sl-checkbox').shadowRoot.querySelector('input')`,
  shown: `document.querySelectorAll('#questions sl-details:not([hidden])').length`,
  open: `document.querySelectorAll('#questions sl-details[open]').length`,
};
