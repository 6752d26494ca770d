import type { Pathway } from '../content/choices.js';

/** What is kept of a visitor: ids, a date and a pathway, nothing that names a person. */
export interface Kept {
  readonly pathway?: Pathway | undefined;
  /** The day of the procedure, `2026-11-22`. */
  readonly date?: string | undefined;
  readonly done: ReadonlySet<string>;
}

export type StorageKind = 'local' | 'session' | 'none';

export const storageKinds: readonly StorageKind[] = ['local', 'session', 'none'];

export const storageKey = 'stemcell-guide';

const version = '1';

/**
 * One line of `version=1&pathway=donor&done=rest&done=walk`. Not JSON: libraries that put a `toJSON` on arrays or
 * objects (Prototype.js) would change what is written.
 */
export function encode({ pathway, date, done }: Kept): string {
  const pairs = new URLSearchParams({ version });
  if (pathway) pairs.set('pathway', pathway);
  if (date) pairs.set('date', date);
  done.forEach((id) => pairs.append('done', id));
  return pairs.toString();
}

/** What a line says, or `undefined` for a line that this version cannot read and so must not overwrite. */
export function decode(text: string): Kept | undefined {
  const pairs = new URLSearchParams(text);
  if (pairs.get('version') !== version) return undefined;
  return {
    pathway: (pairs.get('pathway') as Pathway | null) ?? undefined,
    date: pairs.get('date') ?? undefined,
    done: new Set(pairs.getAll('done')),
  };
}

/** Keeps one visitor's choices on the device. Never throws; answers `undefined` or `false` instead. */
export class DeviceStorage {
  readonly #kind: StorageKind;

  constructor(kind: StorageKind) {
    this.#kind = kind;
  }

  /** What is kept; nothing kept is an empty `Kept`, and `undefined` is a place that cannot be read. */
  load(): Kept | undefined {
    try {
      const text = this.#place()?.getItem(storageKey);
      if (text === undefined) return undefined;
      return text === null ? { done: new Set() } : decode(text);
    } catch {
      // Blocked cookies and sandboxed frames make even the look at the storage throw.
      return undefined;
    }
  }

  /** Whether it is kept now. A value that cannot be read is left alone. */
  save(kept: Kept): boolean {
    if (!this.load()) return false;
    try {
      this.#place()!.setItem(storageKey, encode(kept));
      return true;
    } catch {
      // Full, or read-only: the visitor is told that nothing is saved.
      return false;
    }
  }

  /** Removes every trace. */
  clear(): void {
    try {
      this.#place()?.removeItem(storageKey);
    } catch {
      // What cannot be reached keeps nothing of ours.
    }
  }

  /** Calls `listener` when another tab or frame changes what is kept. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === storageKey || event.key === null) listener();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }

  #place(): Storage | undefined {
    return this.#kind === 'none' ? undefined : window[`${this.#kind}Storage`];
  }
}
