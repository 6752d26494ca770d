import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importSource } from '../support/import-source.mjs';

// The pure parts of the builder: the state in an address, the clinic's own guide, texts as they are typed, the texts to paste.

const { emptyState, fromFragment, isAccepted, toFragment, withSetting } =
  await importSource('../demo/builder/state.ts');
const { add, move, newId, remove, reset, setValue } = await importSource('../demo/builder/own-guide.ts');
const { kinds, wordsOf } = await importSource('../demo/builder/written.ts');
const { measure } = await importSource('../demo/builder/measure.ts');
const { outputs, folderOf } = await importSource('../demo/builder/outputs.ts');
const { readGuide } = await importSource('content/read.ts');
const { targets } = await importSource('../demo/builder/targets.ts');
const { default: base } = await importSource('content/en.json');

const shownIds = (own, list = 'questions') => readGuide(own, base).guide[list].map(({ id }) => id);
const files = {
  version: '1.2.3',
  integrity: { 'stemcell-guide.js': { bytes: 1, integrity: 'sha384-abc' } },
  shown: base,
  themes: { calm: ':root {\n  --stemcell-accent: #123456;\n  --stemcell-radius: 1em;\n}' },
};
const stateWith = (settings, guide = {}) =>
  Object.entries(settings).reduce((state, [name, value]) => withSetting(state, name, value), {
    ...emptyState,
    guide,
  });

describe('the state of the builder', () => {
  it('survives an address, letters of all kinds included', () => {
    const state = stateWith(
      { widget: 'faq', clinicName: 'Ärzte & “Söhne” + 1', accent: '#0b6e4f', target: 'wix' },
      { questions: [{ id: 'hurt', answer: 'A bit. 日本 😀 </script>' }] },
    );
    assert.deepEqual(fromFragment(`#${toFragment(state)}`), state);
    assert.equal(toFragment(emptyState), '');
  });

  it('takes nothing from an address that is not on its list', () => {
    const state = fromFragment(
      '#widget=script&pathway=<b>&accent=red;}body{&onclick=1&guide=%%%&headingLevel=9',
    );
    assert.deepEqual(state, emptyState);
    assert.equal(isAccepted('procedureDate', '2026-02-30'), false);
  });
});

describe('the clinic’s own guide', () => {
  it('holds what differs from the default, and nothing else', () => {
    let own = setValue({}, base, ['questions', 'hurt', 'answer'], 'We numb it.');
    assert.deepEqual(own, { questions: [{ id: 'hurt', answer: 'We numb it.' }] });
    const answer = base.questions.find(({ id }) => id === 'hurt').answer;
    own = setValue(own, base, ['questions', 'hurt', 'answer'], answer);
    assert.deepEqual(own, {});
    own = setValue({}, base, ['phases', 'day-0', 'tasks', 'keep-dry', 'confirm'], false);
    assert.deepEqual(own, { phases: [{ id: 'day-0', tasks: [{ id: 'keep-dry', confirm: false }] }] });
    assert.deepEqual(reset(own, ['phases', 'day-0', 'tasks', 'keep-dry']), {});
  });

  it('puts items into any order, and says no more than it takes', () => {
    const ids = shownIds({});
    let own = move({}, base, ['questions'], ids, ids[3], -3);
    assert.deepEqual(shownIds(own), [ids[3], ids[0], ids[1], ids[2], ...ids.slice(4)]);
    assert.equal(own.questions.length, 1);
    own = move(own, base, ['questions'], shownIds(own), ids[3], 3);
    assert.deepEqual(own, {});
    let order = ids;
    // Not in chance but in many steps: each must come out as it was asked for.
    for (let step = 0; step < 40; step++) {
      const from = (step * 7) % ids.length;
      const by = ((step * 5) % 9) - 4;
      const to = Math.max(0, Math.min(ids.length - 1, from + by));
      const id = order[from];
      own = move(own, base, ['questions'], order, id, by);
      order = order.toSpliced(from, 1).toSpliced(to, 0, id);
      assert.deepEqual(shownIds(own), order, `step ${step}`);
    }
  });

  it('adds, leaves out and brings back', () => {
    const id = newId('Où est le parking ?', shownIds({}));
    assert.equal(id, 'ou-est-le-parking');
    let own = add({}, ['questions'], { id, question: 'Where?', answer: 'There.' });
    assert.equal(shownIds(own).at(-1), id);
    own = remove(own, base, ['questions', 'cost']);
    assert.ok(!shownIds(own).includes('cost'));
    own = reset(own, ['questions', 'cost']);
    own = remove(own, base, ['questions', id]);
    assert.deepEqual(own, {});
  });
});

describe('texts as they are typed', () => {
  it('come back as they were, for every text of the default guide', () => {
    for (const { answer } of base.questions)
      assert.deepEqual(kinds.body.read(kinds.body.write(answer)), answer);
    for (const { happens = [] } of base.stages)
      assert.deepEqual(kinds.lines.read(kinds.lines.write(happens)), happens);
  });

  it('may hold lists and links', () => {
    const body = [
      'First.',
      { list: ['one', ['see ', { text: 'here', href: 'https://clinic.example/a' }]] },
      'Last.',
    ];
    const typed = 'First.\n\n- one\n- see [here](https://clinic.example/a)\n\nLast.';
    assert.equal(kinds.body.write(body), typed);
    assert.deepEqual(kinds.body.read(typed), body);
    assert.equal(wordsOf('- see [here](https://clinic.example/a)'), 'see here');
  });

  it('are measured: how they read, and what they claim', () => {
    assert.match(
      measure('You rest for a day. Then you walk a bit.').reading,
      /^Grade \d\.\d · longest sentence 5 words$/,
    );
    assert.match(measure('It cures arthritis.').warnings.join(), /“cures”: it promises a cure/);
    assert.match(measure('very '.repeat(30)).warnings.join(), /30 words/);
    assert.deepEqual(measure('').warnings, []);
  });
});

describe('the texts to paste', () => {
  it('are pinned, or follow', () => {
    const state = stateWith({ folder: 'https://cdn.example/stemcell-guide@{version}/dist' });
    assert.match(
      outputs.html.write(state, files),
      /<script src="https:\/\/cdn\.example\/stemcell-guide@1\.2\.3\/dist\/stemcell-guide\.js" integrity="sha384-abc" crossorigin="anonymous" defer>/,
    );
    const following = withSetting(state, 'follow', 'major');
    assert.equal(folderOf(following, '1.2.3'), 'https://cdn.example/stemcell-guide@1/dist/');
    assert.doesNotMatch(outputs.html.write(following, files), /integrity/);
  });

  it('let no text of the clinic out of its place', () => {
    const evil = '"><script>alert(1)</script> -->';
    const state = stateWith(
      { widget: 'faq', clinicName: evil, clinicPhone: '(555) 010-0100' },
      { questions: [{ id: 'hurt', answer: evil }] },
    );
    for (const target of targets.filter((each) => !['react', 'wix'].includes(each)))
      assert.doesNotMatch(outputs[target].write(state, files), /<script>alert/, target);
    assert.match(outputs.react.write(state, files), /clinic-name=\{"\\"><script>/);
    assert.doesNotMatch(outputs['wordpress-block'].write(state, files).slice(0, -4), /-->/);
  });

  it('take a theme with what is set over it', () => {
    const state = stateWith({ theme: 'calm', accent: '#ff0000' });
    assert.match(
      outputs.html.write(state, files),
      /<style>\n:root {\n {2}--stemcell-radius: 1em;\n {2}--stemcell-accent: #ff0000;\n}\n<\/style>/,
    );
  });

  it('are as the plugin for WordPress reads them', () => {
    const state = stateWith({
      widget: 'faq',
      clinicName: 'A "B" [C]',
      headingLevel: '3',
      exclusive: 'yes',
      accent: '#0b6e4f',
    });
    const block = outputs['wordpress-block'].write(state, files);
    const [, name, json] = /^<!-- wp:(\S+) (\{.*\}) \/-->$/.exec(block);
    assert.equal(name, 'stemcell-guide/faq');
    assert.deepEqual(JSON.parse(json), {
      headingLevel: 3,
      clinicName: 'A "B" [C]',
      exclusive: true,
      accent: '#0b6e4f',
    });
    assert.equal(
      outputs['wordpress-shortcode'].write(state, files),
      '[stemcell_faq heading_level="3" clinic_name="A ”B” (C)" exclusive="yes" accent="#0b6e4f"]',
    );
  });

  it('say of each place where to paste, and what it deletes', () => {
    for (const target of targets)
      assert.ok(outputs[target].where.length > 20 && outputs[target].deletes.length > 20, target);
  });
});
