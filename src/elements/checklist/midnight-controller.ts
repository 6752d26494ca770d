import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Has a host render again when the day changes. While the page is hidden no timer waits; the host renders when the
 * page is back, which also finds a device that was asleep or whose clock was set.
 */
export class MidnightController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.#host.requestUpdate();
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#timer = setTimeout(this.#look, +midnight - +now);
  };
}
