import type { PropertyDeclaration, ReactiveController } from 'lit';
import { attributeOf } from '../attribute-of.js';
import { render } from './template.js';

/**
 * An element that renders after its first connection, and again after each change, once for all changes of one task.
 * What it leaves out of Lit's: controllers that leave, attributes that follow properties, converters, `hasChanged`, what
 * has changed, and classes that add to the properties of the class above without repeating them.
 */
export abstract class LitElement extends HTMLElement {
  declare ['constructor']: typeof LitElement;

  static readonly properties: Readonly<Record<string, PropertyDeclaration>>;

  /** Makes the properties, too: the browser asks for this before it makes the first element of a class. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, { attribute = attributeOf(name) }]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: LitElement) {
          return this.#values[name];
        },
        set(this: LitElement, value: unknown) {
          this.#set(name, value);
        },
      });
      return attribute ? String(attribute) : [];
    });
  }

  isUpdatePending = false;
  declare renderRoot: HTMLElement | DocumentFragment;
  #start!: () => void;
  #updated: Promise<unknown> = new Promise<void>((resolve) => (this.#start = resolve));
  readonly #values: Record<string, unknown> = {};
  /** What a page has set before the element was one of ours. */
  #early: [name: string, value: unknown][] = [];
  readonly #controllers = new Set<ReactiveController>();

  constructor() {
    super();
    for (const name of Object.keys(this.constructor.properties))
      if (Object.hasOwn(this, name)) {
        this.#early.push([name, this[name as keyof this]]);
        delete this[name as keyof this];
      }
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#start();
    this.#controllers.forEach((controller) => controller.hostConnected?.());
  }

  disconnectedCallback(): void {
    this.#controllers.forEach((controller) => controller.hostDisconnected?.());
  }

  attributeChangedCallback(changed: string, _before: string | null, value: string | null): void {
    for (const [name, { attribute = attributeOf(name), type }] of Object.entries(this.constructor.properties))
      if (attribute === changed)
        this.#set(name, type === Boolean ? value !== null : type && value !== null ? Number(value) : value);
  }

  /** Resolves after the update that is due; rejects if that fails. */
  get updateComplete(): Promise<unknown> {
    return this.#updated;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  requestUpdate(): void {
    if (this.isUpdatePending) return;
    this.isUpdatePending = true;
    this.#updated = this.#updateAfter(this.#updated);
  }

  /** Updates at once, if an update is due. */
  performUpdate(): void {
    if (!this.isUpdatePending) return;
    this.#early.splice(0).forEach(([name, value]) => this.#set(name, value));
    let content;
    try {
      this.willUpdate();
      this.#controllers.forEach((controller) => controller.hostUpdate?.());
      content = this.render();
    } finally {
      // A change from here on, such as one that a child makes, is for another update.
      this.isUpdatePending = false;
    }
    render(content, this.renderRoot, { host: this });
    this.#controllers.forEach((controller) => controller.hostUpdated?.());
  }

  protected abstract createRenderRoot(): HTMLElement | DocumentFragment;
  protected abstract willUpdate(): void;
  protected abstract render(): unknown;

  #set(name: string, value: unknown): void {
    if (Object.is(value, this.#values[name])) return;
    this.#values[name] = value;
    this.requestUpdate();
  }

  async #updateAfter(earlier: Promise<unknown>): Promise<void> {
    try {
      await earlier;
    } catch {
      // The browser tells the console of an error that nobody waits for, and somebody waited for this one.
      void earlier.then();
    }
    this.performUpdate();
  }
}
