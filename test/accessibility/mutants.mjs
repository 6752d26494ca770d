// What must never come back? Each defect is one line, done to a page that is as it should be; each must be noticed.
// They run in the page, where `defect` and `reader` help (page-reader.mjs).

/* global defect, reader */

const stepper = 'stepper, as it comes';
const closed = 'faq, closed';
const open = 'faq, open';
const list = 'checklist, no date';
const ticked = 'checklist, ticked';

/**
 * @typedef Mutant
 * @property name - The defect.
 * @property state - Where it is done, before the visitor does anything there.
 * @property change - The one line.
 * @property measure - The name of the measurement that has to look, for what only pixels tell.
 * @property deed - The name of what a visitor has to do to meet it.
 */
export const mutants = [
  // Titles
  {
    name: 'the title of the element is a div',
    state: closed,
    change: () => defect.rename('[part=title]', 'div'),
  },
  {
    name: 'the title of a stage is a div',
    state: stepper,
    change: () => defect.rename('.stage > h3', 'div'),
  },
  {
    name: 'a title inside a stage is a div',
    state: stepper,
    change: () => defect.rename('.columns h4', 'div'),
  },
  { name: 'a title is two levels down', state: stepper, change: () => defect.rename('.stage > h3', 'h5') },
  {
    name: 'the warning signs have no heading',
    state: list,
    change: () => defect.rename('.warnings > h3', 'b'),
  },
  { name: 'a question is in no heading', state: closed, change: () => defect.rename('.item > h3', 'div') },
  {
    name: 'a question is a heading by role only',
    state: closed,
    change: () => defect.all('.item > h3').forEach((each) => each.setAttribute('aria-level', '6')),
  },
  {
    name: 'beside a question its heading has a link',
    state: closed,
    change: () =>
      defect
        .all('.item > h3')
        .forEach((each) =>
          each.insertAdjacentHTML('beforeend', '<a href="#x" class="also">Link to this</a>'),
        ),
  },

  // What opens
  {
    name: 'aria-expanded is missing',
    state: closed,
    change: () => defect.all('[part=question]').forEach((each) => each.removeAttribute('aria-expanded')),
  },
  {
    name: 'aria-expanded says closed of what is open',
    state: open,
    change: () => defect.always('[part=question]', (each) => each.setAttribute('aria-expanded', 'false')),
  },
  {
    name: 'aria-expanded says open of what is closed',
    state: closed,
    change: () => defect.all('[part=question]').forEach((each) => each.setAttribute('aria-expanded', 'true')),
  },
  {
    name: 'aria-expanded is empty',
    state: closed,
    change: () => defect.all('[part=question]').forEach((each) => each.setAttribute('aria-expanded', '')),
  },
  {
    name: 'aria-controls names nothing',
    state: closed,
    change: () =>
      defect.all('[part=question]').forEach((each) => each.setAttribute('aria-controls', 'nothing')),
  },
  {
    name: 'a closed answer is only without height',
    state: closed,
    change: () =>
      defect.all('.item [part=panel]').forEach((each) => each.removeAttribute('hidden')) ||
      defect.css('.item .panel { block-size: 0; overflow: hidden }'),
  },
  {
    name: 'a closed answer is only transparent',
    state: closed,
    change: () =>
      defect.all('.item [part=panel]').forEach((each) => each.removeAttribute('hidden')) ||
      defect.css('.item .panel { opacity: 0 }'),
  },
  {
    name: 'a closed answer is hidden from the search of the browser',
    state: closed,
    change: () => defect.all('[hidden=until-found]').forEach((each) => each.setAttribute('hidden', '')),
  },
  {
    name: 'every closed answer is an empty region',
    state: closed,
    change: () =>
      defect.all('.item [part=panel]').forEach((each) => {
        each.role = 'region';
        each.ariaLabel = 'Answer';
      }),
  },
  {
    name: 'an open answer is kept from screen readers',
    state: 'faq, opened by a link',
    change: () => defect.all('.item').forEach((each) => each.setAttribute('aria-hidden', 'true')),
  },
  {
    name: 'what the browser finds stays closed',
    state: closed,
    deed: 'what the browser finds is opened, and the state follows',
    change: () =>
      reader
        .ours()
        .forEach(({ shadowRoot }) =>
          shadowRoot.addEventListener('beforematch', (event) => event.stopImmediatePropagation(), true),
        ),
  },
  {
    name: 'Enter does not open',
    state: closed,
    deed: 'a question is opened by Enter, closed by Space, and keeps the focus',
    change: () =>
      reader
        .ours()[0]
        .shadowRoot.addEventListener(
          'keydown',
          (event) => event.key === 'Enter' && event.preventDefault(),
          true,
        ),
  },
  {
    name: 'Space does not close',
    state: closed,
    deed: 'a question is opened by Enter, closed by Space, and keeps the focus',
    change: () =>
      reader
        .ours()[0]
        .shadowRoot.addEventListener('keyup', (event) => event.key === ' ' && event.preventDefault(), true),
  },
  {
    name: 'what opens loses the focus',
    state: closed,
    deed: 'a question is opened by Enter, closed by Space, and keeps the focus',
    change: () =>
      reader.ours()[0].shadowRoot.addEventListener('click', (event) => event.target.closest('button').blur()),
  },
  {
    name: 'a question inside an answer closes the outer one',
    state: 'faq, the words of the page',
    deed: 'a question inside an answer opens by itself, and leaves the outer one open',
    change: () =>
      document
        .querySelector('#park p')
        .addEventListener('click', () =>
          reader.ours()[0].shadowRoot.querySelector('[aria-expanded=true]').click(),
        ),
  },
  {
    name: 'a question inside an answer does not open',
    state: 'faq, the words of the page',
    deed: 'a question inside an answer opens by itself, and leaves the outer one open',
    change: () =>
      document.querySelector('#park p').addEventListener('click', (event) => event.stopPropagation(), true),
  },

  // Stages
  {
    name: 'no stage is current',
    state: stepper,
    change: () => defect.all('[aria-current]').forEach((each) => each.removeAttribute('aria-current')),
  },
  {
    name: 'two stages are current',
    state: stepper,
    change: () =>
      defect
        .all('[part=stage]')
        .slice(0, 2)
        .forEach((each) => each.setAttribute('aria-current', 'step')),
  },
  {
    name: 'another stage is current than the one that is shown',
    state: stepper,
    change: () => {
      const [one, two] = defect.all('[part=stage]');
      one.removeAttribute('aria-current');
      two.setAttribute('aria-current', 'step');
    },
  },
  {
    name: 'the words "current stage" are gone',
    state: stepper,
    change: () => defect.all('[aria-current] .visually-hidden').forEach((each) => each.remove()),
  },
  {
    name: '"Stage 1 of 3" is wrong',
    state: stepper,
    change: () => defect.all('.steps > p').forEach((each) => (each.textContent = 'Stage 2 of 3')),
  },
  {
    name: '"Stage 1 of 3" is not shown',
    state: stepper,
    change: () => defect.css('.steps > p { display: none }'),
  },
  {
    name: 'the stages are no list',
    state: stepper,
    change: () => defect.all('.stages').forEach((each) => each.setAttribute('role', 'presentation')),
  },
  {
    name: 'the list of stages has no name',
    state: stepper,
    change: () => defect.all('.stages').forEach((each) => each.removeAttribute('aria-label')),
  },
  {
    name: 'a stage that is not shown is reached by Tab',
    state: stepper,
    change: () =>
      defect.all('[part=panel][hidden]').forEach((each) => each.removeAttribute('hidden')) ||
      defect.css('.panel + .panel { block-size: 0; overflow: hidden }'),
  },
  {
    name: 'the focus does not follow a step',
    state: stepper,
    deed: 'a step on and back: the focus goes to the title, and it is announced once',
    change: () => (HTMLHeadingElement.prototype.focus = () => {}),
  },
  {
    name: 'a step is announced twice',
    state: stepper,
    deed: 'a step on and back: the focus goes to the title, and it is announced once',
    change: () => {
      let first = true;
      new MutationObserver(
        () =>
          first &&
          setTimeout(() => {
            first = false;
            defect.all('[role=status]')[0].append(' ');
          }),
      ).observe(defect.all('[role=status]')[0], { childList: true, characterData: true, subtree: true });
    },
  },

  // What is announced
  {
    name: 'the status has no role',
    state: stepper,
    change: () => defect.all('[role=status]').forEach((each) => each.removeAttribute('role')),
  },
  {
    name: 'the status is read in pieces',
    state: stepper,
    change: () => defect.all('[role=status]').forEach((each) => each.removeAttribute('aria-atomic')),
  },
  {
    name: 'the status speaks at load',
    state: stepper,
    change: () => defect.all('[role=status]').forEach((each) => (each.textContent = 'Welcome')),
  },
  {
    name: 'the status is not there',
    state: ticked,
    change: () => defect.all('[role=status]').forEach((each) => (each.hidden = true)),
  },
  {
    name: 'that nothing is saved is not called out',
    state: 'checklist, not saved',
    change: () => defect.always('[role=alert]', (each) => each.removeAttribute('role')),
  },
  {
    name: 'a tick is announced with a wrong count',
    state: list,
    deed: 'a tick by Space is announced once, with the new count',
    change: () =>
      defect.always(
        '[role=status]',
        (each) =>
          each.textContent &&
          each.textContent !== '2 of 6 tasks done' &&
          (each.textContent = '2 of 6 tasks done'),
      ),
  },
  {
    name: 'a search is never announced',
    state: closed,
    deed: 'a search is announced once, cleared by Escape, and "Clear" gives the field the focus',
    change: () => defect.always('[role=status]', (each) => each.textContent && (each.textContent = '')),
  },
  {
    name: 'Escape does not clear the search',
    state: closed,
    deed: 'a search is announced once, cleared by Escape, and "Clear" gives the field the focus',
    change: () =>
      reader
        .ours()[0]
        .shadowRoot.addEventListener(
          'keydown',
          (event) => event.key === 'Escape' && (event.preventDefault(), event.stopPropagation()),
          true,
        ),
  },
  {
    name: '"Clear" loses the focus',
    state: closed,
    deed: 'a search is announced once, cleared by Escape, and "Clear" gives the field the focus',
    change: () => {
      const [field] = defect.all('#search');
      field.addEventListener('blur', () => (field.focus = () => {}));
    },
  },

  // Names
  {
    name: 'the search has no label',
    state: closed,
    change: () => defect.all('label[for=search]').forEach((each) => each.remove()),
  },
  {
    name: 'the label of the search belongs to nothing',
    state: closed,
    change: () => defect.all('label[for=search]').forEach((each) => each.removeAttribute('for')),
  },
  {
    name: 'a task has no label',
    state: list,
    change: () => defect.all('.task label').forEach((each) => each.removeAttribute('for')),
  },
  {
    name: 'a task does not say why',
    state: list,
    change: () => defect.all('.task input').forEach((each) => each.removeAttribute('aria-describedby')),
  },
  {
    name: 'the sentence below a choice is a part of its name',
    state: list,
    change: () => defect.all('.option input').forEach((each) => each.removeAttribute('aria-labelledby')),
  },
  {
    name: 'the date has no label',
    state: list,
    change: () => defect.all('label[for=date]').forEach((each) => each.remove()),
  },
  { name: 'the choice of pathway has no name', state: list, change: () => defect.rename('fieldset', 'div') },
  {
    name: 'a button is called something else than it reads',
    state: stepper,
    change: () => defect.all('.next').forEach((each) => (each.ariaLabel = 'Continue')),
  },
  {
    name: 'a button has no name',
    state: stepper,
    change: () => defect.all('.next').forEach((each) => (each.textContent = '')),
  },
  {
    name: 'a button speaks as its makers do',
    state: closed,
    change: () => defect.all('.toolbar button').forEach((each) => (each.textContent = 'Expand all panels')),
  },
  {
    name: 'a link reads "here"',
    state: open,
    change: () => defect.all('.panel-content > a').forEach((each) => (each.textContent = 'here')),
  },
  {
    name: 'links to six answers have one name',
    state: 'faq, all open',
    change: () => defect.all('.panel-content > a .visually-hidden').forEach((each) => each.remove()),
  },
  {
    name: 'a drawing is read, and says nothing',
    state: closed,
    change: () =>
      defect.all('svg').forEach((each) => {
        each.removeAttribute('aria-hidden');
        each.setAttribute('role', 'img');
      }),
  },
  {
    name: 'the words are said to be German',
    state: closed,
    change: () => defect.all('.root').forEach((each) => (each.lang = 'de')),
  },

  // What is chosen and done
  {
    name: 'a topic does not say that it is pressed',
    state: 'faq, a topic',
    change: () => defect.always('[aria-pressed]', (each) => each.setAttribute('aria-pressed', 'false')),
  },
  {
    name: 'the count of tasks lies',
    state: ticked,
    change: () =>
      defect.always(
        '.count',
        (each) => each.textContent !== '2 of 6 tasks done' && (each.textContent = '2 of 6 tasks done'),
      ),
  },
  {
    name: 'the tasks are no list',
    state: list,
    change: () => defect.all('.phase ul').forEach((each) => each.setAttribute('role', 'presentation')),
  },
  {
    name: 'the warning signs are not read',
    state: list,
    change: () => defect.all('.urgency ul').forEach((each) => each.setAttribute('aria-hidden', 'true')),
  },
  {
    name: 'the number for an emergency is no link',
    state: list,
    change: () => defect.rename('.warnings a', 'span'),
  },

  // Reach
  {
    name: 'a button jumps the queue of Tab',
    state: stepper,
    change: () => defect.all('.next').forEach((each) => (each.tabIndex = 3)),
  },
  {
    name: 'a button is not reached by Tab',
    state: stepper,
    change: () => defect.all('.next').forEach((each) => (each.tabIndex = -1)),
  },
  {
    name: 'a box without a purpose is reached by Tab',
    state: stepper,
    change: () => defect.all('.stage').forEach((each) => (each.tabIndex = 0)),
  },
  {
    name: 'a question is a target of 20 pixels',
    state: closed,
    change: () => defect.css('[part=question] { min-block-size: 0; padding: 0; line-height: 1.2 }'),
  },
  {
    name: 'only the box of a task can be hit',
    state: list,
    change: () => defect.css('.task label::after { content: none } .task label { pointer-events: none }'),
  },
  {
    name: 'a link lands below the header that stays',
    state: closed,
    deed: 'a link in the page opens an answer, with the focus there, below a header that stays',
    change: () => defect.css('* { scroll-margin: 0 !important }'),
  },
  {
    name: 'a link opens without the focus',
    state: closed,
    deed: 'a link in the page opens an answer, with the focus there, below a header that stays',
    change: () => (HTMLButtonElement.prototype.focus = () => {}),
  },
  {
    name: 'the way back from the sources loses the place',
    state: open,
    deed: 'a number of sources leads to the list, and back',
    change: () => defect.all('button.cites').forEach((each) => (each.focus = () => {})),
  },

  // Looks
  {
    name: 'no ring of focus',
    state: stepper,
    measure: 'the ring of focus is 2 pixels and 3:1',
    change: () => defect.css(':focus-visible, :focus { outline: none !important }'),
  },
  {
    name: 'a ring of focus of 1 pixel',
    state: stepper,
    measure: 'the ring of focus is 2 pixels and 3:1',
    change: () => defect.css(':focus-visible, :focus { outline: 1px solid #0f5a69 !important }'),
  },
  {
    name: 'a ring of focus in a faint grey',
    state: stepper,
    measure: 'the ring of focus is 2 pixels and 3:1',
    change: () => defect.css(':focus-visible, :focus { outline-color: #ddd !important }'),
  },
  {
    name: 'a ring of focus that is missing on one kind of button',
    state: 'faq, one at a time',
    measure: 'the ring of focus is 2 pixels and 3:1',
    change: () => defect.css('.disclosure:focus-visible { outline: none !important }'),
  },
  {
    name: 'faint borders',
    state: stepper,
    measure: 'lines, boxes and drawings stand out 3:1',
    change: () => defect.css('* { border-color: #ddd !important }'),
  },
  {
    name: 'faint drawings',
    state: 'faq, one at a time',
    measure: 'lines, boxes and drawings stand out 3:1',
    change: () => defect.css('.icon { opacity: 0.3 }'),
  },
  {
    name: 'small words of 5:1',
    state: stepper,
    measure: 'text stands out from what is behind it',
    change: () => defect.css('small { -webkit-text-fill-color: #6d6d6d; color: #6d6d6d }'),
  },
  {
    name: 'grey words of 3:1',
    state: stepper,
    measure: 'text stands out from what is behind it',
    change: () => defect.css('p { color: #949494; -webkit-text-fill-color: #949494 }'),
  },
  {
    name: 'in forced colours the current stage is only tinted',
    state: 'stepper, forced colours',
    measure: 'current, pressed, open, ticked and chosen are seen without grounds',
    change: () =>
      defect.css(
        '[aria-current] { border: 0 !important; font-weight: 400 !important; padding: calc(0.5em + 2px) !important } .marker { visibility: hidden }',
      ),
  },
  {
    name: 'in forced colours an open answer looks closed',
    state: 'faq, forced colours',
    measure: 'current, pressed, open, ticked and chosen are seen without grounds',
    change: () => defect.css('.disclosure .icon { display: none }'),
  },
  {
    name: 'in forced colours a tick is not seen',
    state: 'checklist, forced colours',
    measure: 'current, pressed, open, ticked and chosen are seen without grounds',
    change: () => defect.css('[type=checkbox] { appearance: none }'),
  },
  {
    name: 'text is cut off',
    state: stepper,
    change: () => defect.css('.stage p { block-size: 1em; overflow: hidden }'),
  },
  {
    name: 'text ends in dots',
    state: closed,
    change: () =>
      defect.css(
        '.disclosure > span { inline-size: 6em; flex: none; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }',
      ),
  },
  {
    name: 'a long word pushes the page wide',
    state: 'faq, 320 wide, 200-letter words, wide spacing',
    change: () => defect.css('.root { overflow-wrap: normal } * { overflow-wrap: normal !important }'),
  },
  {
    name: 'buttons have a fixed height',
    state: 'faq, 320 wide, 200-letter words, wide spacing',
    change: () => defect.css('button { block-size: 44px; overflow: hidden }'),
  },
  {
    name: 'from right to left the arrows stay on the right',
    state: 'faq, right to left',
    change: () => defect.css('.disclosure { flex-direction: row-reverse }'),
  },
  {
    name: 'the element does not follow the direction of the page',
    state: 'faq, right to left',
    change: () => defect.css('.root { direction: ltr !important }'),
  },
  {
    name: 'it moves where no motion is wanted',
    state: 'faq, no motion',
    deed: 'nothing moves when something opens and the visitor wants no motion',
    change: () =>
      defect.css(
        '@keyframes appear { from { opacity: 0 } } .panel-content { animation: appear 9s !important }',
      ),
  },
  {
    name: 'letters of a fixed size',
    state: closed,
    deed: 'a browser with letters of 32 pixels has them here too',
    change: () => defect.css('.root { font-size: 16px !important }'),
  },
  {
    name: 'paper has only what is open',
    state: 'guide, as it comes',
    deed: 'paper has every answer, every stage and every task',
    change: () =>
      defect.css(
        '@media print { [hidden=until-found] { content-visibility: hidden !important; display: none !important } }',
      ),
  },
];
