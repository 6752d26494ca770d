import type { ReactiveControllerHost } from 'lit';

/** Which of a host's disclosures are open. */
export class OpenSet {
  readonly #host: ReactiveControllerHost;
  #open: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  /** Opens or closes one. Returns whether that changed anything. */
  set(id: string, open: boolean): boolean {
    if (this.#open.has(id) === open) return false;
    const ids = new Set(this.#open);
    if (open) ids.add(id);
    else ids.delete(id);
    this.replace(ids);
    return true;
  }

  /** Opens exactly these. */
  replace(ids: Iterable<string>): void {
    this.#open = new Set(ids);
    this.#host.requestUpdate();
  }
}
