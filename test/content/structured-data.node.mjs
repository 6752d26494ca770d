import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';
import { problemsOf } from '../support/schema-org.mjs';

const { describe: describePage } = await importSource('content/structured-data.ts');
const { checkClaims } = await importSource('content/claims.ts');

const review = { reviewer: 'NAME', credentials: 'MD', date: '2027-01-10' };
const situation = { pathway: 'fat', region: 'us', clinic: {} };
const showing = (localName, content = defaultGuide()) => ({ localName, content, situation });
/** As it is written into the page: without what is not said. */
const written = (...elements) => JSON.parse(JSON.stringify(describePage(elements)));
const everything = (content) =>
  written(
    ...['stemcell-guide', 'stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'].map((tag) =>
      showing(tag, content),
    ),
  );

describe('structured data', () => {
  it('says only what schema.org has words for', () => {
    for (const page of [
      everything(),
      everything({ ...defaultGuide(), review }),
      written(showing('stemcell-faq')),
      written(showing('stemcell-stepper')),
      written(showing('stemcell-checklist')),
    ])
      assert.deepEqual(problemsOf(page), []);
  });

  it('is one page of questions and a medical page about one procedure', () => {
    const page = everything();
    assert.deepEqual(page['@type'], ['MedicalWebPage', 'FAQPage']);
    assert.equal(page.mainEntity.length, 16);
    assert.equal(page.mainEntity[0].acceptedAnswer.text, defaultGuide().questions[0].answer);
    assert.equal(page.about['@type'], 'MedicalProcedure');
    assert.match(page.about.alternateName, /^Autologous adipose/);
    assert.match(page.about.howPerformed, /tiny cut in the skin of your belly/);
    assert.match(page.about.followup, /physical therapy/);
    assert.equal(page.datePublished, '2026-11-22');
  });

  it('gives each question once, however many elements show it', () => {
    assert.equal(written(showing('stemcell-faq'), showing('stemcell-faq')).mainEntity.length, 16);
  });

  it('has no questions where none are shown', () => {
    const page = written(showing('stemcell-checklist'));
    assert.equal(page['@type'], 'MedicalWebPage');
    assert.ok(!('mainEntity' in page));
    assert.equal(describePage([]), undefined);
  });

  it('names a reviewer only if the guide does', () => {
    assert.ok(!('reviewedBy' in everything()) && !('lastReviewed' in everything()));
    const page = everything({ ...defaultGuide(), review });
    assert.equal(page.reviewedBy.name, 'NAME');
    assert.equal(page.lastReviewed, '2027-01-10');
  });

  it('never hints at approval', () => {
    const text = JSON.stringify(everything());
    assert.doesNotMatch(text, /"(legalStatus|status|recognizingAuthority|guideline)":/);
    assert.deepEqual(checkClaims(everything()), []);
    assert.match(everything().description, /The FDA has not approved any stem cell shot/);
  });
});

describe('the check against schema.org', () => {
  it('finds what the vocabulary does not have', () => {
    assert.deepEqual(problemsOf({ '@type': 'MedicalWebPages' }), [': there is no type MedicalWebPages']);
    assert.deepEqual(problemsOf({ '@type': 'MedicalWebPage', howDone: 'x' }), [
      '/howDone: there is no such property',
    ]);
    assert.deepEqual(problemsOf({ '@type': 'MedicalWebPage', howPerformed: 'x' }), [
      '/howPerformed: is not a property of MedicalWebPage',
    ]);
    assert.deepEqual(problemsOf({ '@type': 'MedicalWebPage', lastReviewed: 'soon' }), [
      '/lastReviewed: takes no "soon"',
    ]);
    assert.deepEqual(
      problemsOf({ '@type': 'MedicalProcedure', procedureType: 'https://schema.org/Surgical' }),
      ['/procedureType: takes no "https://schema.org/Surgical"'],
    );
    assert.deepEqual(problemsOf({ '@type': 'FAQPage', reviewedBy: { '@type': 'Answer', text: 'x' } }), [
      '/reviewedBy: takes no {"@type":"Answer","text":"x"}',
    ]);
  });
});
