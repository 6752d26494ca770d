import type { Duration } from '../../content/guide.js';

/** What the stages come to in time. Pure. */

/** A stretch of time, shortest and longest. */
export type Span = Pick<Duration, 'min' | 'max' | 'unit'>;

/** The stages that make up the day of the procedure, with their times in minutes, and what those come to. */
export interface DayTimes<Stage> {
  readonly stages: readonly (Span & { readonly stage: Stage })[];
  readonly total: Span;
}

const minutes: Partial<Record<Duration['unit'], number>> = { minute: 1, hour: 60 };

/**
 * The times of the day of the procedure: of the stages that take minutes or hours. The first stage is the visit before,
 * on a day of its own. A total of over an hour and a half is given in whole hours, as people would say it.
 */
export function timesOfDay<Stage extends { readonly duration?: Duration | undefined }>(
  all: readonly Stage[],
): DayTimes<Stage> | undefined {
  let min = 0;
  let max = 0;
  const stages = all.slice(1).flatMap((stage) => {
    const { duration } = stage;
    const length = duration && minutes[duration.unit];
    if (!length) return [];
    min += duration.min * length;
    max += duration.max * length;
    return [{ stage, min: duration.min * length, max: duration.max * length, unit: 'minute' as const }];
  });
  if (!max) return undefined;
  const total: Span =
    max > 90
      ? { min: Math.round(min / 60) || 1, max: Math.round(max / 60), unit: 'hour' }
      : { min, max, unit: 'minute' };
  return { stages, total };
}
