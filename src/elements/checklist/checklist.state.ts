/** What the ticks and the day of a visitor come to. Pure. */

/** A task by its id, and the ids that it had before. */
interface Named {
  readonly id: string;
  readonly formerly?: readonly string[] | undefined;
}

/** A stretch of days around the procedure, which is day 0. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Progress {
  readonly done: number;
  readonly count: number;
}

/** The id of a task, and then the ids that it had before. */
export const namesOf = ({ id, formerly = [] }: Named): string[] => [id, ...formerly];

export function isDone(task: Named, done: ReadonlySet<string>): boolean {
  return namesOf(task).some((name) => done.has(name));
}

/** How many of these tasks are done; ticks of tasks that are not in the list do not count. */
export function progress(tasks: readonly Named[], done: ReadonlySet<string>): Progress {
  return { done: tasks.filter((task) => isDone(task, done)).length, count: tasks.length };
}

/** Where a day stands to a stretch of days. */
export type Time = 'past' | 'now' | 'coming';

/** Where a day, counted from the procedure, stands to a stretch of days. */
export function timeOf({ from, to }: Stretch, day: number): Time {
  if (day > to) return 'past';
  return day < from ? 'coming' : 'now';
}

/**
 * Whether a phase is shown open before the visitor has said otherwise. With a date that is what matters today or, if
 * nothing does, what comes next; without one nobody knows, so nothing is put away.
 */
export function opensItself<Phase extends Stretch>(
  phase: Phase,
  phases: readonly Phase[],
  day: number | undefined,
): boolean {
  return day === undefined || timeOf(phase, day) === 'now' || phase === phases.find(({ to }) => to >= day);
}

/** What else matters on a day: some tasks go on for longer than their phase, or start earlier. */
export function alsoOn<Task extends Stretch>(
  phase: { readonly tasks: readonly Task[] },
  tasks: readonly Task[],
  day: number,
): Task[] {
  return tasks.filter((task) => timeOf(task, day) === 'now' && !phase.tasks.includes(task));
}
