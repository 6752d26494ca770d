import type { Pathway } from '../content/choices.js';
import {
  decode,
  deviceStorage,
  encode,
  nothingKept,
  type Kept,
  type StorageAdapter,
  type StorageKind,
} from './storage.js';

type Change = (kept: Kept) => Kept;

const forget: Change = () => nothingKept;

const firstRetry = 1000;
const longestRetry = 60_000;

/**
 * What the visitor chose and did. One per page and place of storage; every element asks it, and it tells everybody
 * who listens after each change. Nothing is written before the visitor's first action.
 *
 * A change is remembered as a change, not as its result, until it is kept: it is made on what the storage holds at
 * that moment, so neither a second tab nor a failure in between loses a tick.
 */
export class Journey {
  /** All that is kept, or would be. Written by this class alone. */
  kept = nothingKept;
  /** `false` while what is shown is not, or would not be, kept. Written by this class alone. */
  saved = true;

  readonly #storage: StorageAdapter;
  readonly #retries: boolean;
  readonly #listeners = new Set<() => void>();
  #pending: Change[] = [];
  #before: Kept | undefined;
  #exchanging = false;
  #asked = false;
  #retryAfter = firstRetry;
  #unsubscribe: (() => void) | void | undefined;

  constructor(source: StorageKind | StorageAdapter) {
    this.#retries = typeof source === 'object';
    this.#storage = typeof source === 'object' ? source : deviceStorage(source);
  }

  get pathway(): Pathway | undefined {
    return this.kept.pathway;
  }

  /** The day of the procedure as an ISO date. */
  get date(): string | undefined {
    return this.kept.date;
  }

  get done(): ReadonlySet<string> {
    return this.kept.done;
  }

  /** Whether `undo` has something to put back. */
  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  /** Calls `listener` after every change, its own and those of other tabs. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    if (!this.#listeners.size) {
      this.#exchange();
      this.#unsubscribe = this.#storage.subscribe?.(() => this.#exchange());
    }
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener) && !this.#listeners.size) this.#unsubscribe?.();
    };
  }

  choosePathway(pathway: Pathway): void {
    this.#change((kept) => ({ ...kept, pathway }));
  }

  /** `undefined` forgets the date. */
  setDate(date: string | undefined): void {
    this.#change((kept) => ({ ...kept, date }));
  }

  /**
   * @param names - The id of a task, and then the ids that it had before.
   */
  setDone(names: readonly string[], done: boolean): void {
    this.#change((kept) => {
      const ids = new Set(kept.done);
      names.forEach((name) => ids.delete(name));
      if (done) ids.add(names[0]!);
      return { ...kept, done: ids };
    });
  }

  /** Takes in what another device has kept: its ticks come on top, its pathway and date win. */
  adopt(other: Kept): void {
    this.#change((kept) => ({
      pathway: other.pathway ?? kept.pathway,
      date: other.date ?? kept.date,
      done: new Set([...kept.done, ...other.done]),
    }));
  }

  /** Takes the ticks back; the pathway and the date stay. */
  untickAll(): void {
    this.#changeWithUndo((kept) => ({ ...kept, done: nothingKept.done }));
  }

  /** Forgets everything and removes every trace from the storage, even a text that could not be read. */
  clear(): void {
    this.#changeWithUndo(forget);
  }

  /** Puts back what the last `untickAll` or `clear` took. What was ticked since stays ticked. */
  undo(): void {
    if (this.#before) this.adopt(this.#before);
  }

  #changeWithUndo(change: Change): void {
    const before = this.kept;
    this.#change(change);
    this.#before = before;
  }

  #change(change: Change): void {
    this.#before = undefined;
    this.kept = change(this.kept);
    this.#pending.push(change);
    this.#exchange();
    this.#tell();
  }

  /** Reads what is kept and writes the changes that are not in it yet; one exchange after the other. */
  #exchange(): void {
    this.#asked = true;
    if (this.#exchanging) return;
    this.#exchanging = true;
    runSteps(this.#steps());
  }

  *#steps(): Generator<unknown, void, string | null | undefined> {
    while (this.#asked) {
      this.#asked = false;
      try {
        const kept = this.#pending.includes(forget) ? nothingKept : decode(yield this.#storage.load());
        const count = this.#pending.length;
        // A text that another version wrote: it is not ours to overwrite.
        if (!kept) this.saved = false;
        else {
          this.kept = this.#pending.reduce((state, change) => change(state), kept);
          if (count) yield this.#storage.save(encode(this.kept));
          this.#pending.splice(0, count);
          this.saved = true;
          this.#retryAfter = firstRetry;
        }
      } catch {
        this.saved = false;
        this.#retryLater();
      }
    }
    this.#exchanging = false;
    this.#tell();
  }

  /** A page's own storage may be back in a moment. The device's is asked again at the next action. */
  #retryLater(): void {
    if (!this.#retries) return;
    setTimeout(() => {
      if (this.#pending.length || this.#listeners.size) this.#exchange();
    }, this.#retryAfter);
    this.#retryAfter = Math.min(2 * this.#retryAfter, longestRetry);
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}

/** Runs to the end at once; only a step that yields a promise is waited for. */
function runSteps(steps: Generator<unknown, void, never>): void {
  const goOn = ({ done, value }: IteratorResult<unknown, void>): void => {
    if (done) return;
    if (typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function')
      (value as PromiseLike<unknown>).then(
        (answer) => goOn(steps.next(answer as never)),
        (error) => goOn(steps.throw(error)),
      );
    else goOn(steps.next(value as never));
  };
  goOn(steps.next());
}

const journeys = new Map<StorageKind | StorageAdapter, Journey>();

/** The page's journey for a place of storage. */
export function journeyOf(source: StorageKind | StorageAdapter): Journey {
  const journey = journeys.get(source) ?? new Journey(source);
  journeys.set(source, journey);
  return journey;
}
