import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { defaultGuide, defaultSources } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';

const { checkAttribution, checkBalance, checkSources, listUnconfirmed, listUnsourced } =
  await importSource('content/attribution.ts');
const { guideSchema, sourcesSchema } = await importSource('content/guide.ts');
const isGuide = (guide) => v.is(guideSchema, guide);

describe('what the guide rests on', () => {
  it('every stage, question, group of tasks and group of signs cites, or says that it need not', () => {
    assert.deepEqual(checkAttribution(defaultGuide()), []);
  });

  it('a copy with one unsourced stage is told which', () => {
    const guide = defaultGuide();
    const stage = guide.stages[3];
    delete stage.cites;
    assert.deepEqual(checkAttribution(guide), [
      'stages.injection: cites no source. Add "cites", or "basis": "common-sense" or "clinic".',
    ]);
    stage.cites = [];
    assert.equal(checkAttribution(guide).length, 1, 'an empty list is no source');
    stage.basis = 'clinic';
    assert.deepEqual(checkAttribution(guide), []);
  });

  it('an unsourced question, and groups without one source among their tasks or signs, are told', () => {
    const guide = defaultGuide();
    delete guide.questions[0].cites;
    for (const task of guide.phases[1].tasks) delete task.cites;
    delete guide.warnings.levels[2].basis;
    assert.deepEqual(
      checkAttribution(guide).map((line) => line.split(':')[0]),
      ['questions.what-is', 'phases.day-0', 'warnings.levels.call'],
    );
  });

  it('every cited id is a source, and every source is cited', () => {
    assert.deepEqual(checkSources(defaultGuide(), defaultSources()), []);
  });

  it('an id without a source, and a source that nobody cites, are told', () => {
    const guide = defaultGuide();
    guide.questions[0].cites.push('hearsay');
    const unread = { id: 'unread', title: 'T', publisher: 'P', url: 'https://example.org/' };
    assert.deepEqual(checkSources(guide, [...defaultSources(), unread]), [
      'cites "hearsay": there is no such source.',
      'sources.unread: nothing cites it.',
    ]);
  });

  it('every source has a title, a publisher and a secure address', () => {
    assert.ok(v.is(sourcesSchema, defaultSources()));
    for (const { id, url } of defaultSources()) assert.match(url, /^https:/, id);
    assert.equal(new Set(defaultSources().map(({ id }) => id)).size, defaultSources().length);
  });

  it('tasks and signs without a source of their own can be listed', () => {
    const lines = listUnsourced(defaultGuide());
    assert.ok(lines.some((line) => line.startsWith('warnings.levels.emergency.signs.allergy: “Your face')));
    assert.ok(!lines.some((line) => line.includes('breathing')));
  });
});

describe('who wrote it, and for whom', () => {
  it('the default guide fits the schema', () => assert.ok(isGuide(defaultGuide())));

  for (const field of ['author', 'written', 'disclosure'])
    it(`a guide without "${field}" does not`, () => {
      const guide = defaultGuide();
      delete guide[field];
      assert.ok(!isGuide(guide));
    });

  it('a review needs a name, credentials and a day', () => {
    const guide = defaultGuide();
    assert.equal(guide.review, undefined, 'no clinician has signed the default guide');
    guide.review = { reviewer: 'NAME', credentials: 'MD', date: '2027-01-10' };
    assert.ok(isGuide(guide));
    for (const field of ['reviewer', 'credentials', 'date'])
      assert.ok(!isGuide({ ...guide, review: { ...guide.review, [field]: undefined } }), field);
  });
});

describe('what a clinic must confirm', () => {
  it('is listed with its place, until the clinic says that it is so', () => {
    const guide = defaultGuide();
    const before = listUnconfirmed(guide);
    assert.ok(before.includes('stages.injection.duration: 15 to 30 minutes'));
    assert.ok(
      before.includes('phases.day-0.tasks.keep-dry: “Keep your bandages clean and dry for 24 hours.”'),
    );
    assert.equal(before.at(-1), 'review: no clinician has signed this guide off.');
    guide.stages.find(({ id }) => id === 'injection').duration.confirm = false;
    guide.review = { reviewer: 'NAME', credentials: 'MD', date: '2027-01-10' };
    assert.equal(listUnconfirmed(guide).length, before.length - 2);
  });
});

describe('balance', () => {
  it('the default guide tells what is most often left out', () => {
    assert.deepEqual(checkBalance(defaultGuide()), []);
  });

  it('a guide that drops its risks is told so', () => {
    const guide = defaultGuide();
    guide.questions = guide.questions.filter(({ id }) => id !== 'risks');
    assert.deepEqual(checkBalance(guide), ['The guide does not tell the risks (question "risks").']);
    assert.equal(checkBalance({}).length, 8);
  });
});
