import { isServer, type LitElement, type ReactiveController } from 'lit';

/** What has items; while it is busy they are on their way. */
type Host = LitElement & { readonly busy?: boolean };

/**
 * Links to one item of a host: `#stemcell-<prefix>-<id>`, several ids with commas between them, or `#<id>` where an
 * element inside the host has that id, which is the page's own. A plain fragment does not reach into a shadow root, so
 * the host opens the item, and this moves focus there: at load, and when the fragment changes. Unknown ids do nothing.
 */
export class FragmentController implements ReactiveController, EventListenerObject {
  readonly #host: Host;
  #isRead = false;
  readonly #start: string;
  readonly #open: (id: string) => string | undefined;

  /**
   * @param prefix - What kind of item it is: `stage`, `question`, `task`.
   * @param open - Opens an item, without moving focus, and returns the id of the element in the shadow root that takes
   * it; `undefined` for an unknown item. Where the address has no fragment it is called with an empty text, since the
   * visitor may have come back to there.
   */
  constructor(host: Host, prefix: string, open: (id: string) => string | undefined) {
    this.#host = host;
    this.#start = `#stemcell-${prefix}-`;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this);
  }

  /** On `hashchange`. */
  handleEvent(): void {
    void this.read();
  }

  /** Before the items are first rendered, so that nothing is shown that changes at once. */
  hostUpdate(): void {
    if (this.#isRead || this.#host.busy) return;
    this.#isRead = true;
    void this.read();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this);
  }

  /** Opens what the address names. It is done once, as soon as there are items. */
  async read(): Promise<void> {
    await this.moveFocusTo(this.#ids.map(this.#open).find(Boolean));
  }

  /**
   * Moves focus to an element of the shadow root, once it is rendered, and the page to where it begins, below a sticky
   * header (`scroll-margin` in the styles); focus alone may leave it covered. A link goes there at once, also where the
   * page scrolls smoothly: that aims only at the beginning, and on the way questions become as high as they are.
   */
  async moveFocusTo(
    id: string | undefined,
    options: ScrollIntoViewOptions = { behavior: 'instant' },
  ): Promise<void> {
    if (!id) return;
    await this.#host.updateComplete;
    const element = this.#host.shadowRoot!.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView(options);
  }

  /** The full address of an item, as the browser has the page's: a link writes it as addresses are. */
  link(id: string): string {
    return (isServer ? '' : location.href.split('#', 1)[0]) + this.#start + id;
  }

  /** Puts the item that the visitor went to into the address, in the place of the one before. Fires no `hashchange`. */
  write(id: string): void {
    // A fragment that is not ours may be the route of an application.
    if (!/^(#stemcell-|$)/.test(location.hash) && !this.#ids.length) return;
    try {
      history.replaceState(history.state, '', this.link(id));
    } catch {
      // A page without an address of its own, or too many steps in too short a time: the step is made all the same.
    }
  }

  get #ids(): string[] {
    const { hash } = location;
    try {
      const name = decodeURIComponent(hash);
      if (!name || name.startsWith(this.#start)) return name.slice(this.#start.length).split(',');
      const own = name.slice(1);
      return this.#host.contains(document.getElementById(own)) ? [own] : [];
    } catch {
      // Not an encoded text, so none of our links.
      return [];
    }
  }
}
