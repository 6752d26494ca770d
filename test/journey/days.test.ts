import { expect } from '@open-wc/testing';
import { dayOfIsoDate, instantOfDay, isoDateOfDay, today } from '../../src/journey/days.js';

describe('days', () => {
  it('goes from a date to a day and back', () => {
    for (const date of ['1970-01-01', '2026-11-22', '2024-02-29', '2000-02-29', '1969-12-31'])
      expect(isoDateOfDay(dayOfIsoDate(date)!)).to.equal(date);
    expect(dayOfIsoDate('2024-03-01')! - dayOfIsoDate('2024-02-28')!).to.equal(2);
    expect(dayOfIsoDate('2026-03-01')! - dayOfIsoDate('2026-02-28')!).to.equal(1);
  });

  it('knows no day for what is not a day of the calendar', () => {
    for (const date of [
      '',
      null,
      undefined,
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '22.11.2026',
      '2026-1-1',
      '2026-11-22T10:00',
    ])
      expect(dayOfIsoDate(date), String(date)).to.equal(undefined);
  });

  it('counts a year day by day without a jump', () => {
    const first = dayOfIsoDate('2023-12-31')!;
    const dates = Array.from({ length: 400 }, (_, index) => isoDateOfDay(first + index));
    expect(new Set(dates).size).to.equal(400);
    expect(dates[1]).to.equal('2024-01-01');
    expect(dates[60]).to.equal('2024-02-29');
    expect(dates.at(-1)).to.equal('2025-02-02');
  });

  it('takes the day from the clock on the wall, at its first and its last minute', () => {
    expect(isoDateOfDay(today(new Date(2026, 2, 29, 0, 0)))).to.equal('2026-03-29');
    expect(isoDateOfDay(today(new Date(2026, 2, 29, 23, 59)))).to.equal('2026-03-29');
    expect(isoDateOfDay(today(new Date(2024, 1, 29, 12)))).to.equal('2024-02-29');
  });

  it('gives an instant that every reader sees as the same date in UTC', () => {
    expect(instantOfDay(dayOfIsoDate('2026-11-22')!).toISOString()).to.equal('2026-11-22T00:00:00.000Z');
  });
});
