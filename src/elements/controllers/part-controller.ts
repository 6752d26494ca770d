import type { ReactiveControllerHost } from 'lit';

/** A module from beside the script, fetched at the first request. */
export class PartController<Part> {
  /** The module, once it is here. Written by this class alone. */
  part: Part | undefined;
  /** Whether the last request found nothing. Written by this class alone. */
  failed = false;

  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #request: Promise<Part | undefined> | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Fetches the module, once; after a failure the next call tries again. */
  request(): Promise<Part | undefined> {
    return (this.#request ??= this.#fetch());
  }

  async #fetch(): Promise<Part | undefined> {
    try {
      this.part = await this.#load();
      this.failed = false;
    } catch {
      // Offline, or the file was not put beside the script: the visitor is told, and may ask again.
      this.#request = undefined;
      this.failed = true;
    }
    this.#host.requestUpdate();
    return this.part;
  }
}
