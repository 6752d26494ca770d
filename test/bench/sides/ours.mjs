import { answer, escape } from '../markup.mjs';
import { situation } from '../text.mjs';

/** The built script as its documentation says to use it, the folder `parts` beside it. */
export const name = 'ours';

const settings = `pathway="${situation.pathway}" region="${situation.region}"`;

/** @param form - How the page gives its own questions: as `html` or as `json`. */
export const page = (text, form) => ({
  head:
    '<style>stemcell-guide:not(:defined),stemcell-faq:not(:defined){display:block;min-height:100vh}</style>' +
    '<script src="stemcell-guide.js" defer></script>',
  body: text.stages
    ? `<stemcell-guide ${settings}></stemcell-guide>\n`.repeat(text.copies ?? 1)
    : `<stemcell-faq ${settings}>${form === 'html' ? authored(text) : json(text)}</stemcell-faq>`,
});

const authored = ({ questions }) =>
  questions
    .map(
      (each) =>
        `<details id="${each.id}" data-category="${each.category}"><summary>${escape(each.question)}</summary>${answer(each.answer)}</details>`,
    )
    .join('\n');

const json = ({ questions }) =>
  `<script type="application/json">${JSON.stringify({ replace: ['questions'], questions }).replaceAll('<', '\\u003c')}</script>`;

const guide = `document.querySelector('stemcell-guide')`;
const faq = `(${guide}?.shadowRoot ?? document).querySelector('stemcell-faq')`;
const inside = (tag) => `${guide}.shadowRoot.querySelector('stemcell-${tag}')`;

const lastRendered = { stepper: '[part=panel]', faq: '.item:last-child', checklist: '[type=checkbox]' };

/** All text, or of a long list what fills the first screens. Asked of what is on the page: the script has no `hasUpdated`. */
export const isShown = `(${guide}
  ? Object.entries(${JSON.stringify(lastRendered)}).every(([tag, last]) => ${guide}.shadowRoot?.querySelector('stemcell-' + tag)?.shadowRoot?.querySelector(last))
  : document.readyState !== 'loading' && !!${faq}.shadowRoot?.querySelector('.item'))`;

/** With what comes from beside the script by itself: the search, and the far end of a long list. Cheap to ask. */
export const isWhole = (count) =>
  `(({ shadowRoot }) => {
    const items = shadowRoot.querySelector('.questions').getElementsByClassName('item');
    return shadowRoot.querySelector('#search') && items.length >= ${count};
  })(${faq})`;

const questions = `${faq}.shadowRoot`;

export const hands = {
  question: (index) => `${questions}.querySelectorAll('[part=question]')[${index}]`,
  all: `${questions}.querySelector('.toolbar button')`,
  search: `${questions}.querySelector('#search')`,
  task: `${inside('checklist')}.shadowRoot.querySelector('[type=checkbox]')`,
  shown: `${questions}.querySelectorAll('.item:not([hidden])').length`,
  open: `${questions}.querySelectorAll('[part=question][aria-expanded=true]').length`,
};
