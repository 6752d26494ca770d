import type { Pathway } from '../content/choices.js';

/** What each event tells: ids, dates and numbers, never free text. */
export interface EventDetails {
  /** A visitor chose another pathway. */
  'stemcell-pathway-change': { readonly pathway: Pathway };
  /** A visitor went to another stage. */
  'stemcell-stage-change': { readonly stage: string; readonly previous: string };
  /** A visitor opened or closed a question. */
  'stemcell-question-toggle': { readonly question: string; readonly open: boolean };
  /** A visitor said whether an answer helped. */
  'stemcell-question-feedback': { readonly question: string; readonly helpful: boolean };
  /** A visitor ticked or unticked a task. */
  'stemcell-task-change': {
    readonly task: string;
    readonly done: boolean;
    readonly doneCount: number;
    readonly total: number;
  };
  /** A visitor set or removed the date of the procedure; removed, `date` is empty. */
  'stemcell-date-change': { readonly date: string };
  /** What a page gives an element is not all used: a line for each problem. The one event that no visitor causes. */
  'stemcell-error': { readonly problems: readonly string[] };
}

/** Tells the page what a visitor did, after it is done. */
export function fire<Name extends keyof EventDetails>(
  target: EventTarget,
  name: Name,
  detail: EventDetails[Name],
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

type StemcellEvents = { [Name in keyof EventDetails]: CustomEvent<EventDetails[Name]> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is the only way to add to a global one
  interface HTMLElementEventMap extends StemcellEvents {}
}
