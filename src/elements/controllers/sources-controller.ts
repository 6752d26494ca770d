import { beside } from '../../beside.js';
import type { BaseElement } from '../base-element.js';

/** The list of sources: fetched at the first request. */
export class SourcesController {
  readonly #host: BaseElement;
  #request: Promise<void> | undefined;

  /** What shows the list, once it is here. */
  part: Awaited<ReturnType<typeof beside.sources>> | undefined;

  constructor(host: BaseElement) {
    this.#host = host;
  }

  /** Fetches the list, once; after a failure the next call tries again. */
  request(): Promise<void> {
    return (this.#request ??= this.#load());
  }

  /** Opens the list and brings the focus to the first of these entries; without a list, to the button that asks again. */
  async show(numbers: readonly number[], from: HTMLElement): Promise<void> {
    const host = this.#host;
    host.disclosures.set('sources', true);
    await this.request();
    if (this.part) await this.part.follow(host, numbers, from);
    else host.renderRoot.querySelector<HTMLElement>('#sources')?.focus();
  }

  async #load(): Promise<void> {
    try {
      this.part = await beside.sources();
    } catch {
      // Offline, or the file was not put beside the script: what stands in place of the list says how to ask again.
      this.#request = undefined;
    }
    this.#host.requestUpdate();
  }
}
