/** What the ticks of a visitor come to. Pure. */

export interface Progress {
  readonly done: number;
  readonly count: number;
}

/** How many of these tasks are done; ticks of tasks that are not in the list do not count. */
export function progress(tasks: readonly { readonly id: string }[], done: ReadonlySet<string>): Progress {
  return { done: tasks.filter(({ id }) => done.has(id)).length, count: tasks.length };
}

/** Where a day stands to a stretch of days. */
export type Time = 'past' | 'now' | 'coming';

/** Where today stands to a stretch of days around the procedure. */
export function timeOf(
  { from, to }: { from: number; to: number },
  dayOfProcedure: number,
  today: number,
): Time {
  const offset = today - dayOfProcedure;
  if (offset > to) return 'past';
  return offset < from ? 'coming' : 'now';
}
