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

/**
 * A place that keeps one short text, such as a patient's account in a portal. Each method may answer at once or with a
 * promise. What throws or rejects counts as not kept: the visitor is told, and it is tried again.
 */
export interface StorageAdapter {
  /** The text that was saved last; nothing, or an empty text, if there is none. */
  load(): string | null | undefined | PromiseLike<string | null | undefined>;
  /** Keeps a text in the place of the one before. An empty text asks to forget it. */
  save(text: string): unknown;
  /** Calls `listener` when something else than this page has changed the text. May return how to stop. */
  subscribe?(listener: () => void): (() => void) | void;
}

export const storageKey = 'stemcell-guide';

const version = '1';

export const nothingKept: Kept = { done: new Set() };

/**
 * One line of `version=1&pathway=donor&done=rest&done=walk`; an empty one if there is nothing to keep. Not JSON:
 * libraries that put a `toJSON` on arrays or objects (Prototype.js) would change what is written.
 */
export function encode({ pathway, date, done }: Kept): string {
  if (!pathway && !date && !done.size) return '';
  const pairs = new URLSearchParams({ version });
  if (pathway) pairs.set('pathway', pathway);
  if (date) pairs.set('date', date);
  done.forEach((id) => pairs.append('done', id));
  return pairs.toString();
}

/** What a line says, or `undefined` for a line that this version cannot read and so must not overwrite. */
export function decode(text: string | null | undefined): Kept | undefined {
  if (!text) return nothingKept;
  const pairs = new URLSearchParams(text);
  if (pairs.get('version') !== version) return undefined;
  return {
    pathway: (pairs.get('pathway') as Pathway | null) ?? undefined,
    date: pairs.get('date') ?? undefined,
    done: new Set(pairs.getAll('done')),
  };
}

/**
 * The browser's own storage. Its methods throw where it is blocked or full, even the look at it does, and always for
 * the kind `none`, which no browser has.
 */
export function deviceStorage(kind: StorageKind): StorageAdapter {
  const place = (): Storage => (window as unknown as Record<string, Storage>)[kind + 'Storage']!;
  return {
    load: () => place().getItem(storageKey),
    save: (text) => (text ? place().setItem(storageKey, text) : place().removeItem(storageKey)),
    subscribe(listener) {
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === storageKey || key === null) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}
