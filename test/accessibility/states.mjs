import { defaultGuide } from '../support/guide.mjs';
import { ourScript } from '../support/guest-site.mjs';

// Which states has each element, and how does a visitor get there? By the keys and clicks of a visitor: nothing is set
// from inside.

const guide = defaultGuide();
const only = (list, ...ids) => list.filter(({ id }) => ids.includes(id));

/** A short guide in the real words: most states are of it, so that all of them are judged in little time. */
const short = {
  replace: ['stages', 'questions', 'phases'],
  stages: only(guide.stages, 'consultation', 'harvesting', 'recovery'),
  questions: only(guide.questions, 'what-is', 'approved', 'does-it-work', 'risks', 'hurt', 'nsaids'),
  // Under an id of its own, or the other tasks of the phase would be laid over it.
  phases: guide.phases
    .slice(0, 2)
    .map((phase) => ({ ...phase, id: `${phase.id}-short`, tasks: phase.tasks.slice(4, 8) })),
};
const empty = { replace: ['questions', 'phases'], questions: [], phases: [] };
const oneTask = {
  replace: ['phases'],
  phases: [{ ...guide.phases[2], id: 'short', tasks: guide.phases[2].tasks.slice(0, 1) }],
};
const long = 'x'.repeat(200);
/** What describes a thing says something else than its name. */
const otherLong = 'y'.repeat(200);
const longWords = {
  ...short,
  stages: short.stages.map((stage) => ({ ...stage, title: `${stage.id} ${long}`, summary: long })),
  questions: short.questions.map((each, index) =>
    index > 2 ? each : { ...each, question: `${each.id} ${long}`, answer: long },
  ),
  phases: short.phases.map((phase) => ({
    ...phase,
    tasks: phase.tasks.map((task) => ({ ...task, text: `${task.id} ${long}`, why: otherLong })),
  })),
};

const files = { short, empty, 'one-task': oneTask, long: longWords };

const clinic =
  'clinic-name="Rivertown Joint Clinic" clinic-phone="(555) 010-0100" after-hours-phone="(555) 010-0199"';

/** A reader's own spacing, as WCAG 1.4.12 has it. */
export const wideSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** All that a state needs from the server, and what is on its page. */
export const sitePages = Object.fromEntries(
  Object.entries(files).map(([name, content]) => [`/${name}.json`, JSON.stringify(content)]),
);

export function pageOfState({
  element,
  attributes = '',
  src = '/short.json',
  inside = '',
  direction,
  level,
}) {
  const source = src ? ` src="${src}"` : '';
  return `<!doctype html>
<html lang="en-US"${direction ? ` dir="${direction}"` : ''}>
<head><meta charset="utf-8"><title>A page of a clinic</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>:root { color-scheme: light dark } body { margin: 16px; font: 16px/1.5 'Liberation Sans', sans-serif; background: #fff; color: #1a1a1a }
@media (prefers-color-scheme: dark) { body { background: #121212; color: #eee } }</style>
${ourScript}</head>
<body><main>${Array.from({ length: level - 1 }, (_, index) => `<h${index + 1}>A clinic</h${index + 1}>`).join('')}
<stemcell-${element} ${clinic}${source} ${attributes}>${inside}</stemcell-${element}></main></body></html>`;
}

const button = (page, name) => page.getByRole('button', { name });
const press = async (page, name) => button(page, name).first().click();
/** A date from today, by the clock on the wall: the browser has the time zone of this process. */
const day = (days) => {
  const date = new Date();
  date.setHours(12);
  date.setDate(date.getDate() + days);
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The whole row of a task is the label of its box, and lies over it. */
const onTop = { force: true };

/** Goes to a control as somebody does who has no mouse, and presses a key there. */
async function byKey(page, name, key) {
  await button(page, name).first().focus();
  await page.keyboard.press(key);
}

const steps = {
  stepper: {
    second: (page) => press(page, /^Next: /),
    all: (page) => press(page, 'Show all stages'),
    async times(page) {
      await byKey(page, 'The times at a glance', 'Enter');
      await page.getByText('Thick bar').waitFor();
    },
    async questions(page) {
      await press(page, 'Questions to take to your visit');
      await page.getByRole('checkbox').first().check();
      await page.getByText('Your list (1)').waitFor();
    },
    async sources(page) {
      await press(page, /^Sources: /);
      await page.getByText('Back to what you were reading').waitFor();
    },
    async refused(page) {
      await page
        .getByRole('link', { name: /^Copy link/ })
        .first()
        .click();
      await page.getByText('Not copied').waitFor({ state: 'attached' });
    },
    async failed(page) {
      await press(page, 'The times at a glance');
      await page.getByText('Part of this did not load').first().waitFor();
    },
  },
  faq: {
    open: (page) => press(page, 'Will it hurt?'),
    byEnter: (page) => byKey(page, 'Will it hurt?', 'Enter'),
    all: (page) => press(page, 'Show all answers'),
    async searched(page) {
      await page.getByRole('searchbox').click();
      await page.keyboard.type('ibuprofen');
      await page.locator('[role=status]', { hasText: '1 of 6 questions' }).waitFor({ state: 'attached' });
    },
    async nothing(page) {
      await page.getByRole('searchbox').click();
      await page.keyboard.type('parking');
      await page.locator('[role=status]', { hasText: 'No question' }).waitFor({ state: 'attached' });
    },
    async topic(page) {
      await press(page, /^Safety/);
      await page.locator('[role=status]', { hasText: 'questions' }).waitFor({ state: 'attached' });
    },
    async helpful(page) {
      await press(page, 'Will it hurt?');
      await press(page, 'Yes');
    },
  },
  checklist: {
    tick: (page) => page.getByRole('checkbox').first().click(onTop),
    async allDone(page) {
      for (const box of await page.getByRole('checkbox').all()) await box.press('Space');
    },
    async cleared(page) {
      await page.getByRole('checkbox').first().click(onTop);
      await press(page, 'Clear from this device');
    },
    close: (page) => press(page, /^Before/),
    async carry(page) {
      await press(page, 'Take it with you');
      await button(page, 'Print with my ticks').waitFor();
    },
    async move(page) {
      await steps.checklist.carry(page);
      await press(page, 'Move to my phone');
    },
    async copyRefused(page) {
      await steps.checklist.carry(page);
      await press(page, 'Copy as text');
      await page.getByRole('textbox', { name: 'Text to copy' }).waitFor();
    },
    async carryFailed(page) {
      await press(page, 'Take it with you');
      await page.getByText('These tools did not load').waitFor();
    },
    async date(page) {
      await page.getByLabel(/^Date of your procedure/).fill(day(3));
      await page.keyboard.press('Tab');
    },
  },
};

const noClipboard = () => {
  navigator.clipboard.writeText = () => Promise.reject(new Error('Not allowed'));
};

const brokenStorage = () => {
  Storage.prototype.setItem = () => {
    throw new Error('The quota is exceeded');
  };
};

const dark = { colorScheme: 'dark' };
const forced = { forcedColors: 'active' };
const still = { reducedMotion: 'reduce' };
const narrow = { viewport: { width: 320, height: 640 } };
const themed = { style: '--stemcell-surface: #fff4d6; --stemcell-accent: #ffb000' };

const { stepper, faq, checklist } = steps;

/**
 * @typedef State
 * @property element - Without its prefix.
 * @property name - What a visitor has done, or how the page looks.
 * @property steps - How a visitor gets there.
 * @property said - What is announced then.
 * @property looks - Options of the browser's page: width, colour scheme and such.
 * @property pixels - Whether contrast and focus are measured there, and with which contrast of text.
 */
const stepperStates = [
  { name: 'as it comes, the whole guide', src: '' },
  { name: 'as it comes', pixels: 7 },
  { name: 'a step on', steps: stepper.second, said: /^Stage 2 of 3: / },
  { name: 'opened by a link', hash: '#stemcell-stage-recovery' },
  { name: 'where the patient is', attributes: 'current="harvesting"' },
  { name: 'all stages', steps: stepper.all },
  { name: 'the times', steps: stepper.times },
  { name: 'a question ticked', steps: stepper.questions },
  { name: 'the sources', steps: stepper.sources },
  { name: 'a link not copied', before: noClipboard, steps: stepper.refused, said: /^Not copied/ },
  {
    name: 'a file that does not load',
    steps: stepper.failed,
    block: '**/parts/planning.js',
    alert: /did not load/,
  },
  { name: 'from top to bottom', attributes: 'orientation="vertical"' },
  { name: 'heading level 5, pathway fixed', attributes: 'heading-level="5" pathway="fat"', level: 5 },
  { name: 'dark', looks: dark, pixels: 7, steps: stepper.second, said: /^Stage 2/ },
  { name: 'forced colours', looks: forced, pixels: 4.5 },
  { name: 'a theme of its own', attributes: `style="${themed.style}"`, pixels: 7 },
  { name: 'right to left', direction: 'rtl', steps: stepper.times },
  {
    name: '320 wide, 200-letter words, wide spacing',
    looks: narrow,
    src: '/long.json',
    spacing: true,
    steps: stepper.questions,
  },
  { name: 'no motion', looks: still, steps: stepper.second, said: /^Stage 2/ },
];

const faqStates = [
  { name: 'as it comes, the whole guide', src: '' },
  { name: 'closed' },
  { name: 'open', steps: faq.byEnter },
  { name: 'opened by a link', hash: '#stemcell-question-risks' },
  { name: 'all open', steps: faq.all, said: /^All answers are open/ },
  { name: 'searched', steps: faq.searched, said: /^1 of 6 questions$/ },
  { name: 'nothing found', steps: faq.nothing, said: /^No question or answer here/ },
  { name: 'a topic', steps: faq.topic, said: /questions?$/ },
  { name: 'asked whether it helped', attributes: 'feedback', steps: faq.helpful, said: /^Thank you/ },
  {
    name: 'asked under every answer',
    attributes: 'feedback',
    steps: faq.all,
    said: /^All answers/,
  },
  { name: 'one at a time', attributes: 'exclusive', steps: faq.open, pixels: 7 },
  { name: 'without a search', attributes: 'hide-search' },
  { name: 'empty', attributes: 'category="choices"', src: '/short.json' },
  { name: 'a search that does not load', block: '**/parts/finder.js' },
  {
    name: 'the words of the page',
    src: '',
    inside:
      '<details id="park"><summary>Where do I park?</summary><p>Behind the house. <a href="#map">The map of the car park</a></p></details>',
    steps: (page) => press(page, 'Where do I park?'),
  },
  { name: 'heading level 4, pathway fixed', attributes: 'heading-level="4" pathway="donor"', level: 4 },
  { name: 'dark', looks: dark, steps: faq.open, pixels: 7 },
  { name: 'forced colours', looks: forced, steps: faq.topic, said: /questions?$/, pixels: 4.5 },
  { name: 'a theme of its own', attributes: `style="${themed.style}"`, steps: faq.open, pixels: 7 },
  { name: 'right to left', direction: 'rtl', steps: faq.open },
  {
    name: '320 wide, 200-letter words, wide spacing',
    looks: narrow,
    src: '/long.json',
    spacing: true,
    steps: faq.all,
    said: /open/,
  },
  { name: 'no motion', looks: still, steps: faq.open },
];

const checklistStates = [
  { name: 'as it comes, the whole guide', src: '' },
  { name: 'no date' },
  { name: 'today', attributes: `procedure-date="${day(0)}"`, pixels: 7 },
  { name: 'a date given', steps: checklist.date, said: /^Your procedure is in/ },
  { name: 'over', attributes: `procedure-date="${day(-400)}"` },
  { name: 'ticked', steps: checklist.tick, said: /^1 of 6 tasks done$/ },
  { name: 'all done', steps: checklist.allDone, said: /^All 6 tasks are done/ },
  { name: 'a phase closed', steps: checklist.close },
  { name: 'cleared', steps: checklist.cleared, said: /^Cleared/ },
  {
    name: 'not saved',
    alert: /not saved on this device/,
    before: brokenStorage,
    steps: checklist.tick,
    said: /^1 of 6/,
  },
  { name: 'opened by a link', hash: '#stemcell-task-feeling-sick' },
  { name: 'the tools', steps: checklist.carry },
  { name: 'moving to a telephone', steps: checklist.move },
  { name: 'text not copied', before: noClipboard, steps: checklist.copyRefused, said: /did not copy/ },
  {
    name: 'tools that do not load',
    steps: checklist.carryFailed,
    block: '**/parts/carry.js',
    alert: /did not load/,
  },
  { name: 'empty', src: '/empty.json' },
  { name: 'one task', src: '/one-task.json', steps: checklist.tick, said: /^All 1/ },
  {
    name: 'dark',
    looks: dark,
    attributes: `procedure-date="${day(0)}"`,
    steps: checklist.tick,
    said: /^1 of 6/,
    pixels: 7,
  },
  { name: 'forced colours', looks: forced, steps: checklist.tick, said: /^1 of 6/, pixels: 4.5 },
  { name: 'a theme of its own', attributes: `style="${themed.style}"`, pixels: 7 },
  { name: 'right to left', direction: 'rtl', steps: checklist.tick, said: /^1 of 6/ },
  {
    name: '320 wide, 200-letter words, wide spacing',
    looks: narrow,
    src: '/long.json',
    spacing: true,
    steps: checklist.carry,
  },
  { name: 'no motion', looks: still, steps: checklist.close },
];

const guideStates = [
  { name: 'as it comes, the whole guide', src: '' },
  { name: 'as it comes' },
  { name: 'donor cells', steps: (page) => page.getByRole('radio', { name: 'Donor cells' }).check() },
  { name: 'a notice of the page', inside: '<p slot="notice">Our clinic is not covered by insurance.</p>' },
  { name: 'heading level 3', attributes: 'heading-level="3"', level: 3 },
  { name: 'dark', looks: dark },
  { name: 'forced colours', looks: forced },
  { name: 'right to left', direction: 'rtl' },
  { name: '320 wide, 200-letter words, wide spacing', looks: narrow, src: '/long.json', spacing: true },
];

const of = (element, list) => list.map((state) => ({ element, level: 2, ...state }));

export const states = [
  ...of('stepper', stepperStates),
  ...of('faq', faqStates),
  ...of('checklist', checklistStates),
  ...of('guide', guideStates),
];

export const titleOf = ({ element, name }) => `${element}, ${name}`;
export const stateNamed = (title) => {
  const found = states.find((state) => titleOf(state) === title);
  if (!found) throw new Error(`There is no state "${title}"`);
  return found;
};
