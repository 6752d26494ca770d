import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { beside } from '../../beside.js';
import guide from '../../content/en.json';
import type { Guide } from '../../content/guide.js';
import type { Spoken } from '../../content/locale.js';
import { englishWords } from '../../words/words.js';

/** What the script itself can say. */
const english: Spoken = { guide: guide as Guide, words: englishWords };

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

const update = (): void => hosts.forEach((host) => host.requestUpdate());

let waits: Promise<void> | undefined;
/** A file beside the script takes this over at the first word that is not English. */
let speakOther: (tag: string) => Spoken = () => {
  waits ??= beside
    .locale()
    .then(
      ({ speaker }) => {
        speakOther = speaker(english, update);
      },
      (error) => {
        // Its message names the file that is missing.
        console.warn(error);
        speakOther = () => english;
      },
    )
    .then(update);
  return { ...english, waits };
};

/** What is said on a page of this language. */
export const speak = (tag: string): Spoken => (/^en\b/.test(tag) ? english : speakOther(tag));

/** Has a host render again when the page changes its language or direction, and when a language has arrived. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(update);
    if (!hosts.size) observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (!hosts.size) observer!.disconnect();
  }
}
