/**
 * Calendar-day arithmetic. A day is a whole number, counted from 1 January 1970, and has no hours, so neither time
 * zones nor clock changes can shift it.
 */

const millisecondsPerDay = 86_400_000;

/** The number of an ISO date (`2026-11-22`), or `undefined` for anything that is not a day of the calendar. */
export function dayOfIsoDate(date: string | null | undefined): number | undefined {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const day = Date.parse(date) / millisecondsPerDay;
  // `2026-02-30` is rolled over to March by some engines and refused by others.
  return Number.isInteger(day) && isoDateOfDay(day) === date ? day : undefined;
}

export function isoDateOfDay(day: number): string {
  return instantOfDay(day).toISOString().slice(0, 10);
}

/** Midnight UTC of a day: format it with `timeZone: 'UTC'` and every reader sees the same date. */
export function instantOfDay(day: number): Date {
  return new Date(day * millisecondsPerDay);
}

/** The day that the visitor's own calendar shows. */
export function today(now = new Date()): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / millisecondsPerDay;
}
