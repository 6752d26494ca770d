import { beside } from '../beside.js';
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

/**
 * What the visitor chose and did. One per page and place of storage; every element asks it, and it tells everybody
 * who listens after each change. Nothing is written before the visitor's first action.
 *
 * A change is remembered as a change, not as its result, until it is kept: it is made on what the storage holds at
 * that moment, so neither a second tab nor a failure in between loses a tick.
 */
export class Journey {
  /** All that is kept, or would be. Written here alone. */
  kept = nothingKept;
  /** `false` while what is shown is not, or would not be, kept. Written by this class and by exchange.ts. */
  saved = true;

  /** What is not kept yet. Emptied by whoever has saved it. */
  readonly unsaved: Change[] = [];
  readonly listeners = new Set<() => void>();

  readonly #source: StorageKind | StorageAdapter;
  readonly #storage: StorageAdapter;
  #before: Kept | undefined;
  #unsubscribe: (() => void) | void | undefined;

  constructor(source: StorageKind | StorageAdapter) {
    this.#source = source;
    this.#storage = typeof source === 'object' ? source : deviceStorage(source);
  }

  /** Whether `undo` has something to put back. */
  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  /** Calls `listener` after every change, its own and those of other tabs. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    if (!this.listeners.size) {
      this.#exchange();
      this.#unsubscribe = this.#storage.subscribe?.(() => this.#exchange());
    }
    this.listeners.add(listener);
    return () => {
      if (this.listeners.delete(listener) && !this.listeners.size) this.#unsubscribe?.();
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

  /**
   * Makes what is unsaved on what the storage holds. Returns the text to save, if there is one. What another version
   * wrote is not ours to overwrite: then `saved` is `false`, and all stays unsaved.
   */
  merge(text: string | null | undefined): string | undefined {
    const kept = this.unsaved.includes(forget) ? nothingKept : decode(text);
    this.saved = !!kept;
    if (!kept) return undefined;
    this.kept = this.unsaved.reduce((state, change) => change(state), kept);
    return this.unsaved.length ? encode(this.kept) : undefined;
  }

  /** Says that something has changed. */
  tell(): void {
    this.listeners.forEach((listener) => listener());
  }

  #changeWithUndo(change: Change): void {
    const before = this.kept;
    this.#change(change);
    this.#before = before;
  }

  #change(change: Change): void {
    this.#before = undefined;
    this.kept = change(this.kept);
    this.unsaved.push(change);
    this.#exchange();
  }

  /** Reads what is kept and writes the changes that are not in it yet. */
  #exchange(): void {
    const storage = this.#storage;
    try {
      if (storage === this.#source)
        // Few pages have a storage of their own. It may take its time and is asked again: a file beside the script.
        void beside.exchange().then(
          ({ exchange }) => exchange(this, storage),
          () => {
            this.saved = false;
            this.tell();
          },
        );
      else {
        const text = this.merge(storage.load() as string);
        if (text !== undefined) storage.save(text);
        if (this.saved) this.unsaved.length = 0;
      }
    } catch {
      // The device's storage is asked again at the next action.
      this.saved = false;
    }
    this.tell();
  }
}

const journeys = new Map<StorageKind | StorageAdapter, Journey>();

/** The page's journey for a place of storage. */
export function journeyOf(source: StorageKind | StorageAdapter): Journey {
  const journey = journeys.get(source) ?? new Journey(source);
  journeys.set(source, journey);
  return journey;
}
