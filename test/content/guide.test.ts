import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import english from '../../src/content/en.json';
import sources from '../../src/content/en.sources.json';
import { guideSchema, sourcesSchema } from '../../src/content/guide.js';
import { citedIn } from '../../src/content/resolve.js';

const faultsOf = (schema: v.GenericSchema, value: unknown): string[] => {
  const { issues = [] } = v.safeParse(schema, value);
  return issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
};

const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

const guide = v.parse(guideSchema, english);
const tasks = guide.phases.flatMap((phase) => phase.tasks);
const signs = guide.warnings.levels.flatMap((level) => level.signs);

describe('the default guide', () => {
  it('has the shape that the schema describes', () => {
    expect(faultsOf(guideSchema, english)).to.deep.equal([]);
    expect(faultsOf(sourcesSchema, sources)).to.deep.equal([]);
  });

  it('is refused by the schema with a slip in it, which names the place', () => {
    const withSlip = structuredClone(english) as { stages: { duration: { unit: string } }[] };
    withSlip.stages[2]!.duration.unit = 'fortnight';
    expect(faultsOf(guideSchema, withSlip).join()).to.match(/^stages\.2\.duration\.unit: .*"fortnight"/);
  });

  it('is complete', () => {
    expect(guide.pathways).to.have.lengthOf(3);
    expect(guide.stages).to.have.lengthOf(6);
    expect(guide.questions).to.have.lengthOf(16);
    expect(guide.phases).to.have.lengthOf(6);
    expect(tasks).to.have.lengthOf(41);
    expect(signs).to.have.lengthOf(20);
    expect(guide.ask).to.have.lengthOf(12);
  });

  for (const [name, items] of Object.entries({
    pathways: guide.pathways,
    stages: guide.stages,
    categories: guide.categories,
    questions: guide.questions,
    phases: guide.phases,
    tasks,
    signs,
    milestones: guide.stages.flatMap(({ milestones = [] }) => milestones),
    visits: guide.stages.flatMap(({ visits = [] }) => visits),
    sources,
  }))
    it(`gives each of the ${name} an id of its own`, () => {
      const ids = idsOf(items);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
    });

  it('puts every question in a category that exists, and leaves no category empty', () => {
    const used = new Set(guide.questions.map(({ category }) => category));
    expect([...used].sort()).to.deep.equal(idsOf(guide.categories).sort());
  });

  it('cites sources that are in the list, and lists none that nothing cites', () => {
    const cited = citedIn(guide);
    expect(cited.size).to.be.greaterThan(0);
    const known = idsOf(sources);
    expect([...cited].filter((id) => !known.includes(id))).to.deep.equal([]);
    expect(known.filter((id) => !cited.has(id))).to.deep.equal([]);
  });

  it('counts no stretch of time backwards', () => {
    const backwards = [
      ...[...guide.phases, ...tasks].filter(({ from, to }) => from > to),
      ...signs.filter(({ from = -Infinity, to = Infinity }) => from > to),
      ...guide.stages.filter(({ duration }) => duration && duration.min > duration.max),
    ];
    expect(idsOf(backwards)).to.deep.equal([]);
  });

  it('tells what stands for each token that a clinic must not leave empty', () => {
    const used = new Set(JSON.stringify(english).match(/\{\w+\}/g));
    expect([...used].sort()).to.deep.equal(['{afterHoursPhone}', '{clinicPhone}', '{emergencyNumber}']);
    expect(guide.tokens).to.have.property('emergencyNumber');
    expect(guide.tokens).to.have.property('clinicName');
  });
});
