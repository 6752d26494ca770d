/** Three elements of Lit and nothing else, with the text in their script as ours has it. */
export const name = 'bare Lit';
export const packageName = 'lit';

const tagsOf = ({ stages }) =>
  stages ? ['bare-stepper', 'bare-questions', 'bare-checklist'] : ['bare-questions'];

export const page = (text) => ({
  head: '<style>:not(:defined){display:block;min-height:100vh}</style>',
  body: [
    text.stages
      ? ''
      : `<script type="application/json">${JSON.stringify(text).replaceAll('<', '\\u003c')}</script>`,
    ...tagsOf(text).map((tag) => `<${tag}></${tag}>`),
  ].join('\n'),
});

export const isShown = `document.readyState !== 'loading' && [...document.querySelectorAll(':is(bare-stepper, bare-questions, bare-checklist)')].every((each) => each.hasUpdated)`;

const root = `document.querySelector('bare-questions').shadowRoot`;

export const hands = {
  question: (index) => `${root}.querySelectorAll('.disclosure')[${index}]`,
  all: `${root}.querySelector('#all')`,
  search: `${root}.querySelector('#search')`,
  task: `document.querySelector('bare-checklist').shadowRoot.querySelector('input')`,
  shown: `${root}.querySelectorAll('.item:not([hidden])').length`,
  open: `${root}.querySelectorAll('[aria-expanded=true]').length`,
};
