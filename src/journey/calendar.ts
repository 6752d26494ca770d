import { isoDateOfDay } from './days.js';

/** Days of the list as an iCalendar text (RFC 5545), for the visitor's own calendar. Pure. */

/** A day, or a stretch of days, to be reminded of. */
export interface CalendarEvent {
  /** Stays the same when the calendar is made anew, so that a second import moves the event and adds none. */
  readonly uid: string;
  /** First and last day. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
  /** Comes back every week on the weekday of its first day, up to and with the last one. */
  readonly weekly?: boolean;
}

interface Dated {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly visit?: boolean | undefined;
  readonly repeat?: 'week' | undefined;
}

export interface EventTitles {
  /** For a day on which so many tasks begin. */
  readonly day: (count: number) => string;
  readonly visit: string;
  readonly week: string;
  readonly text: string;
}

/**
 * One event for each day on which tasks begin, one for each appointment, one for each task that comes back weekly.
 * Titles say nothing of what a task is: calendars are shared.
 * @param name - Tells this list from others, in the ids of the events.
 */
export function eventsOf(
  tasks: readonly Dated[],
  dayOfProcedure: number,
  name: string,
  titles: EventTitles,
): CalendarEvent[] {
  const beginning = new Map<number, number>();
  const events: CalendarEvent[] = [];
  const add = (id: string, from: number, to: number, title: string, weekly = false): void => {
    const uid = `${id}.${name}@stemcell-guide`;
    events.push({
      uid,
      from: dayOfProcedure + from,
      to: dayOfProcedure + to,
      title,
      text: titles.text,
      weekly,
    });
  };
  for (const { id, from, to, visit, repeat } of tasks) {
    if (repeat) add(id, from, to, titles.week, true);
    else if (visit) add(id, from, to, titles.visit);
    else beginning.set(from, (beginning.get(from) ?? 0) + 1);
  }
  beginning.forEach((count, day) => add('day' + day, day, day, titles.day(count)));
  return events.sort((a, b) => a.from - b.from);
}

/**
 * The text of a calendar file. Every event takes whole days, leaves the visitor free, is marked private, and reminds at
 * nine in the morning of its first day (a weekly one, of each of its days).
 * @param now - When the text is made; a later text replaces an earlier one.
 */
export function calendarText(events: readonly CalendarEvent[], now: Date): string {
  const stamp = now.toISOString().replace(/\.\d+|[:-]/g, '');
  const lines = events.flatMap(({ uid, from, to, title, text, weekly }) => [
    'BEGIN:VEVENT',
    'UID:' + uid,
    'DTSTAMP:' + stamp,
    // Grows with every text, in minutes: a calendar takes the event with the higher number.
    'SEQUENCE:' + Math.floor(+now / 60_000),
    'DTSTART;VALUE=DATE:' + compactDate(from),
    'DTEND;VALUE=DATE:' + compactDate((weekly ? from : to) + 1),
    ...(weekly ? ['RRULE:FREQ=WEEKLY;UNTIL=' + compactDate(to)] : []),
    'SUMMARY:' + escapeText(title),
    'DESCRIPTION:' + escapeText(text),
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT9H',
    'DESCRIPTION:' + escapeText(title),
    'END:VALARM',
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//stemcell-guide//EN', ...lines, 'END:VCALENDAR']
    .map((line) => fold(line) + '\r\n')
    .join('');
}

const compactDate = (day: number): string => isoDateOfDay(day).replaceAll('-', '');

const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line may have 75 bytes, not characters; what is longer goes on after a line break and a space. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += bytes;
  }
  return folded;
}
