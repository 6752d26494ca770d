import { answer, escape, sections, stageBody } from '../markup.mjs';

/** Material has no accordion: its ripple and its ring of focus on the browser's own. */
export const name = 'Material';
export const packageName = '@material/web';
export const tags = ['md-ripple', 'md-checkbox', 'md-outlined-text-field'];

const style = `details{border-block-start:1px solid #79747e}summary{position:relative;padding:1em;cursor:pointer;outline:none}
label{display:flex;gap:1em;align-items:center}small{display:block}`;

const item = (title, body) =>
  `<details><summary><md-ripple></md-ripple><md-focus-ring inward></md-focus-ring>${escape(title)}</summary>${body}</details>`;

export const page = (text) => ({
  head: `<style>${style}</style>`,
  body: sections(text, {
    stages: (stages) => stages.map((stage) => item(stage.title, stageBody(stage))).join('\n'),
    questions: (questions) => questions.map((each) => item(each.question, answer(each.answer))).join('\n'),
    tasks: (list) =>
      list
        .map(
          ({ text, why }) =>
            `<label><md-checkbox touch-target="wrapper"></md-checkbox><span>${escape(text)} <small>${escape(why)}</small></span></label>`,
        )
        .join(''),
    tools:
      '<p><md-outlined-text-field type="search" id="search" label="Search"></md-outlined-text-field> <md-outlined-button id="all">Show all</md-outlined-button></p>',
  }),
});

export const hands = {
  question: (index) => `document.querySelectorAll('#questions summary')[${index}]`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search').shadowRoot.querySelector('input')`,
  task: `document.querySelector('md-checkbox').shadowRoot.querySelector('input')`,
  shown: `document.querySelectorAll('#questions details:not([hidden])').length`,
  open: `document.querySelectorAll('#questions details[open]').length`,
};
