import { answer, escape, sections, stageBody } from '../markup.mjs';

/** What others are measured by: HTML as a careful author writes it, a few lines of CSS, a few of script. */
export const name = 'plain HTML';

const details = (id, title, body) =>
  `<details id="${id}"><summary>${escape(title)}</summary>${body}</details>`;

export const tasks = (list) =>
  `<ul>${list
    .map(
      ({ id, text, why }) =>
        `<li><input type="checkbox" id="${id}"><label for="${id}">${escape(text)}</label> <small>${escape(why)}</small></li>`,
    )
    .join('')}</ul>`;

const style = `details{border-block-start:1px solid #767676}summary{padding:.75em .25em;font-weight:600;cursor:pointer}
summary:hover{background:#eef}:focus-visible{outline:3px solid #0f5a69}button,input[type=search]{font:inherit;min-height:44px;padding:.4em 1em}
input[type=checkbox]{width:1.4em;height:1.4em}small{display:block}section{border:1px solid #767676;padding:1em}`;

const script = `addEventListener('DOMContentLoaded',()=>{const items=[...document.querySelectorAll('#questions details')]
document.querySelector('#all').onclick=()=>items.forEach(item=>item.open=true)
document.querySelector('#search').oninput=({target})=>items.forEach(item=>item.hidden=!item.textContent.toLowerCase().includes(target.value.toLowerCase()))})`;

export const page = (text) => ({
  head: `<style>${style}</style><script>${script}</script>`,
  body: sections(text, {
    stages: (stages) => stages.map((stage) => details(stage.id, stage.title, stageBody(stage))).join('\n'),
    questions: (questions) =>
      questions.map((each) => details(each.id, each.question, answer(each.answer))).join('\n'),
    tasks,
    tools:
      '<p><label for="search">Search</label> <input type="search" id="search"> <button id="all">Show all</button></p>',
  }),
});

/** Whether all is shown; these run in the page. */
export const isShown = `document.readyState !== 'loading' && !!document.querySelector('#end')`;

export const hands = {
  question: (index) => `document.querySelectorAll('#questions summary')[${index}]`,
  all: `document.querySelector('#all')`,
  search: `document.querySelector('#search')`,
  task: `document.querySelector('input[type=checkbox]')`,
  shown: `document.querySelectorAll('#questions details:not([hidden])').length`,
  open: `document.querySelectorAll('#questions details[open]').length`,
};
