import { expect } from '@open-wc/testing';
import english from '../../src/content/en.json';
import type { Guide } from '../../src/content/guide.js';
import { readGuide } from '../../src/content/read.js';

const base = english as Guide;
const read = (given: unknown): { guide: Guide; problems: readonly string[] } => readGuide(given, base);
const question = (guide: Guide, id: string) => guide.questions.find((each) => each.id === id);

describe('a guide laid over the default one', () => {
  it('changes one answer and leaves everything else, the default guide itself included', () => {
    const before = JSON.stringify(english);
    const { guide, problems } = read({
      questions: [{ id: 'hurt', answer: ['Not much.', { list: ['A', 'B'] }] }],
    });
    expect(problems).to.deep.equal([]);
    expect(question(guide, 'hurt')!.answer).to.deep.equal(['Not much.', { list: ['A', 'B'] }]);
    expect(question(guide, 'hurt')!.question).to.equal('Will it hurt?');
    expect(guide.questions).to.have.length(base.questions.length);
    expect(guide.stages).to.deep.equal(base.stages);
    expect(JSON.stringify(english)).to.equal(before);
  });

  it('drops the sources of words that are replaced, and takes those that come with the new ones', () => {
    const { guide } = read({
      questions: [
        { id: 'hurt', answer: 'Ours.' },
        { id: 'cost', answer: 'Ours.', cites: ['our-study'] },
        { id: 'cartilage', category: 'basics' },
      ],
    });
    expect(question(guide, 'hurt')).not.to.have.property('cites');
    expect(question(guide, 'cost')!.cites).to.deep.equal(['our-study']);
    expect(question(guide, 'cartilage')!.cites).to.deep.equal(question(base, 'cartilage')!.cites);
  });

  it('hides an item, adds one, and gives places', () => {
    const { guide, problems } = read({
      questions: [
        { id: 'cost', hidden: true },
        { id: 'parking', question: 'Where do I park?', answer: 'Behind the house.', order: 1 },
        { id: 'risks', order: 2 },
      ],
    });
    expect(problems).to.deep.equal([]);
    const ids = guide.questions.map(({ id }) => id);
    expect(ids.slice(0, 3)).to.deep.equal(['parking', 'risks', 'what-is']);
    expect(ids).not.to.include('cost');
    expect(ids).to.have.length(base.questions.length);
  });

  it('goes down to tasks, signs and variations by id', () => {
    const { guide, problems } = read({
      phases: [
        {
          id: 'day-0',
          tasks: [
            { id: 'consent', why: 'Take your time.' },
            { id: 'record', hidden: true },
          ],
        },
      ],
      stages: [{ id: 'injection', variations: { donor: { summary: 'Ours.' } } }],
      warnings: { levels: [{ id: 'emergency', signs: [{ id: 'faint', text: 'You faint.' }] }] },
    });
    expect(problems).to.deep.equal([]);
    const day = guide.phases.find(({ id }) => id === 'day-0')!;
    expect(day.tasks.find(({ id }) => id === 'consent')!.why).to.equal('Take your time.');
    expect(day.tasks.some(({ id }) => id === 'record')).to.equal(false);
    expect(guide.stages.find(({ id }) => id === 'injection')!.variations!.donor!.summary).to.equal('Ours.');
    const signs = guide.warnings.levels[0]!.signs;
    expect(signs.find(({ id }) => id === 'faint')!.text).to.equal('You faint.');
    expect(signs).to.have.length(base.warnings.levels[0]!.signs.length);
  });

  it('shows only what it names where it says so', () => {
    const { guide, problems } = read({
      replace: ['questions', 'phases'],
      questions: [{ id: 'hurt' }],
      phases: [
        {
          id: 'after',
          title: 'After',
          from: 0,
          to: 3,
          tasks: [{ id: 'rest', from: 0, to: 3, text: 'Rest.' }],
        },
      ],
    });
    expect(guide.questions.map(({ id }) => id).sort()).to.deep.equal([
      'approved',
      'does-it-work',
      'hurt',
      'risks',
    ]);
    expect(guide.phases.map(({ id }) => id)).to.deep.equal(['after']);
    expect(guide.stages).to.have.length(base.stages.length);
    expect(problems).to.include(
      'questions: no "risks"; visitors must be told this, so the default one stays',
    );
  });
});

describe('what may not be dropped', () => {
  const attempts: Record<string, unknown> = {
    'the risks': { questions: [{ id: 'risks', hidden: true }] },
    'the approval, by a pathway': { questions: [{ id: 'approved', pathways: ['donor'] }] },
    'the evidence, by a region': { questions: [{ id: 'does-it-work', regions: ['au'] }] },
    'the emergencies': { warnings: { levels: [{ id: 'emergency', hidden: true }] } },
    'one sign of an emergency': {
      warnings: { levels: [{ id: 'emergency', signs: [{ id: 'faint', hidden: true }] }] },
    },
    'one sign, by a pathway': {
      warnings: { levels: [{ id: 'emergency', signs: [{ id: 'faint', pathways: ['fat'] }] }] },
    },
    'the status': { notices: { status: { us: { text: '' } } } },
    'what nobody can promise': { notices: { result: ' ' } },
    'the notices': { notices: null },
    'all warnings': { warnings: { levels: 'none' } },
  };
  for (const [name, given] of Object.entries(attempts))
    it(`${name}: the default stays, and it is said`, () => {
      const { guide, problems } = read(given);
      expect(guide).to.deep.equal(base);
      expect(problems).to.have.length(1);
    });

  it('may be said in other words', () => {
    const { guide, problems } = read({
      questions: [{ id: 'risks', answer: 'You may get an infection.' }],
      notices: { result: 'Nobody knows if it helps you.' },
    });
    expect(problems).to.deep.equal([]);
    expect(question(guide, 'risks')!.answer).to.equal('You may get an infection.');
    expect(guide.notices.result).to.equal('Nobody knows if it helps you.');
  });
});

describe('problems', () => {
  const rows: [given: unknown, problems: string[]][] = [
    [null, ['guide: null; expected an object such as {"questions": […]}']],
    [[], ['guide: an empty list; expected an object such as {"questions": […]}']],
    [{ qustions: [] }, ['qustions: not known here; expected one of id, title']],
    [{ questions: {} }, ['questions: an object; expected a list']],
    [
      { questions: [{ question: 'Hi?' }, 'text', { id: 'Über uns' }, { id: 'cost' }, { id: 'cost' }] },
      [
        'questions[0].id: missing; expected an id of small letters, digits and dashes, such as "first-visit"',
        'questions[1]: "text"; expected an object with id',
        'questions[2].id: "Über uns"; expected an id',
        'questions[4].id: "cost"; expected an id that no other item here has',
      ],
    ],
    [
      {
        questions: [
          { id: 'hurt', answer: [] },
          { id: 'cost', answer: ['Fine.', { lst: ['x'] }, 7] },
        ],
      },
      [
        'questions[0].answer: an empty list; expected a text or a list of blocks',
        'questions[1].answer[1]: an object; expected a text, {"paragraph": …} or {"list": […]}',
        'questions[1].answer[2]: 7; expected a text, {"paragraph": …} or {"list": […]}',
      ],
    ],
    [
      { stages: [{ id: 'injection', duration: { min: 30, max: 10 } }] },
      ['stages[0].duration.max: 10; expected 30 or more, as in min'],
    ],
    [
      {
        phases: [
          { id: 'later', title: 'Later', from: 9, to: 3, tasks: [] },
          { id: 'day-0', from: '0' },
        ],
      },
      [
        'phases[0].to: 3; expected 9 or more, as in from',
        'phases[1].from: "0"; expected a day as a whole number',
      ],
    ],
    [
      { stages: [{ id: 'injection', duration: { unit: 'fortnight' } }] },
      ['stages[0].duration.unit: "fortnight"; expected one of "minute", "hour", "day", "week", "month"'],
    ],
    [
      { ask: [['See ', { text: 'this', href: 'java\u0000script:alert(1)' }]] },
      ['ask[0][1].href: "java\\u0000script:alert(1)"; expected an address that starts with https:'],
    ],
    [
      { questions: [{ id: 'hurt', hidden: 'yes', order: 0 }] },
      [
        'questions[0].hidden: "yes"; expected true or false',
        'questions[0].order: 0; expected a place in the list; 1 is the first',
      ],
    ],
    [
      { questions: [{ id: 'park', category: 'parking', question: 'Where?', answer: 'There.' }] },
      ['questions: category of "park": "parking"; expected one of basics'],
    ],
    [
      { phases: [{ id: 'day-0', tasks: [{ id: 'price', from: 0, to: 0, text: 'Pay.' }] }] },
      ['phases: tasks of "day-0": "price" again; expected an id of its own'],
    ],
    [
      { pathways: ['bone-marrow', 'fat', 'donor'].map((id) => ({ id, hidden: true })) },
      ['pathways: all hidden; expected one at least, so all are shown'],
    ],
    [{ replace: ['everything'] }, ['replace: a list; expected a list of stages, questions, phases']],
    [
      JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
      ['__proto__: not known here', 'constructor: not known here'],
    ],
    [
      JSON.parse('{"tokens": {"__proto__": {"polluted": 1}, "clinicName": "we"}}'),
      ['tokens.__proto__: not a name'],
    ],
  ];
  for (const [given, expected] of rows)
    it(`are said for ${JSON.stringify(given).slice(0, 70)}`, () => {
      const { problems, guide } = read(given);
      expect(problems, problems.join('\n')).to.have.length(expected.length);
      expected.forEach((text, index) => {
        expect(problems[index]!.slice(0, text.length)).to.equal(text);
      });
      expect(guide.questions.length).to.be.at.least(base.questions.length);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    });

  it('keep the words of a link that leads nowhere good', () => {
    const { guide } = read({ ask: [['See ', { text: 'this page', href: 'javascript:alert(1)' }, '.']] });
    expect(guide.ask).to.deep.equal([['See ', 'this page', '.']]);
  });

  it('are one line where an object of a script throws', () => {
    const { guide, problems } = read({
      get questions() {
        throw new Error('no');
      },
    });
    expect(guide).to.equal(base);
    expect(problems).to.deep.equal(['guide: cannot be read (Error: no); the default is used']);
  });
});
