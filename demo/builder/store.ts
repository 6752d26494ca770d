import english from '../../src/content/en.json';
import type { Guide } from '../../src/content/guide.js';
import { readGuide } from '../../src/content/read.js';
import {
  emptyState,
  fromFragment,
  toFragment,
  withSetting,
  type OwnGuide,
  type SettingName,
  type State,
} from './state.js';

/** The one state of the builder: in the address, kept in the browser, and told to the page after each change. */

export const base = english as Guide;

const key = 'stemcell-builder';

/** Nobody shares an address between two keys. In milliseconds. */
const pause = 250;

export interface Derived {
  /** The guide as visitors get it. */
  readonly shown: Guide;
  readonly problems: readonly string[];
}

export class Store {
  state: State = emptyState;
  derived: Derived = { shown: base, problems: [] };
  readonly #changed: () => void;
  #clock: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#take(location.hash.length > 1 ? fromFragment(location.hash) : this.#kept());
    addEventListener('hashchange', () => {
      // A link to a place of this page is no state.
      if (document.getElementById(location.hash.slice(1))) return;
      if (location.hash.slice(1) !== toFragment(this.state)) {
        this.#take(fromFragment(location.hash));
        this.#changed();
      }
    });
  }

  set(name: SettingName, value: string): void {
    this.#act(withSetting(this.state, name, value));
  }

  setGuide(guide: OwnGuide): void {
    this.#act({ ...this.state, guide });
  }

  /** Everything as at the start, and nothing kept. */
  reset(): void {
    this.#take(emptyState);
    clearTimeout(this.#clock);
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing is kept where nothing may be.
    }
    history.replaceState(null, '', location.pathname + location.search);
    this.#changed();
  }

  /** The address that shows another browser the same. */
  link(): string {
    return new URL(`#${toFragment(this.state)}`, location.href).href;
  }

  #act(state: State): void {
    this.#take(state);
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#keep(), pause);
    this.#changed();
  }

  #take(state: State): void {
    if (state.guide !== this.state.guide || this.derived.shown === base) {
      const { guide, problems } = readGuide(state.guide, base);
      this.derived = { shown: guide, problems };
    }
    this.state = state;
  }

  #keep(): void {
    const fragment = toFragment(this.state);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
    try {
      localStorage.setItem(key, fragment);
    } catch {
      // The address still has it.
    }
  }

  #kept(): State {
    try {
      return fromFragment(localStorage.getItem(key) ?? '');
    } catch {
      return emptyState;
    }
  }
}
