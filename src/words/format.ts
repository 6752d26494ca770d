import type { Duration } from '../content/guide.js';
import { instantOfDay } from '../journey/days.js';

/**
 * Figures, times and dates as the language writes them. American English is written here as far as a page needs it at
 * once: for its first use of `Intl` a browser loads tables, and that takes it longer than all of our templates.
 */

const american = /^en(-US)?$/;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `1,200`; a text stays as it is. */
export function formatNumber(language: string | undefined, value: number | string): string {
  return american.test(language!) && Number(value) < 1000 ? String(value) : value.toLocaleString(language);
}

/** `1,200`: a count that may be large, as only the search has it. What the script itself shows is smaller. */
export function formatCount(language: string, count: number): string {
  return american.test(language)
    ? String(count).replace(/\B(?=(\d{3})+$)/g, ',')
    : formatNumber(language, count);
}

/** `20–30 minutes`; one figure if both ends are the same. */
export function formatDuration(
  language: string,
  { min, max, unit }: Pick<Duration, 'min' | 'max' | 'unit'>,
): string {
  if (american.test(language) && max < 1000)
    return (min === max ? '' : min + '–') + max + ' ' + unit + (min === max && max === 1 ? '' : 's');
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
  const instant = instantOfDay(day);
  return american.test(language)
    ? `${months[instant.getUTCMonth()]} ${instant.getUTCDate()}, ${instant.getUTCFullYear()}`
    : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

/** `Nov 22 – Dec 6`, with weekdays where it is a single day. */
export function formatDateRange(language: string, from: number, to: number): string {
  const format = new Intl.DateTimeFormat(language, {
    ...(from === to && { weekday: 'long' }),
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(instantOfDay(from), instantOfDay(to));
}
