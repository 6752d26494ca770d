import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { journeyOf, type Journey } from '../../journey/journey.js';
import type { StorageAdapter, StorageKind } from '../../journey/storage.js';

/** A server keeps nothing, and nobody acts there. */
const nowhere: StorageAdapter = { load: () => '', save: () => {} };

/** Lets a host see the page's journey and render again after each change of it. */
export class JourneyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => StorageKind | StorageAdapter;
  #followed: Journey | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param source - Which storage the host asks for; it is asked again each time. */
  constructor(host: ReactiveControllerHost, source: () => StorageKind | StorageAdapter) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** The journey to show and to send requests to. */
  get journey(): Journey {
    return journeyOf(isServer ? nowhere : this.#source());
  }

  hostConnected(): void {
    this.#follow();
    // Much may have happened since the host was removed, and around its new place the settings may differ.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.journey !== this.#followed) this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#followed = this.journey;
    this.#unsubscribe = this.#followed.subscribe(() => this.#host.requestUpdate());
  }
}
