import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';

// What do the checkers not see? Each assertion names the line of the quality list that it stands for and judges one
// state of a page: the facts of the page, and the tree that a screen reader is given. It answers with problems in words.

const { englishWords } = await importSource('words/words.ts');

const guide = defaultGuide();

/** Whatever is one of these is a title to the eye, so it must be one to the ear. */
const titles = new Set([
  ...Object.entries(englishWords)
    .filter(([key]) => /Title$/.test(key))
    .map(([, text]) => text),
  ...guide.stages.map(({ title }) => title),
  ...guide.questions.map(({ question }) => question),
  ...guide.phases.map(({ title }) => title),
  ...['happens', 'feel', 'prepare', 'ask', 'askAlways', 'milestones', 'visits', 'times', 'alsoToday'].map(
    (key) => englishWords[key],
  ),
]);

/** Words of makers, not of patients. */
const jargon =
  /\b(toggle|accordion|panel|expand\w*|collapse\w*|disclosure|stepper|widget|submit|faq|ics|autologous|allogeneic|bmac|aspirate|cta|modal|dropdown|checkbox|click|tap)\b/i;

/** What says nothing once it is read alone, as in a list of links. */
const sayNothing = /^(here|click here|this|more|read more|learn more|link|this link|details|info|go|copy)$/i;

const landmarks = new Set([
  'region',
  'navigation',
  'form',
  'search',
  'complementary',
  'banner',
  'contentinfo',
  'main',
  'group',
]);
const pressable = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'textbox',
  'searchbox',
  'Date',
  'DateTime',
]);

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
const shownControls = ({ controls }) => controls.filter(({ shown }) => shown);
const named = (each) => each.text || each.label || each.id || each.kind;
const tally = (texts) => {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};
const inOurs = (tree) =>
  // What the page itself has is called after the clinic.
  tree.filter(({ name, ancestors }) => name !== 'A clinic' && ancestors.some(({ role }) => role === 'main'));

export const assertions = [
  {
    name: 'what opens says whether it is open, and that is so',
    line: 3,
    judge({ facts, tree }) {
      const problems = [];
      for (const each of facts.controls) {
        if (each.expanded !== null && !/^(true|false)$/.test(each.expanded))
          problems.push(`"${named(each)}" is expanded "${each.expanded}"`);
        if (each.expanded && each.controls && each.panelShown === undefined)
          problems.push(`"${named(each)}" opens nothing that is there`);
        if (each.shown && each.panelShown !== undefined && String(each.panelShown) !== each.expanded)
          problems.push(
            `"${named(each)}" says ${each.expanded}, what it opens is ${each.panelShown ? 'open' : 'closed'}`,
          );
      }
      for (const { role, name, expanded, ancestors } of inOurs(tree))
        if (role === 'button' && expanded === undefined && ancestors.some((up) => up.role === 'heading'))
          problems.push(`"${name}" in a title does not say whether it is open`);
      return problems;
    },
  },
  {
    name: 'what is closed can be found, and belongs to a button',
    line: 10,
    judge: ({ facts }) => [
      ...facts.controls
        .filter(
          ({ expanded, controls, panelSearchable }) => expanded === 'false' && controls && !panelSearchable,
        )
        .map((each) => `what "${named(each)}" opens is out of reach of the search of the browser`),
      ...facts.panels
        .filter(({ hidden }) => hidden !== null && hidden !== 'until-found')
        .map(({ name }) => `"${name}" is hidden from the search of the browser`),
      // The panels of the stages belong to the list of stages.
      ...facts.panels
        .filter(({ hidden, controlled, name }) => hidden !== null && !controlled && !name)
        .map(() => 'a closed panel has no button'),
    ],
  },
  {
    name: 'titles are headings, one level below the one before at most, a button is the only thing in one',
    line: 4,
    judge({ facts, tree, page: { level } }) {
      const problems = [];
      let last = level - 1;
      for (const { role, name, level: own } of inOurs(tree).filter((each) => each.role === 'heading')) {
        if (own > last + 1) problems.push(`${role} ${own} "${name}" comes after one of level ${last}`);
        if (own < level && !(level > 6))
          problems.push(`"${name}" is of level ${own}, above that of the element`);
        last = own;
      }
      for (const { native, text } of facts.headings)
        if (!native) problems.push(`"${text}" is no heading of HTML`);
      for (const { role, name, ancestors } of inOurs(tree))
        if (
          role === 'StaticText' &&
          titles.has(squeeze(name)) &&
          !ancestors.some((up) => up.role === 'heading')
        )
          if (!ancestors.some((up) => /^(button|link|group|listitem)$/.test(up.role)))
            problems.push(`"${name}" looks like a title and is none`);
      for (const each of shownControls(facts)) {
        if (each.level && each.kind === 'button' && !each.aloneInHeading)
          problems.push(`"${named(each)}" is not alone in its heading`);
        if (
          each.kind === 'button' &&
          (each.part === 'question' || each.panelShown !== undefined) &&
          !each.level
        )
          problems.push(`"${named(each)}" is in no heading`);
      }
      for (const { name, level: own } of facts.elements)
        if (!facts.headings.some((heading) => Number(heading.level) === Math.min(6, own)))
          problems.push(`<${name}> has no heading of level ${own}`);
      return problems;
    },
  },
  {
    name: 'every region, group and list has something in it, and a name if it is announced',
    line: 5,
    judge({ facts, tree, state }) {
      const problems = [];
      const heard = (wanted) => inOurs(tree).filter(({ role }) => role === wanted).length;
      if (heard('list') < facts.lists) problems.push(`${heard('list')} of ${facts.lists} lists are lists`);
      if (heard('listitem') < facts.items)
        problems.push(`${heard('listitem')} of ${facts.items} items are items`);
      for (const each of inOurs(tree)) {
        // A `details` of the page is a group without a name, wherever it stands.
        if (each.role === 'group' && !each.name && state.inside) continue;
        if (landmarks.has(each.role) && !squeeze(each.text))
          problems.push(`an empty ${each.role} "${each.name}"`);
        if (landmarks.has(each.role) && each.role !== 'main' && !each.name)
          problems.push(`a ${each.role} without a name`);
        if (
          each.role === 'list' &&
          !tree.some((item) => item.role === 'listitem' && item.ancestors.includes(each))
        )
          problems.push(`a list "${each.name}" without items`);
        if (each.role === 'listitem' && !each.ancestors.some(({ role }) => role === 'list'))
          problems.push(`"${squeeze(each.text).slice(0, 40)}" is an item of no list`);
      }
      return problems;
    },
  },
  {
    name: 'one stage is current, in words too, and "Stage n of m" says the same',
    line: 6,
    judge({ facts, tree }) {
      const stages = facts.controls.filter(({ part }) => part === 'stage');
      if (!stages.length) return [];
      const problems = [];
      const current = stages.filter(({ current }) => current === 'step');
      if (current.length !== 1) problems.push(`${current.length} stages are current`);
      const list = tree.find(({ role, name }) => role === 'list' && name === englishWords.stageList);
      if (!list) return [...problems, 'the stages are no list with a name'];
      const spoken = tree.filter(({ role, ancestors }) => role === 'button' && ancestors.includes(list));
      if (spoken.length !== stages.length)
        problems.push(`${spoken.length} of ${stages.length} stages are spoken of`);
      const saysCurrent = new RegExp(
        [englishWords.currentStage, englishWords.shownStage, englishWords.here].join('|'),
      );
      const inWords = spoken.filter(({ name }) => saysCurrent.test(name)).map(({ name }) => name);
      const place = stages.indexOf(current[0]);
      if (current.length && !saysCurrent.test(spoken[place]?.name ?? ''))
        problems.push(`"${spoken[place]?.name}" does not say that it is current`);
      if (inWords.length > 2) problems.push(`${inWords.length} stages say that they are current`);
      const positions = tree.filter(
        ({ role, name }) => role === 'StaticText' && /^\s*Stage \d+ of \d+\s*$/.test(name),
      );
      const expected = `Stage ${place + 1} of ${stages.length}`;
      if (positions.length !== 1 && positions.length !== stages.length)
        problems.push(`"Stage n of m" is there ${positions.length} times`);
      if (!positions.some(({ name }) => squeeze(name) === expected))
        problems.push(`nothing says "${expected}"`);
      return problems;
    },
  },
  {
    name: 'each element has one place for what is announced, and says what the state asks for',
    line: 7,
    judge({ facts, tree, state }) {
      const problems = [];
      for (const { name } of facts.elements) {
        const places = facts.statuses.filter(({ of }) => of === name);
        if (places.length !== 1) problems.push(`<${name}> has ${places.length} places to announce in`);
        for (const { atomic } of places)
          if (atomic !== 'true') problems.push(`<${name}> may announce half a sentence`);
      }
      const heard = tree.filter(({ role }) => role === 'status').length;
      if (heard < facts.elements.length)
        problems.push(`${heard} places to announce in are known to a screen reader`);
      const said = facts.statuses.map(({ text }) => text).filter(Boolean);
      if (state.said && !said.some((text) => state.said.test(text)))
        problems.push(`"${said}" was announced instead of ${state.said}`);
      if (!state.said && said.length) problems.push(`"${said}" is announced, and nothing happened`);
      return problems;
    },
  },
  {
    name: 'what went wrong is said at once, in words',
    line: 7,
    judge({ tree, state }) {
      const alerts = tree.filter(({ role }) => role === 'alert').map(({ text }) => squeeze(text));
      if (!state.alert) return alerts.map((text) => `"${text}" is called out, and nothing went wrong`);
      return alerts.some((text) => state.alert.test(text))
        ? []
        : [`"${alerts}" is called out instead of ${state.alert}`];
    },
  },
  {
    name: 'what is closed is neither read nor reached, and what is seen is read',
    line: 8,
    judge({ facts, tree }) {
      const spoken = new Set(tree.flatMap(({ name, description }) => [squeeze(name), squeeze(description)]));
      return [
        ...facts.texts.closed
          .filter((text) => tree.some(({ role, name }) => role === 'StaticText' && squeeze(name) === text))
          .map((text) => `"${text.slice(0, 60)}" is closed and read`),
        ...facts.texts.shown
          .filter((text) => !spoken.has(text) && ![...spoken].some((each) => each.includes(text)))
          .map((text) => `"${text.slice(0, 60)}" is seen and not read`),
        // In a drawing, the words beside it say the same.
        ...facts.texts.silent
          .filter(
            (text) => !/^\d+$/.test(text) && !/^\d+ (mins?|hrs?|wks?|mths?)$/.test(text) && !spoken.has(text),
          )
          .map((text) => `"${text}" is for the eye only`),
        ...shownControls(facts)
          .filter(({ tabIndex, seen }) => tabIndex >= 0 && seen.width * seen.height < 4)
          .map((each) => `"${named(each)}" is reached by Tab and not seen`),
      ];
    },
  },
  {
    name: 'everything that can be pressed is reached by Tab, in the order of the page',
    line: 9,
    judge: ({ facts }) => [
      ...facts.controls
        .filter(({ tabIndex }) => tabIndex > 0)
        .map((each) => `"${named(each)}" jumps the queue`),
      ...shownControls(facts)
        .filter(
          ({ kind, tabIndex, disabled }) =>
            /button|^a$|input|textarea|summary/.test(kind) && (tabIndex < 0 || disabled),
        )
        .map((each) => `"${named(each)}" is not reached by Tab`),
      ...shownControls(facts)
        .filter(({ kind, tabIndex }) => /^(div|span|p|li|h\d|section)$/.test(kind) && tabIndex >= 0)
        .map((each) => `"${named(each)}" is reached by Tab and does nothing`),
    ],
  },
  {
    name: 'every target is 44 pixels high and wide; a short one 24, with as much around it',
    line: 13,
    judge({ facts }) {
      const targets = shownControls(facts).filter(({ hit }) => hit);
      const isAlone = (each) =>
        !targets.some((other) => other !== each && Math.hypot(other.x - each.x, other.y - each.y) < 44);
      return targets
        .filter((each) => {
          const { width, height } = each.hit;
          // A row is the target of its box: there is room for all of it.
          if (/checkbox|radio/.test(each.type)) return height < 44;
          return (height < 44 || width < 44) && !(height >= 24 && width >= 24 && isAlone(each));
        })
        .map((each) => `"${named(each)}" is ${each.hit.width} by ${each.hit.height}`);
    },
  },
  {
    name: 'no text is cut off, and nothing scrolls sideways',
    line: 14,
    judge: ({ facts }) => [
      ...facts.texts.clipped.map((text) => `"${text.slice(0, 60)}" is cut off`),
      ...(facts.scrollsSideways ? ['the page scrolls sideways'] : []),
    ],
  },
  {
    name: 'nothing moves where the visitor wants no motion',
    line: 17,
    judge: ({ facts, state }) =>
      state.looks?.reducedMotion === 'reduce' && facts.motions ? [`${facts.motions} things move`] : [],
  },
  {
    name: 'the language is that of the words, and the arrows stand where reading ends',
    line: 19,
    judge({ facts, state }) {
      const direction = state.direction ?? 'ltr';
      return [
        ...facts.elements
          .filter(({ lang }) => lang !== 'en')
          .map(({ name, lang }) => `<${name}> says it is in "${lang}"`),
        ...facts.elements
          .filter((each) => each.direction !== direction)
          .map(({ name }) => `<${name}> is not ${direction}`),
        ...(facts.arrows.includes(direction === 'ltr' ? 'left' : 'right')
          ? ['an arrow is on the wrong side']
          : []),
      ];
    },
  },
  {
    name: 'everything that can be pressed has a name: its own words, those of patients, and no other has the same',
    line: 'words',
    judge({ facts, tree }) {
      const problems = [];
      const pressables = inOurs(tree).filter(({ role }) => pressable.has(role));
      for (const { role, name, description, url } of pressables) {
        if (!squeeze(name)) problems.push(`a ${role} without a name`);
        // The sources have the titles that their authors gave them.
        if (!/^https/.test(url) && (jargon.test(name) || jargon.test(description)))
          problems.push(`"${name}" is not said as a patient would say it`);
        if (role === 'link' && sayNothing.test(squeeze(name)))
          problems.push(`the link "${name}" says nothing alone`);
      }
      const names = pressables.map(({ name }) => squeeze(name));
      for (const { kind, text } of shownControls(facts))
        if (/button|^a$/.test(kind) && text && !names.some((name) => name.includes(text)))
          problems.push(`"${text}" is seen, but the name is another`);
      for (const { kind, label, id, type } of shownControls(facts))
        // The list to take along is below its own heading.
        if (/input|textarea/.test(kind) && !label && !(kind === 'textarea' && !id))
          problems.push(`the field "${id || type}" has no label in sight`);
      // A number of sources leads to the same place, wherever it stands.
      for (const [name, count] of tally(
        pressables.filter(({ role }) => role !== 'radio').map(({ name }) => squeeze(name)),
      ))
        if (count > 1 && !/^Sources: /.test(name) && !/^(Yes|No)$/.test(name) && !sameEverywhere(facts, name))
          problems.push(`"${name}" is the name of ${count} things`);
      return problems;
    },
  },
  {
    name: 'what is ticked, pressed and chosen is told, and the counts agree',
    line: 16,
    judge({ facts, tree }) {
      const problems = [];
      const boxes = facts.controls.filter(({ type }) => type === 'checkbox');
      const tasks = boxes.filter(({ id }) => id.startsWith('stemcell-task-'));
      if (tasks.length) {
        const done = tasks.filter(({ checked }) => checked).length;
        const count = tree
          .map(({ name }) => name.match(/^(\d+) of (\d+) tasks? done|^All (\d+) tasks are done/))
          .find(Boolean);
        const told = count?.[3] ? [count[3], count[3]] : count?.slice(1, 3);
        if (!told || Number(told[0]) !== done || Number(told[1]) !== tasks.length)
          problems.push(`${done} of ${tasks.length} tasks are done, the page says ${told}`);
      }
      const shown = shownControls(facts);
      for (const [type, role] of [
        ['checkbox', 'checkbox'],
        ['radio', 'radio'],
      ]) {
        const seen = shown.filter((each) => each.type === type && each.checked).length;
        const told = tree.filter((each) => each.role === role && each.checked === 'true').length;
        if (seen !== told) problems.push(`${seen} of type ${type} are checked, ${told} are said to be`);
      }
      if (
        shown.some(({ type }) => type === 'radio') &&
        !shown.some(({ type, checked }) => type === 'radio' && checked)
      )
        problems.push('no pathway is chosen');
      const topics = tree.filter(
        ({ role, ancestors }) => role === 'button' && ancestors.some(({ name }) => name === 'Topics'),
      );
      if (topics.length && topics.filter(({ pressed }) => pressed === 'true').length !== 1)
        problems.push('not one topic is pressed');
      return problems;
    },
  },
  {
    name: 'drawings are silent, or have a name',
    line: 'words',
    judge: ({ facts, tree }) => [
      ...facts.drawings.filter(({ hidden, named }) => !hidden && !named).map(() => 'a drawing has no name'),
      ...inOurs(tree)
        .filter(({ role, name }) => /^(image|img|SvgRoot|graphics-document)$/i.test(role) && !name)
        .map(({ role }) => `${role} without a name`),
    ],
  },
  {
    name: 'the warning signs and the number for an emergency are always read',
    line: 'safety',
    judge({ facts, tree }) {
      if (!facts.elements.some(({ name }) => name === 'stemcell-checklist')) return [];
      const inWarnings = tree.filter(
        ({ role, name }) => role === 'heading' && name === englishWords.warningsTitle,
      );
      const signs = tree.filter(
        ({ role, name }) => role === 'StaticText' && /trouble breathing|cannot stay awake/.test(name),
      );
      const calls = tree.filter(({ role, name }) => role === 'link' && /^911$/.test(name));
      return [
        ...(inWarnings.length === 1 ? [] : ['the warning signs have no heading']),
        ...(signs.length === 2 ? [] : [`${signs.length} of two signs of an emergency are read`]),
        ...(calls.length ? [] : ['the number for an emergency is no link']),
      ];
    },
  },
  {
    name: 'nothing is read twice: what describes a thing is no part of its name',
    line: 'words',
    judge: ({ tree }) =>
      tree
        .filter(({ name, description }) => description && squeeze(name).includes(squeeze(description)))
        .map(({ name }) => `the description of "${name}" is in its name`),
  },
  {
    name: 'a task says why: what is written below it is its description',
    line: 'words',
    judge: ({ tree, facts }) => [
      ...tree
        .filter(
          ({ role, ancestors }) => role === 'checkbox' && ancestors.some(({ role }) => role === 'listitem'),
        )
        .filter(({ name, description, ancestors }) => {
          const row = ancestors.findLast(({ role }) => role === 'listitem');
          return squeeze(row.text).length > squeeze(name).length + 3 && !description;
        })
        .map(({ name }) => `"${name}" does not say why`),
      ...tree
        .filter(({ role }) => role === 'radio')
        .filter(({ description }) => !description)
        .map(({ name }) => `the choice "${name}" is not explained`),
      ...tree
        .filter(({ role, description }) => role === 'Date' && !description)
        .map(() => 'the date does not say what it is for'),
      ...(facts.controls.some(({ type }) => type === 'radio') &&
      !tree.some(({ role, name }) => role === 'group' && name === englishWords.pathwayQuestion)
        ? ['the choice of pathway does not say what is chosen']
        : []),
    ],
  },
];

/** Links of one name may stand twice where both lead to the same place: a telephone number, a file. */
function sameEverywhere({ controls }, name) {
  const same = controls.filter((each) => each.shown && (each.text === name || each.label === name));
  const [first] = same;
  return same.every(({ href, type }) => (href ? href === first.href : type === 'checkbox'));
}
