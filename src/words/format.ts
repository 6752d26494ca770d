import type { Duration } from '../content/guide.js';
import { instantOfDay } from '../journey/days.js';

/** Figures, times and dates as the language writes them. */

/** `20–30 minutes`; one figure if both ends are the same. */
export function formatDuration(
  language: string,
  { min, max, unit }: Pick<Duration, 'min' | 'max' | 'unit'>,
): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  if (min === max) return format.format(min);
  // `formatRange` of numbers came to Firefox in 2023 (116).
  return format.formatRange?.(min, max) ?? `${min.toLocaleString(language)}–${format.format(max)}`;
}

/** Days after the procedure in the unit that people would use: `1–2 days`, `8–12 weeks`, `6 months`. */
export function formatDays(language: string, from: number, to: number): string {
  const inWeeks = from >= 14 && from % 7 === 0 && to % 7 === 0;
  const [unit, length] =
    from >= 84 ? (['month', 30] as const) : inWeeks ? (['week', 7] as const) : (['day', 1] as const);
  return formatDuration(language, { min: Math.round(from / length), max: Math.round(to / length), unit });
}

/** `November 22, 2026` */
export function formatDate(language: string, day: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instantOfDay(day));
}

/** `Nov 22 – Dec 6`, with weekdays where it is a single day. */
export function formatDateRange(language: string, from: number, to: number): string {
  const format = new Intl.DateTimeFormat(language, {
    ...(from === to && { weekday: 'long' }),
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return from === to
    ? format.format(instantOfDay(from))
    : format.formatRange(instantOfDay(from), instantOfDay(to));
}
