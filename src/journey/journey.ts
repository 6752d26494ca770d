import type { Pathway } from '../content/choices.js';
import { DeviceStorage, type Kept, type StorageKind } from './storage.js';

/**
 * What the visitor chose and did. One per page and kind of storage; every element asks it, and it tells everybody
 * who listens after each change. Nothing is written before the visitor's first action.
 */
export class Journey {
  readonly #storage: DeviceStorage;
  readonly #listeners = new Set<() => void>();
  #state: Kept = { done: new Set() };
  #saved: boolean | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(kind: StorageKind = 'local') {
    this.#storage = new DeviceStorage(kind);
  }

  get pathway(): Pathway | undefined {
    return this.#state.pathway;
  }

  /** The day of the procedure as an ISO date. */
  get date(): string | undefined {
    return this.#state.date;
  }

  get done(): ReadonlySet<string> {
    return this.#state.done;
  }

  /** Whether the last action was kept on the device; `undefined` before the first one. */
  get saved(): boolean | undefined {
    return this.#saved;
  }

  /** Calls `listener` after every change, its own and those of other tabs. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    if (!this.#listeners.size) {
      this.#reload();
      this.#unsubscribe = this.#storage.subscribe(() => {
        this.#reload();
        this.#tell();
      });
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (!this.#listeners.size) this.#unsubscribe?.();
    };
  }

  choosePathway(pathway: Pathway): void {
    this.#change((state) => ({ ...state, pathway }));
  }

  /** `undefined` forgets the date. */
  setDate(date: string | undefined): void {
    this.#change((state) => ({ ...state, date }));
  }

  setDone(id: string, done: boolean): void {
    this.#change((state) => {
      const ids = new Set(state.done);
      if (done) ids.add(id);
      else ids.delete(id);
      return { ...state, done: ids };
    });
  }

  /** Takes the ticks back; the pathway and the date stay. */
  untickAll(): void {
    this.#change((state) => ({ ...state, done: new Set() }));
  }

  /** Forgets everything and removes every trace from the device. */
  clear(): void {
    this.#storage.clear();
    this.#state = { done: new Set() };
    this.#saved = undefined;
    this.#tell();
  }

  /** Changes what is on the device at this moment, not what was read earlier: another tab may have ticked since. */
  #change(step: (state: Kept) => Kept): void {
    const current = this.#saved === false ? this.#state : (this.#storage.load() ?? this.#state);
    this.#state = step(current);
    this.#saved = this.#storage.save(this.#state);
    this.#tell();
  }

  #reload(): void {
    this.#state = this.#storage.load() ?? this.#state;
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}

const journeys = new Map<StorageKind, Journey>();

/** The page's journey for a kind of storage. */
export function journeyOf(kind: StorageKind): Journey {
  const journey = journeys.get(kind) ?? new Journey(kind);
  journeys.set(kind, journey);
  return journey;
}
