import type { ReactiveControllerHost } from 'lit';

/** Which of a host's disclosures are open. */
export class OpenSet {
  readonly #host: ReactiveControllerHost;
  readonly #open = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  /** Opens what is closed, and closes what is open. */
  toggle(id: string): void {
    this.set(id, !this.has(id));
  }

  /** Opens or closes one. */
  set(id: string, open: boolean): void {
    this.#open[open ? 'add' : 'delete'](id);
    this.#host.requestUpdate();
  }
}
