import type { ReactiveController } from 'lit';
import type { Guide } from '../../content/guide.js';
import { LoadError, loadJson, parseJson } from '../../content/load.js';
import { inlineJson, readMarkup, type Markup, type Place } from '../../content/markup.js';
import { mustStay } from '../../content/must-stay.js';
import type { BaseElement } from '../base-element.js';
import { fire } from '../events.js';

type Host = BaseElement & { open?(id: string): void; close?(id: string): void };
type Read = () => Promise<typeof import('../../content/read.js')>;

/** A child of the page's that is in one of our slots. */
interface Taken extends Place {
  readonly giveBack: () => void;
}

/** What of the page can change what we show; our own marks on the page's nodes are not among it. */
const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [
    'id',
    'href',
    ...'category keywords min max unit icon from to formerly visit repeat confirm'
      .split(' ')
      .map((name) => 'data-' + name),
  ],
};

/** Shows a node no more, whatever the page's style sheets say. Returns how to undo that. */
function hide(node: HTMLElement): () => void {
  const { style } = node;
  const isStyled = node.hasAttribute('style');
  const display = isStyled ? style.getPropertyValue('display') : '';
  const priority = isStyled ? style.getPropertyPriority('display') : '';
  style.setProperty('display', 'none', 'important');
  return () => {
    style.removeProperty('display');
    // A copy of a page that was copied while it ran has our own mark on it.
    if (display !== 'none') style.setProperty('display', display, priority);
    if (!node.getAttribute('style')) node.removeAttribute('style');
  };
}

/**
 * The words that a page gives one element: plain HTML, JSON inside, a file, an object. The page's nodes stay where they
 * are. They get a slot each, and what we say in their place is hidden; both are taken back when the element leaves.
 */
export class OwnWords implements ReactiveController {
  /** Whether nothing of it can be shown yet. */
  busy = true;
  /** Settles when what was asked for last is shown, or has failed. Never rejects. */
  settled: Promise<void> = Promise.resolve();

  readonly #host: Host;
  readonly #readJson: Read;
  readonly #observer = new MutationObserver(() => this.#readPage());
  #connection: AbortController | undefined;
  #request: AbortController | undefined;
  #markup: Markup = { guide: {}, places: [], problems: [] };
  #json: string | undefined;
  #inputs: readonly unknown[] = [];
  /** The base with the JSON over it. */
  #laid: Guide | undefined;
  #shown: { of: readonly unknown[]; guide: Guide } | undefined;
  #taken = new Map<Element, Taken>();
  /** What each `<details>` was when it last was in step with its panel. */
  readonly #open = new WeakMap<HTMLDetailsElement, boolean>();
  readonly #opening = new Set<HTMLDetailsElement>();
  #printing = false;
  readonly #told = new Set<string>();

  /** @param readJson - Loads what lays JSON over a guide. */
  constructor(host: Host, readJson: Read) {
    this.#host = host;
    this.#readJson = readJson;
    host.addController(this);
  }

  /** Whether the page has more inside the element than what we find slots for. */
  get rest(): boolean {
    return this.#markup.places.length + this.#markup.problems.length > 0;
  }

  /** What the host shows: the page's words over `base`. */
  guide(base: Guide, src: string | false | undefined): Guide {
    const inputs = [base, src, this.#json, this.#host.guide];
    // Over a language that is on its way nothing is laid: the page's file would be asked for twice.
    if (!this.#host.spoken?.waits && inputs.some((input, index) => input !== this.#inputs[index])) {
      this.#inputs = inputs;
      this.settled = this.#load(base, src);
    }
    const of = [this.#laid ?? base, this.#markup];
    if (!this.#shown || of.some((each, index) => each !== this.#shown!.of[index]))
      this.#shown = { of, guide: this.#withMarkup(this.#laid ?? base) };
    return this.#shown.guide;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#host.addEventListener('toggle', this.#onToggle, { capture: true, signal });
    window.addEventListener('beforeprint', this.#onBeforePrint, { signal });
    window.addEventListener('afterprint', this.#onAfterPrint, { signal });
    this.#observer.observe(this.#host, watched);
    this.#readPage();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#observer.disconnect();
    this.#taken.forEach(({ giveBack }) => giveBack());
    this.#taken.clear();
    if (!this.#request) return;
    this.#request.abort();
    this.#request = undefined;
    this.#inputs = [];
  }

  /** The page's `<details>` follow our panels, so that listeners of the page hear of it. */
  hostUpdated(): void {
    // Few are open. To ask each of a thousand children for its slot would cost more than all else here.
    const slots = this.#host.renderRoot.querySelectorAll<HTMLSlotElement>('.panel:not([hidden]) slot');
    const openSlots = new Set(Array.from(slots, ({ name }) => name));
    for (const { child, slot, details } of this.#taken.values()) {
      if (!details || this.#opening.has(details)) continue;
      const open = openSlots.has(slot);
      if (this.#open.get(details) === open || !child.assignedSlot) continue;
      this.#open.set(details, open);
      details.open = open;
    }
  }

  /** Somebody else opened or closed one: a script of the page, or the browser's search. */
  readonly #onToggle = ({ target }: Event): void => {
    let child = target as Element;
    while (child.parentElement && child.parentElement !== this.#host) child = child.parentElement;
    const place = this.#taken.get(child);
    if (!place?.details || place.details !== target || this.#printing || this.#opening.has(place.details))
      return;
    const { open } = place.details;
    if (this.#open.get(place.details) === open) return;
    this.#open.set(place.details, open);
    if (open) this.#host.open?.(place.id);
    else this.#host.close?.(place.id);
  };

  readonly #onBeforePrint = (): void => {
    this.#printing = true;
    this.#taken.forEach(({ details }) => details && (details.open = true));
  };

  readonly #onAfterPrint = (): void => {
    this.#taken.forEach(({ details }) => details && (details.open = this.#open.get(details)!));
    this.#printing = false;
  };

  #readPage(): void {
    const before = this.#markup;
    const json = inlineJson(this.#host);
    const markup = readMarkup(this.#host);
    this.#take(markup.places);
    const same =
      json === this.#json &&
      markup.places.length === before.places.length &&
      markup.places.every(({ child, slot }, index) => {
        const old = before.places[index]!;
        return child === old.child && slot === old.slot;
      }) &&
      markup.problems.join() === before.problems.join() &&
      // The dearest of the comparisons, and of the first words there is nothing to compare with.
      JSON.stringify(markup.guide) === JSON.stringify(before.guide);
    this.#json = json;
    if (same) return;
    this.#markup = markup;
    this.#tell(markup.problems);
    this.#host.requestUpdate();
  }

  #take(places: readonly Place[]): void {
    const wanted = new Map(places.map((place) => [place.child, place]));
    const keeps = (old: Taken): boolean => {
      const { slot, replaced = [] } = wanted.get(old.child) ?? {};
      return (
        slot === old.slot &&
        replaced.length === old.replaced.length &&
        replaced.every((node, index) => node === old.replaced[index])
      );
    };
    for (const old of [...this.#taken.values()])
      if (!keeps(old)) {
        old.giveBack();
        this.#taken.delete(old.child);
      }
    const opening: Place[] = [];
    for (const place of places) {
      if (this.#taken.has(place.child)) continue;
      const { child, slot, replaced, details } = place;
      const shown = replaced.map(hide);
      // Of details with one name the browser opens only one at a time, and would close what a visitor reads.
      const name = details?.getAttribute('name');
      details?.removeAttribute('name');
      child.slot = slot;
      const giveBack = (): void => {
        shown.forEach((show) => show());
        child.removeAttribute('slot');
        if (name) details!.setAttribute('name', name);
      };
      this.#taken.set(child, { ...place, giveBack });
      if (!details) continue;
      this.#open.set(details, details.open);
      if (!details.open) continue;
      opening.push(place);
      this.#opening.add(details);
    }
    if (opening.length) void this.#openThese(opening);
  }

  /** What the page wrote as open starts open, once the host knows it. */
  async #openThese(places: readonly Place[]): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    for (const { id, details } of places) {
      this.#opening.delete(details!);
      this.#host.open?.(id);
    }
    this.#host.requestUpdate();
  }

  #withMarkup(guide: Guide): Guide {
    const { questions } = this.#markup.guide;
    if (!questions) return { ...guide, ...this.#markup.guide };
    const given = new Set(questions.map(({ id }) => id));
    const first = (this.#host.getRootNode() as ParentNode).querySelector(this.#host.localName) === this.#host;
    const kept = guide.questions.filter(
      ({ id }) => first && mustStay.test(`questions/${id}`) && !given.has(id),
    );
    const told = kept
      .filter(({ regions }) => !regions)
      .map(
        ({ id }) => `<details>: none with id="${id}"; visitors must be told this, so the default one stays`,
      );
    void this.settled.then(() => this.#tell(told));
    return { ...guide, questions: [...questions, ...kept] };
  }

  async #load(base: Guide, src: string | false | undefined): Promise<void> {
    this.#request?.abort();
    this.#request = undefined;
    const json = this.#json;
    const { guide } = this.#host;
    if (!src && json === undefined && !guide) {
      this.#laid = undefined;
      this.busy = false;
      return;
    }
    const request = (this.#request = new AbortController());
    const { signal } = request;
    const problems: string[] = [];
    const attempt = async <Value>(value: () => Value | Promise<Value>): Promise<Value[]> => {
      try {
        const result = await value();
        return result === undefined ? [] : [result];
      } catch (error) {
        problems.push(
          error instanceof LoadError
            ? error.message
            : `guide: cannot be read (${String(error)}); the default is used`,
        );
        return [];
      }
    };
    const layers = await Promise.all([
      attempt(() => (src ? loadJson(src, signal) : undefined)),
      attempt(() => (json === undefined ? undefined : parseJson(json, 'script'))),
    ]);
    const [reader] = await attempt(this.#readJson);
    if (signal.aborted) return;
    this.#request = undefined;
    this.#laid = [...layers.flat(), ...(guide ? [guide] : [])].reduce<Guide>((below, layer) => {
      const reading = reader?.readGuide(layer, below);
      problems.push(...(reading?.problems ?? []));
      return reading?.guide ?? below;
    }, base);
    this.busy = false;
    this.#host.requestUpdate();
    this.#tell(problems);
  }

  /** Says what is wrong, once, to the console and to the page. */
  #tell(problems: readonly string[]): void {
    const news = problems.filter((problem) => !this.#told.has(problem));
    if (!news.length) return;
    news.forEach((problem) => this.#told.add(problem));
    const name = `<${this.#host.localName}>`;
    console.warn([`${name}: what the page gives it is not all used.`, ...news].join('\n  '));
    fire(this.#host, 'stemcell-error', { problems: news });
  }
}
