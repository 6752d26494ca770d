import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { journeyOf, type Journey } from '../../journey/journey.js';
import type { StorageKind } from '../../journey/storage.js';

/** Lets a host see the page's journey and render again after each change of it. */
export class JourneyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #kind: () => StorageKind;
  #journey: Journey | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param kind - Which storage the host asks for; it is asked again at every update. */
  constructor(host: ReactiveControllerHost, kind: () => StorageKind) {
    this.#host = host;
    this.#kind = kind;
    host.addController(this);
  }

  /** The journey to show and to send requests to. */
  get journey(): Journey {
    return (this.#journey ??= journeyOf(this.#kind()));
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    if (journeyOf(this.#kind()) !== this.#journey) this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#journey = journeyOf(this.#kind());
    this.#unsubscribe = this.#journey.subscribe(() => this.#host.requestUpdate());
  }
}
