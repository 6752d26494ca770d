import type { ReactiveControllerHost } from 'lit';
import { beside } from '../../beside.js';
import type { Source } from '../../content/guide.js';

/** The list of sources, fetched at the first request. */
export class SourcesController {
  readonly #host: ReactiveControllerHost;
  #asked = false;
  #sources: readonly Source[] | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get sources(): readonly Source[] | undefined {
    return this.#sources;
  }

  /** Whether the last request found nothing. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Fetches the list, once; after a failure the next call tries again. */
  async request(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#sources = (await beside.sources()).default;
      this.#failed = false;
    } catch {
      // Offline, or the file was not put beside the script: the visitor is told, and may ask again.
      this.#asked = false;
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }
}
