import type { LitElement, ReactiveController } from 'lit';

/** Knows when the visitor has come near to its host, for work that nobody needs before. Once near is near for good. */
export class NearController implements ReactiveController {
  /** Whether the visitor is or was near. Written by this class alone. */
  near = false;

  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.near) return;
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (!entries.pop()!.isIntersecting) return;
        this.near = true;
        this.hostDisconnected();
        this.#host.requestUpdate();
      },
      // More than the screen of a telephone: what is asked for now should be there when the visitor is.
      { rootMargin: '1000px' },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
