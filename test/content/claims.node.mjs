import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';

const { checkClaims, findClaims } = await importSource('content/claims.ts');
const { en } = await importSource('words/en.ts');
const { finderWords } = await importSource('words/en.finder.ts');
const { sourceListWords } = await importSource('words/en.source-list.ts');
const found = (text) => findClaims(text).map(({ words }) => words);

describe('claims', () => {
  it('the default guide makes none', () => {
    assert.deepEqual(checkClaims(defaultGuide()), []);
  });

  it('the elements make none', () => {
    assert.deepEqual(checkClaims({ ...en, ...finderWords, ...sourceListWords }), []);
  });

  it('a copy of the guide with "FDA-approved stem cells" is told where, what and why', () => {
    const guide = defaultGuide();
    guide.stages[0].happens.push('We use FDA-approved stem cells.');
    assert.deepEqual(checkClaims(guide), [
      'stages.consultation.happens.6: “FDA-approved” in “We use FDA-approved stem cells.”: ' +
        'a claim about approval must name the exact product and its use.',
    ]);
  });

  it('finds what clinics write', () => {
    const sold = {
      'A revolutionary treatment.': ['revolutionary'],
      'This breakthrough is a game-changer.': ['breakthrough', 'game-changer'],
      'It cures arthritis and heals your knee.': ['cures', 'heals your knee'],
      'Your cells regrow tissue and regenerate cartilage.': ['regrow', 'regenerate cartilage'],
      'Our shots rebuild the joint.': ['rebuild'],
      'Our lab is FDA registered.': ['FDA registered'],
      'It is approved by the FDA.': ['approved by the FDA'],
      'It is safe and effective, with no side effects.': ['safe and effective', 'no side effects'],
      'The shot is painless and risk-free.': ['painless', 'risk-free'],
      'We guarantee relief.': ['guarantee'],
      'Our success rate is 95%.': ['success rate'],
      '90% of our patients feel better.': ['90% of our patients'],
      'A true alternative to knee replacement.': ['alternative to knee replacement'],
      'You can avoid surgery.': ['avoid surgery'],
      'You get millions of stem cells.': ['millions of stem cells'],
      'Book before it is too late: a 20 % discount.': ['before it is too late', 'discount'],
    };
    for (const [text, claims] of Object.entries(sold))
      assert.deepEqual(found(text).toSorted(), claims.toSorted(), text);
  });

  it('lets a claim pass that is denied, asked or warned of', () => {
    for (const honest of [
      'This is not FDA-approved.',
      'No product is FDA-approved for knees.',
      'It has never been shown in people to regrow cartilage.',
      'It isn’t a cure.',
      'There is no guarantee.',
      'A cure is not known.',
      'Nobody can guarantee a result.',
      'Is it approved by the FDA?',
      'Be careful with ads that promise a miracle.',
    ])
      assert.deepEqual(found(honest), [], honest);
  });

  it('is not fooled by a denial of something else', () => {
    for (const sold of [
      'This is not surgery, it cures arthritis.',
      'There is no doubt that it cures arthritis.',
      'It is not only painless.',
      'You do not need a knife because cells rebuild the joint.',
      'We guarantee it does not hurt.',
      'Do not wait: act now.',
    ])
      assert.equal(found(sold).length, 1, sold);
  });

  it('reads lists, links and every part of a guide, but no titles of publications', () => {
    const guide = defaultGuide();
    guide.questions[0].answer = [{ list: ['One.', ['It is ', { text: 'pain-free', href: '/x' }, '.']] }];
    guide.warnings.levels[0].signs[0].note = 'It is painless.';
    guide.sources = [{ id: 'x', title: 'A miracle', publisher: 'P', url: 'https://example.org/' }];
    assert.deepEqual(
      checkClaims(guide).map((line) => line.split(':')[0]),
      ['questions.what-is.answer.1.list.2', 'warnings.levels.emergency.signs.breathing.note'],
    );
  });

  it('takes whatever it is given', () => {
    for (const odd of [undefined, null, 7, [], {}, { stages: null }, { stages: [null, 3] }])
      assert.deepEqual(checkClaims(odd), []);
  });
});
