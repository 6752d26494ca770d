import { beside } from '../../beside.js';
import type { BaseElement } from '../base-element.js';
import { PartController } from './part-controller.js';

/** The list of sources: fetched at the first request. */
export class SourcesController extends PartController<Awaited<ReturnType<typeof beside.sources>>> {
  readonly #host: BaseElement;

  constructor(host: BaseElement) {
    super(host, beside.sources);
    this.#host = host;
  }

  /** Opens the list and brings the focus to the first of these entries; without a list, to the button that asks again. */
  async show(numbers: readonly number[], from: HTMLElement): Promise<void> {
    const host = this.#host;
    host.disclosures.set('sources', true);
    const part = await this.request();
    if (part) await part.follow(host, numbers, from);
    else host.renderRoot.querySelector<HTMLElement>('#sources')?.focus();
  }
}
