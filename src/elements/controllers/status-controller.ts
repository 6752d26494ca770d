import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * One polite announcement for one action of the visitor. The region is empty at load, and takes a ready sentence at
 * once: split bindings are spoken in pieces.
 */
export class StatusController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#message = '';
  }

  announce(message: string): void {
    this.#message = message;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<p class="visually-hidden" role="status" aria-atomic="true">${this.#message}</p>`;
  }
}
