import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Calls when there may be something new to show: at the start, when the day changes, when the address does, and when
 * the page is back in sight, which also finds a device that was asleep or whose clock was set. While the page is hidden
 * no timer waits.
 */
export class MomentController implements ReactiveController {
  readonly #onMoment: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, onMoment: () => void) {
    this.#onMoment = onMoment;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('hashchange', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('hashchange', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.#onMoment();
    const now = new Date();
    this.#timer = setTimeout(this.#look, new Date(now).setHours(24, 0, 0, 0) - +now);
  };
}
