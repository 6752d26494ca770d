import { expect } from '@open-wc/testing';
import english from '../../src/content/en.json';
import type { Guide } from '../../src/content/guide.js';
import { dayOfIsoDate } from '../../src/journey/days.js';
import {
  formatCount,
  formatDate,
  formatDateRange,
  formatDays,
  formatDuration,
  formatNumber,
} from '../../src/words/format.js';

const guide = english as Guide;

/** Languages part with thin or unbreakable spaces; readers do not see which. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

/** Runs something as in a browser whose Intl cannot do ranges of numbers. */
function withoutFormatRange(run: () => void): void {
  const prototype = Intl.NumberFormat.prototype;
  const original = Object.getOwnPropertyDescriptor(prototype, 'formatRange')!;
  Reflect.deleteProperty(prototype, 'formatRange');
  try {
    run();
  } finally {
    Object.defineProperty(prototype, 'formatRange', original);
  }
}

describe('durations', () => {
  it('are ranges with the unit said once', () => {
    expect(formatDuration('en', { min: 20, max: 30, unit: 'minute' })).to.equal('20–30 minutes');
    expect(formatDuration('en', { min: 0, max: 1, unit: 'hour' })).to.equal('0–1 hours');
    expect(formatDuration('en', { min: 1, max: 2, unit: 'hour' })).to.equal('1–2 hours');
    expect(formatDuration('en', { min: 3, max: 12, unit: 'month' })).to.equal('3–12 months');
  });

  it('are one figure where both ends are the same', () => {
    expect(formatDuration('en', { min: 1, max: 1, unit: 'day' })).to.equal('1 day');
    expect(formatDuration('en', { min: 6, max: 6, unit: 'week' })).to.equal('6 weeks');
  });

  it('are written as the language writes them', () => {
    expect(plain(formatDuration('de', { min: 20, max: 30, unit: 'minute' }))).to.equal('20–30 Minuten');
    expect(plain(formatDuration('es', { min: 2, max: 6, unit: 'week' }))).to.match(/^2[-–]6 semanas$/);
  });

  it('read the same in a browser that cannot format ranges', () => {
    withoutFormatRange(() => {
      expect(Intl.NumberFormat.prototype).not.to.have.property('formatRange');
      expect(formatDuration('en', { min: 20, max: 30, unit: 'minute' })).to.equal('20–30 minutes');
      expect(formatDuration('en', { min: 1, max: 1, unit: 'hour' })).to.equal('1 hour');
    });
  });
});

describe('American English, which is written without Intl', () => {
  // The others are near enough to be taken for it: South Africa has a comma in its figures.
  const tags = ['en', 'en-US', 'en-GB', 'en-IN', 'en-ZA'];

  it('has the figures that Intl writes', () => {
    for (const tag of tags)
      for (const value of [0, 1, 2.5, 12, 999, 1000, 12345])
        expect(formatNumber(tag, value), tag).to.equal(new Intl.NumberFormat(tag).format(value));
  });

  it('has the counts that Intl writes', () => {
    for (const tag of [...tags, 'de', 'ar-EG', 'hi'])
      for (const value of [0, 1, 999, 1000, 12345, 1234567])
        expect(formatCount(tag, value), tag).to.equal(new Intl.NumberFormat(tag).format(value));
  });

  it('has the durations that Intl writes', () => {
    const units = ['minute', 'hour', 'day', 'week', 'month'] as const;
    for (const tag of tags)
      for (const unit of units)
        for (const [min, max] of [
          [1, 1],
          [1, 2],
          [0.5, 1.5],
          [20, 30],
          [6, 6],
          [800, 1200],
        ] as const) {
          const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
          const expected = min === max ? format.format(min) : format.formatRange(min, max);
          expect(plain(formatDuration(tag, { min, max, unit })), tag).to.equal(plain(expected));
        }
  });

  it('has the dates that Intl writes, on each day of a leap year', () => {
    const first = dayOfIsoDate('2028-01-01')!;
    for (const tag of tags) {
      const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
      for (let day = first; day < first + 366; day++)
        expect(formatDate(tag, day)).to.equal(format.format(day * 86_400_000));
    }
  });
});

describe('days after the procedure', () => {
  it('read well for every milestone of the default guide', () => {
    const milestones = guide.stages.flatMap(({ milestones = [] }) => milestones);
    expect(milestones.map(({ id, from, to }) => [id, formatDays('en', from, to)])).to.deep.equal([
      ['light', '1–2 days'],
      ['rehab', '2–3 weeks'],
      ['strenuous', '2–6 weeks'],
      ['sport', '8–12 weeks'],
    ]);
  });

  it('read well for every check-up of the default guide', () => {
    const visits = guide.stages.flatMap(({ visits = [] }) => visits);
    expect(visits.map(({ id, day }) => [id, formatDays('en', day, day)])).to.deep.equal([
      ['v2w', '2 weeks'],
      ['v6w', '6 weeks'],
      ['v3m', '3 months'],
      ['v6m', '6 months'],
      ['v12m', '12 months'],
    ]);
  });

  for (const [from, to, text] of [
    [0, 0, '0 days'],
    [1, 1, '1 day'],
    [7, 7, '7 days'],
    [7, 14, '7–14 days'],
    [10, 16, '10–16 days'],
    [14, 16, '14–16 days'],
    [15, 21, '15–21 days'],
    [77, 84, '11–12 weeks'],
    [84, 84, '3 months'],
    [180, 365, '6–12 months'],
  ] as const)
    it(`${from} to ${to} are ${text}`, () => {
      expect(formatDays('en', from, to)).to.equal(text);
    });
});

describe('dates', () => {
  const day = (date: string): number => dayOfIsoDate(date)!;

  it('are written out', () => {
    expect(formatDate('en', day('2026-11-22'))).to.equal('November 22, 2026');
    expect(formatDate('en-GB', day('2026-11-22'))).to.equal('22 November 2026');
    expect(formatDate('de', day('2026-11-22'))).to.equal('22. November 2026');
  });

  it('are short in a range, with the weekday where there is one day only', () => {
    expect(plain(formatDateRange('en', day('2026-11-22'), day('2026-12-06')))).to.equal('Nov 22 – Dec 6');
    expect(plain(formatDateRange('en', day('2026-11-22'), day('2026-11-24')))).to.equal('Nov 22 – 24');
    expect(formatDateRange('en', day('2026-11-22'), day('2026-11-22'))).to.equal('Sunday, Nov 22');
  });
});
