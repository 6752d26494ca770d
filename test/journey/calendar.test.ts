import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import english from '../../src/content/en.json';
import { plainText } from '../../src/content/resolve.js';
import type { Guide } from '../../src/index.js';
import { calendarText, eventsOf, type CalendarEvent } from '../../src/journey/calendar.js';
import { dayOfIsoDate } from '../../src/journey/days.js';

const guide = english as Guide;
const tasks = guide.phases.flatMap((phase) => phase.tasks);
const titles = {
  day: (count: number) => `My list: ${count}`,
  visit: 'Appointment',
  week: 'Note',
  text: 'Open your list',
};
const now = new Date('2026-11-22T13:05:07.123Z');

const calendarOf = (date: string, made = now): string =>
  calendarText(eventsOf(tasks, dayOfIsoDate(date)!, guide.id, titles), made);

/** As an independent program reads it. */
const read = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[] as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

const event = (from: number, title: string, text = ''): CalendarEvent => ({
  uid: 'u',
  from,
  to: from,
  title,
  text,
});

describe('the calendar', () => {
  it('is read by another program: whole days, at the right dates, also past 29 February', () => {
    const events = read(calendarOf('2024-02-26'));
    const byId = new Map(events.map((each) => [each.uid, each]));
    expect(byId.size).to.equal(events.length);
    expect(events.every(({ startDate, endDate }) => startDate.isDate && endDate.isDate)).to.equal(true);
    const dates = (id: string): string[] => {
      const { startDate, endDate } = byId.get(`${id}.${guide.id}@stemcell-guide`)!;
      return [startDate.toString(), endDate.toString()];
    };
    expect(dates('day0')).to.deep.equal(['2024-02-26', '2024-02-27']);
    expect(dates('day3')).to.deep.equal(['2024-02-29', '2024-03-01']);
    expect(dates('day-28')).to.deep.equal(['2024-01-29', '2024-01-30']);
    expect(dates('visit-2w')).to.deep.equal(['2024-03-07', '2024-03-14']);
  });

  it('has one event for each day on which a task begins, one an appointment, one a weekly task', () => {
    const expected = new Set(tasks.filter(({ visit, repeat }) => !visit && !repeat).map(({ from }) => from))
      .size;
    const special = tasks.filter(({ visit, repeat }) => visit || repeat).length;
    expect(read(calendarOf('2026-11-22'))).to.have.length(expected + special);
  });

  it('comes back every week for as long as the guide says', () => {
    const diary = read(calendarOf('2026-11-22')).find(({ uid }) => uid.startsWith('pain-diary'))!;
    expect(diary.isRecurring()).to.equal(true);
    const dates: string[] = [];
    for (let times = diary.iterator(), at = times.next(); at as unknown; at = times.next())
      dates.push(at.toString());
    expect(dates[0]).to.equal('2026-11-29');
    expect(dates[1]).to.equal('2026-12-06');
    expect(dates).to.have.length(25);
  });

  it('moves its events and adds none when it is imported again with another date', () => {
    const first = read(calendarOf('2026-11-22'));
    const second = read(calendarOf('2026-12-01', new Date(+now + 120_000)));
    expect(second.map(({ uid }) => uid)).to.have.members(first.map(({ uid }) => uid));
    expect(second[0]!.sequence).to.be.greaterThan(first[0]!.sequence);
  });

  it('reminds at nine in the morning, leaves the time free and is private', () => {
    for (const { component } of read(calendarOf('2026-11-22'))) {
      const alarms = component.getAllSubcomponents('valarm');
      expect(alarms).to.have.length(1);
      expect(alarms[0]!.getFirstPropertyValue('action')).to.equal('DISPLAY');
      expect(String(alarms[0]!.getFirstPropertyValue('trigger'))).to.equal('PT9H');
      expect(component.getFirstPropertyValue('transp')).to.equal('TRANSPARENT');
      expect(component.getFirstPropertyValue('class')).to.equal('PRIVATE');
    }
  });

  it('tells nothing of the tasks', () => {
    const text = calendarOf('2026-11-22').replace(/\r\n /g, '');
    for (const task of tasks) expect(text).not.to.contain(plainText(task.text).slice(0, 20));
    const said = read(text).flatMap(({ summary, description }) => [summary, description]);
    expect(new Set(said.map((each) => each.replace(/\d+/, 'n')))).to.deep.equal(
      new Set(['My list: n', 'Appointment', 'Note', 'Open your list']),
    );
  });

  it('ends its lines as the format wants, none of them over 75 bytes', () => {
    const text = calendarText([event(20_000, '日本語のとても長い題名。'.repeat(12), 'ü'.repeat(200))], now);
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
  });

  it('gives another program back every text as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 50 }),
        (title, text) => {
          const clean = (raw: string): string => raw.replace(/[\u0000-\u001f\u007f]/g, '');
          const [found] = read(calendarText([event(20_000, clean(title), clean(text) + '\n;,\\')], now));
          expect(found!.summary).to.equal(clean(title));
          expect(found!.description).to.equal(clean(text) + '\n;,\\');
        },
      ),
      { numRuns: 50 },
    );
  });
});
