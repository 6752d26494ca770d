import { expect } from '@open-wc/testing';
import english from '../../src/content/en.json';
import { pathways, regions, type Pathway } from '../../src/content/choices.js';
import type { Guide, Line } from '../../src/content/guide.js';
import type { Place } from '../../src/content/region.js';
import {
  citedIn,
  fillGuide,
  fillText,
  plainText,
  resolveNotice,
  resolvePhases,
  resolveQuestions,
  resolveStages,
  resolveWarnings,
  type Clinic,
  type Situation,
} from '../../src/content/resolve.js';

const guide = english as Guide;

const on = (pathway: Pathway, region: Place = 'us'): Situation => ({ pathway, region, clinic: {} });
const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
const guideWith = (changes: Partial<Guide>): Guide => ({ ...guide, ...changes });

/** All texts in something resolved, links included, each with the way to it. */
function* textsOf(value: unknown, path = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value) && value.some((piece: unknown) => (piece as { href?: string })?.href))
    yield [path, plainText(value as Line)];
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, `${path}.${key}`);
}

describe('stages', () => {
  const stagesOf = (pathway: Pathway) => resolveStages(guide, on(pathway));
  const stageOf = (pathway: Pathway, wanted: string) => stagesOf(pathway).find(({ id }) => id === wanted)!;

  it('come in order, and donor cells skip the collecting', () => {
    const all = ['consultation', 'harvesting', 'processing', 'injection', 'recovery', 'follow-up'];
    expect(idsOf(stagesOf('bone-marrow'))).to.deep.equal(all);
    expect(idsOf(stagesOf('fat'))).to.deep.equal(all);
    expect(idsOf(stagesOf('donor'))).to.deep.equal(all.filter((id) => id !== 'harvesting'));
  });

  it('take the title and the time from the pathway', () => {
    expect(stageOf('bone-marrow', 'harvesting').title).to.equal('Collecting bone marrow');
    expect(stageOf('fat', 'harvesting').title).to.equal('Collecting fat');
    const minutes = pathways.map((pathway) => {
      const { min, max } = stageOf(pathway, 'processing').duration!;
      return [min, max];
    });
    expect(minutes).to.deep.equal([
      [15, 60],
      [15, 120],
      [10, 30],
    ]);
  });

  it('keep what the stage says of its time beside the figures of the pathway', () => {
    const { note, unit, confirm } = stageOf('donor', 'processing').duration!;
    expect(note).to.equal('The time depends on the method and the machine.');
    expect([unit, confirm]).to.deep.equal(['minute', true]);
  });

  it('put what a pathway adds after what holds for all', () => {
    const { happens, feel, prepare } = stageOf('fat', 'harvesting');
    const stage = guide.stages.find(({ id }) => id === 'harvesting')!;
    expect(happens).to.deep.equal([...stage.happens!, ...stage.variations!.fat!.happens!]);
    expect(feel).to.deep.equal([...stage.feel!, ...stage.variations!.fat!.feel!]);
    expect(prepare).to.deep.equal(stage.prepare);
    expect(stageOf('donor', 'processing').ask!.at(-1)).to.equal(
      'May I have the lot number and the test results?',
    );
  });

  it('cite the sources of the stage and of the pathway, each once', () => {
    expect(stageOf('bone-marrow', 'harvesting').cites).to.deep.equal([
      'mayo-bm',
      'aofas-bm',
      'mfat-2025',
      'alberta-bm',
      'hernigou-2014',
    ]);
  });

  it('say nothing of other pathways', () => {
    for (const pathway of pathways)
      for (const stage of stagesOf(pathway)) expect(stage).not.to.have.any.keys('variations', 'pathways');
    expect(JSON.stringify(stagesOf('donor'))).not.to.match(/hollow needle|mini-liposuction/);
  });

  it('have no lists where the guide has none', () => {
    const bare = guideWith({ stages: [{ id: 'bare', title: 'Bare', summary: 'Nothing more.' }] });
    expect(resolveStages(bare, on('fat'))).to.deep.equal([
      { id: 'bare', title: 'Bare', summary: 'Nothing more.' },
    ]);
  });
});

describe('tasks', () => {
  const tasksOf = (pathway: Pathway) =>
    resolvePhases(guide, on(pathway)).flatMap(({ tasks }) => idsOf(tasks));

  it('are those of the pathway', () => {
    const own: Record<Pathway, readonly string[]> = {
      'bone-marrow': ['hip-bleed', 'hip-sore'],
      fat: ['compression-wear', 'wear-wrap', 'fat-bruise'],
      donor: ['donor-papers'],
    };
    for (const pathway of pathways) {
      const tasks = tasksOf(pathway);
      expect(tasks).to.include.members([...own[pathway], 'blood-thinners', 'report']);
      const foreign = pathways.filter((other) => other !== pathway).flatMap((other) => own[other]);
      expect(tasks.filter((id) => foreign.includes(id))).to.deep.equal([]);
    }
  });

  it('bring no phase that has none', () => {
    const phases = [
      {
        id: 'fat-only',
        title: 'For fat',
        from: 0,
        to: 1,
        tasks: [{ id: 'a', from: 0, to: 1, text: 'A', pathways: ['fat' as const] }],
      },
      { id: 'empty', title: 'Empty', from: 2, to: 3, tasks: [] },
    ];
    expect(idsOf(resolvePhases(guideWith({ phases }), on('fat')))).to.deep.equal(['fat-only']);
    expect(resolvePhases(guideWith({ phases }), on('donor'))).to.deep.equal([]);
  });
});

describe('warning signs', () => {
  const signsOf = (pathway: Pathway) =>
    resolveWarnings(guide, on(pathway)).levels.flatMap(({ signs }) => idsOf(signs));

  it('are those of the pathway', () => {
    expect(signsOf('fat')).to.include.members(['numbing-toxic', 'belly-pain', 'growing-bruise']);
    expect(signsOf('bone-marrow')).to.include('growing-bruise').and.not.include.members(['numbing-toxic']);
    expect(signsOf('donor')).not.to.include.oneOf(['numbing-toxic', 'belly-pain', 'growing-bruise']);
    expect(pathways.map((pathway) => signsOf(pathway).length)).to.deep.equal([18, 20, 17]);
  });

  it('come with the most urgent first', () => {
    const { intro, levels } = resolveWarnings(guide, on('donor'));
    expect(idsOf(levels)).to.deep.equal(['emergency', 'same-day', 'call']);
    expect(intro).to.equal(guide.warnings.intro);
  });
});

describe('questions', () => {
  const questionsOf = (region: Place, from = guide) => idsOf(resolveQuestions(from, on('fat', region)));

  it('about one regulator are asked in its region only', () => {
    expect(questionsOf('us')).to.have.lengthOf(16).and.include('approved');
    for (const region of ['eu', 'ca', 'au', 'gb', 'other'] as const)
      expect(questionsOf(region), region).to.have.lengthOf(15).and.not.include('approved');
  });

  it('are those of the pathway, in order', () => {
    const question = { category: 'basics', question: '?', answer: '!' };
    const questions = [
      { ...question, id: 'donor-only', pathways: ['donor' as const] },
      { ...question, id: 'all' },
      { ...question, id: 'fat-in-eu', pathways: ['fat' as const], regions: ['eu' as const] },
    ];
    expect(questionsOf('eu', guideWith({ questions }))).to.deep.equal(['all', 'fat-in-eu']);
    expect(questionsOf('us', guideWith({ questions }))).to.deep.equal(['all']);
  });
});

describe('the notice', () => {
  it('says what the regulator of the region says', () => {
    expect(resolveNotice(guide, on('fat', 'us')).status).to.match(/^The FDA has not approved/);
    expect(resolveNotice(guide, on('fat', 'eu')).status).to.match(/^In the EU/);
    expect(resolveNotice(guide, on('fat', 'ca')).status).to.match(/^In Canada/);
  });

  for (const region of ['au', 'gb', 'other'] as const)
    it(`says what to ask where we know no regulator's words (${region})`, () => {
      const { status, cites } = resolveNotice(guide, on('fat', region));
      expect(status).to.equal('Ask if this use is approved where you live, part of a study, or neither.');
      expect(cites).to.deep.equal([]);
    });

  it('always says what the page is for and what nobody can promise', () => {
    for (const region of [...regions, 'other'] as const) {
      const { education, result } = resolveNotice(guide, on('donor', region));
      expect(education).to.match(/does not take the place of advice/);
      expect(result).to.match(/No one can promise/);
    }
  });
});

describe('what is cited', () => {
  it('is found at any depth, each source once', () => {
    const content = [{ cites: ['a'], inner: [{ cites: ['b', 'a'] }] }, 'text', null, undefined, 7];
    expect([...citedIn(content)]).to.deep.equal(['a', 'b']);
    expect([...citedIn('nothing')]).to.deep.equal([]);
  });
});

describe('the clinic’s details in a text', () => {
  const link = (text: string, href: string) => ({ text, href });
  const phone = '(555) 010-0100';

  it('stand in the place of their names', () => {
    expect(fillText('Welcome to {clinicName}.', { clinicName: 'Rivertown' })).to.equal(
      'Welcome to Rivertown.',
    );
    expect(fillText('No names here.', {})).to.equal('No names here.');
  });

  it('are links where they can be called, written to or opened', () => {
    expect(fillText('Call {clinicPhone} now', { clinicPhone: phone })).to.deep.equal([
      'Call ',
      link(phone, 'tel:5550100100'),
      ' now',
    ]);
    expect(fillText('Write to {clinicEmail}.', { clinicEmail: 'help@clinic.example' })).to.deep.equal([
      'Write to ',
      link('help@clinic.example', 'mailto:help@clinic.example'),
      '.',
    ]);
    expect(fillText('See {clinicUrl}', { clinicUrl: 'https://clinic.example/' })).to.deep.equal([
      'See ',
      link('https://clinic.example/', 'https://clinic.example/'),
      '',
    ]);
  });

  it('are words where words stand for a number', () => {
    expect(
      fillText('Call {emergencyNumber} now', { emergencyNumber: 'your local emergency number' }),
    ).to.equal('Call your local emergency number now');
  });

  for (const [number, dialled] of [
    ['911', '911'],
    ['000', '000'],
    ['(555) 010-0100', '5550100100'],
    ['555.010.0100', '5550100100'],
    ['+1 555 010 0100', '+15550100100'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['(020) 7946 0000', '02079460000'],
    ['030/123456', '030123456'],
    ['Tel. 555-0100', '5550100'],
    ['555-0100 ext. 5', '5550100'],
    ['555-0100 x5', '5550100'],
    ['555-0100, 5', '5550100'],
    ['555-0100 #5', '5550100'],
    ['555-0100 or 555-0199', '5550100'],
    ['555-0100 / 555-0199', '5550100'],
    ['24-hour line: 555-0100', '5550100'],
  ] as const)
    it(`"${number}" dials ${dialled}`, () => {
      expect(fillText('{clinicPhone}', { clinicPhone: number })).to.deep.equal([
        '',
        link(number, `tel:${dialled}`),
        '',
      ]);
    });

  for (const number of ['1-800-JOINTS', 'on the card', '24 hours'])
    it(`"${number}" is no link, for it would dial a wrong number`, () => {
      expect(fillText('Call {clinicPhone}.', { clinicPhone: number })).to.equal(`Call ${number}.`);
    });

  for (const [text, without] of [
    ['Call the clinic today: {clinicPhone}', 'Call the clinic today'],
    ['Call us, {clinicPhone}.', 'Call us.'],
    ['Call us ({clinicPhone}).', 'Call us.'],
    ['Call us ({clinicPhone}, {afterHoursPhone}) today.', 'Call us today.'],
    ['Call us – {clinicPhone} – today.', 'Call us – today.'],
    ['Call us: {clinicPhone}, {afterHoursPhone}.', 'Call us.'],
    ['Call us: {clinicPhone}, day or night.', 'Call us, day or night.'],
    ['Call {emergencyNumber} now', 'Call now'],
  ] as const)
    it(`leave no hole in "${text}" when they are not given`, () => {
      expect(fillText(text, {})).to.equal(without);
    });

  it('are listed as far as they are given', () => {
    const run = 'Numbers: {clinicPhone}, {afterHoursPhone}.';
    expect(plainText(fillText(run, { clinicPhone: '555-0100' }))).to.equal('Numbers: 555-0100.');
    expect(plainText(fillText(run, { afterHoursPhone: '555-0199' }))).to.equal('Numbers: 555-0199.');
    expect(plainText(fillText(run, { clinicPhone: '555-0100', afterHoursPhone: '555-0199' }))).to.equal(
      'Numbers: 555-0100, 555-0199.',
    );
    const brackets = 'Call us ({clinicPhone}, {afterHoursPhone}).';
    const arabic = 'للنهار والليل: {clinicPhone}، {afterHoursPhone}.';
    expect(plainText(fillText(arabic, { clinicPhone: '555-0100' }))).to.equal('للنهار والليل: 555-0100.');
    expect(plainText(fillText(arabic, { clinicPhone: '555-0100', afterHoursPhone: '555-0199' }))).to.equal(
      'للنهار والليل: 555-0100، 555-0199.',
    );
    expect(plainText(fillText(arabic, {}))).to.equal('للنهار والليل.');
    expect(plainText(fillText(brackets, { afterHoursPhone: '555-0199' }))).to.equal('Call us (555-0199).');
  });

  it('are taken as they are, whatever signs are in them', () => {
    const values = { clinicName: '$& {clinicPhone} <b>', clinicPhone: '555-0100' };
    expect(fillText('At {clinicName}', values)).to.equal('At $& {clinicPhone} <b>');
  });

  it('do not come from what every object inherits', () => {
    expect(fillText('A {constructor} and {toString}.', {})).to.equal('A and.');
  });
});

describe('the clinic’s details in a guide', () => {
  const details: Required<Clinic> = {
    clinicName: 'Rivertown Joint Clinic',
    clinicPhone: '(555) 010-0100',
    afterHoursPhone: '+44 (0)20 7946 0000',
    clinicEmail: 'help@clinic.example',
    clinicUrl: 'https://clinic.example/',
    emergencyNumber: '112',
  };
  const names = Object.keys(details) as (keyof Clinic)[];
  /** Every choice of given and missing details. */
  const clinics = Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.fromEntries(
      names.filter((_name, index) => bits & (1 << index)).map((name) => [name, details[name]]),
    ),
  );

  const holes = {
    'a token': /[{}]/,
    'two spaces': / {2}/,
    'a space before a mark': /\s[.,;:!?)]/,
    'a space after a bracket': /\(\s/,
    'two marks': /[,;:–(-]\s*[.,;:!?)]/,
    'an empty bracket': /\(\s*\)/,
    'a loose end': /^[\s.,;:–-]|[\s,;:–(-]$/,
    'a value that is none': /undefined|null|\[object/,
  };

  it('never leave a hole, whichever of them are given, in any region', () => {
    let seen = 0;
    for (const region of [...regions, 'other'] as const)
      for (const clinic of clinics)
        for (const [path, text] of textsOf(fillGuide(guide, region, clinic))) {
          seen++;
          for (const [hole, pattern] of Object.entries(holes))
            if (pattern.test(text)) expect.fail(`${hole} in ${path}: "${text}" (${JSON.stringify(clinic)})`);
        }
    expect(seen).to.be.greaterThan(100_000);
  });

  it('are the emergency number of the region, unless the clinic gives one', () => {
    const titleIn = (region: Place, clinic: Clinic = {}) =>
      fillGuide(guide, region, clinic).warnings.levels[0]!.title;
    expect(titleIn('us')).to.deep.equal(['Call ', { text: '911', href: 'tel:911' }, ' now']);
    expect(plainText(titleIn('eu'))).to.equal('Call 112 now');
    expect(plainText(titleIn('gb'))).to.equal('Call 999 now');
    expect(plainText(titleIn('au'))).to.equal('Call 000 now');
    expect(titleIn('other')).to.equal('Call your local emergency number now');
    expect(titleIn('us', { emergencyNumber: '117' })).to.deep.equal([
      'Call ',
      { text: '117', href: 'tel:117' },
      ' now',
    ]);
    expect(plainText(titleIn('us', { emergencyNumber: '' }))).to.equal('Call 911 now');
  });

  it('become links only where a line may have them, and words elsewhere', () => {
    const call = 'Call {clinicPhone}.';
    const linked: Line = ['Call ', { text: '555-0100', href: 'tel:5550100' }, '.'];
    const words = 'Call 555-0100.';
    const own = guideWith({
      title: call,
      ask: [call],
      stages: [
        {
          id: 'a',
          title: call,
          summary: call,
          note: call,
          happens: [call, [call, { text: call, href: '#' }]],
        },
      ],
      questions: [
        { id: 'a', category: 'a', question: call, answer: call },
        { id: 'b', category: 'a', question: call, answer: [call, { list: [call] }, { paragraph: call }] },
      ],
      phases: [
        { id: 'a', title: call, from: 0, to: 0, tasks: [{ id: 'a', from: 0, to: 0, text: call, why: call }] },
      ],
      notices: { education: call, result: call, status: { other: { text: call } } },
      pathways: [{ id: 'fat', name: call, formal: call, text: call }],
    });
    const filled = fillGuide(own, 'other', { clinicPhone: '555-0100' });
    expect(filled.title).to.equal(words);
    expect(filled.ask).to.deep.equal([linked]);
    expect(filled.stages).to.deep.equal([
      {
        id: 'a',
        title: words,
        summary: words,
        note: words,
        happens: [linked, [linked, { text: words, href: '#' }]],
      },
    ]);
    expect(filled.questions.map(({ question }) => question)).to.deep.equal([words, words]);
    expect(filled.questions.map(({ answer }) => answer)).to.deep.equal([
      { paragraph: linked },
      [{ paragraph: linked }, { list: [linked] }, { paragraph: linked }],
    ]);
    expect(filled.phases[0]!.title).to.equal(words);
    expect(filled.phases[0]!.tasks).to.deep.equal([{ id: 'a', from: 0, to: 0, text: linked, why: linked }]);
    expect(filled.notices).to.deep.equal({
      education: words,
      result: words,
      status: { other: { text: words } },
    });
    expect(filled.pathways).to.deep.equal([{ id: 'fat', name: words, formal: words, text: words }]);
  });

  it('leave everything else as it is, and the given guide untouched', () => {
    const before = structuredClone(guide);
    const filled = fillGuide(guide, 'us', details);
    expect(guide).to.deep.equal(before);
    const withoutTokens = ([, text]: readonly [string, string]) => !text.includes('{');
    const kept = [...textsOf(guide)].filter(withoutTokens);
    const after = new Map(textsOf(filled));
    expect(kept.filter(([path, text]) => after.get(path) !== text)).to.deep.equal([]);
    const days = ({ phases }: Guide) =>
      phases.flatMap(({ tasks }) => tasks.map(({ id, from, to }) => [id, from, to]));
    expect(days(filled)).to.deep.equal(days(guide));
  });

  it('are filled in once for the same guide and details', () => {
    const first = fillGuide(guide, 'us', { clinicName: 'A', clinicPhone: '' });
    expect(fillGuide(guide, 'us', { clinicName: 'A' })).to.equal(first);
    expect(fillGuide(guide, 'us', { clinicName: 'B' })).not.to.equal(first);
    expect(fillGuide(guide, 'us', { clinicName: 'A' })).to.equal(first);
    expect(fillGuide(guide, 'eu', { clinicName: 'B' }).warnings.levels[0]!.title).to.deep.include({
      text: '112',
      href: 'tel:112',
    });
    expect(fillGuide(guideWith({ title: 'Mine' }), 'eu', { clinicName: 'B' }).title).to.equal('Mine');
  });
});
