import { isServer } from 'lit';
import { beside } from '../../beside.js';
import type { Guide } from '../../content/guide.js';
import type { BaseElement } from '../base-element.js';
import { pageSettings } from '../settings.js';
import type { OwnWords } from './own-words.js';

/** What a page can put into an element for it to show; anything else is for those who do without the script. */
const own = 'details,section,stemcell-stepper,stemcell-faq,stemcell-checklist';

/** Has the page's own words read by a file beside the script, if a page has any. */
export class OwnWordsController {
  readonly #host: BaseElement;
  #words: OwnWords | undefined;
  #arrival: Promise<void> | undefined;
  /** Whether the file cannot be had. */
  #failed = false;

  constructor(host: BaseElement) {
    this.#host = host;
  }

  /** Whether the page's nodes are shown as they are: the words are on their way, or nothing can give them our slots. */
  get busy(): boolean {
    return this.#words ? this.#words.busy : this.#failed ? this.#has(own) : !!this.#arrival;
  }

  /** Whether the page has more to show than what has a slot of its own. */
  get rest(): boolean {
    return !!this.#words?.rest;
  }

  /** Settles when the words are read or cannot be. */
  async settle(): Promise<void> {
    await this.#arrival;
    await this.#words?.settled;
    await this.#host.updateComplete;
  }

  /** What the host shows, if it would show `base` without words of its own. */
  guide(base: Guide): Guide {
    const host = this.#host;
    const src = host.src || (host.outermost === host && pageSettings.src);
    if (src || host.guide || this.#has(own + ',script')) this.#arrival ??= this.#fetch();
    return this.#words?.guide(base, src) ?? base;
  }

  #has(selector: string): boolean {
    return !isServer && !!this.#host.querySelector(selector);
  }

  async #fetch(): Promise<void> {
    try {
      this.#words = new (await beside.ownWords()).OwnWords(this.#host, beside.read);
    } catch (error) {
      // Its message names the file that is missing.
      console.warn(error);
      this.#failed = true;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
