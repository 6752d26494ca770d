import type { Duration, Guide, Line, Link, Phase, Question, Stage, Task } from './guide.js';

/** The page's own HTML as parts of a guide. Reads only: nothing of the page is changed here. */

/** A child of an element that the element shows in a slot of its own. */
export interface Place {
  readonly id: string;
  /** The child to put into the slot. */
  readonly child: Element;
  readonly slot: string;
  /** What the element says in its own words instead: a summary, a heading, a list that has become tasks. */
  readonly replaced: readonly HTMLElement[];
  /** The question's `<details>`, which shows what is in it only while it is open. */
  readonly details?: HTMLDetailsElement;
}

export interface Markup {
  readonly guide: Partial<Pick<Guide, 'stages' | 'questions' | 'phases'>>;
  readonly places: readonly Place[];
  /** What the page's author should know. */
  readonly problems: readonly string[];
}

const units: readonly string[] = ['minute', 'hour', 'day', 'week', 'month'] satisfies Duration['unit'][];

/** Elements that stand in a line of text; the words of others are kept apart by a space. */
const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|span|strong|sub|sup|time|u|var|wbr)$/;

/** Elements that show no words of their own. */
const unread = /^(script|style|template)$/;

/** Marks what the page says for those without the script, and the element says itself once it runs. */
const plainMark = 'data-stemcell-plain';
const saidByElement = `[${plainMark}]`;

/** One space between words. One that is alone already is left, since a text has many, and each match costs. */
const tidy = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, ' ');

/** The words of some nodes, with links as pieces. Lists inside a line become part of it. */
function readLine(nodes: Iterable<Node>): Line {
  const pieces: (string | Link)[] = [];
  let plain = '';
  const walk = (node: Node): void => {
    if (node instanceof Text) plain += node.data;
    if (!(node instanceof Element) || node.hasAttribute(plainMark)) return;
    const { localName } = node;
    if (unread.test(localName)) return;
    if (node instanceof HTMLAnchorElement && node.hasAttribute('href')) {
      const text = tidy(node.textContent).trim();
      if (text) {
        pieces.push(plain, { text, href: node.getAttribute('href')! });
        plain = '';
        return;
      }
    }
    const space = inline.test(localName) ? '' : ' ';
    plain += space;
    if (node instanceof HTMLImageElement) plain += node.alt;
    for (let inner = node.firstChild; inner; inner = inner.nextSibling) walk(inner);
    plain += space;
  };
  for (const node of nodes) walk(node);
  const all = [...pieces, plain].map((piece) => (typeof piece === 'string' ? tidy(piece) : piece));
  if (all.length === 1) return plain === '' ? '' : (all[0] as string).trim();
  all[0] = (all[0] as string).trimStart();
  all.push((all.pop() as string).trimEnd());
  return all.filter((piece) => piece !== '');
}

/** The words of some nodes. */
function readText(nodes: Iterable<Node>): string {
  const line = readLine(nodes);
  return typeof line === 'string'
    ? line
    : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** A name made from words, always the same for the same ones. */
function nameOf(words: string): string {
  let hash = 0;
  for (const letter of words) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return 'own-' + hash.toString(36);
}

/** Names items by the page's ids. One without gets a name made from its words, so that a tick follows them. */
class Names {
  readonly #taken = new Set<string>();

  of(element: Element, words: string): string {
    const name = element.id.replace(/\s+/g, '-') || nameOf(words);
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}-${count}`;
    this.#taken.add(free);
    return free;
  }
}

/** What a content management system leaves around things: blank lines, comments, breaks and empty paragraphs. */
function isEmpty(node: Node): boolean {
  if (node instanceof Text) return !node.data.trim();
  if (!(node instanceof Element)) return true;
  return (
    node.localName === 'br' || (node.localName === 'p' && !node.children.length && !node.textContent.trim())
  );
}

/** The one item in a child: the child itself, or what paragraphs and boxes around it hold and nothing else. */
function itemIn(child: Element, selector: string): Element | undefined {
  if (child.matches(selector)) return child;
  const [only, ...others] = Array.from(child.childNodes).filter((node) => !isEmpty(node));
  return !others.length && only instanceof Element ? itemIn(only, selector) : undefined;
}

/** A whole number in an attribute. */
function wholeNumber(element: HTMLElement, name: string): number | undefined {
  const text = element.dataset[name]?.trim();
  return text && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** Attributes as the page writes them. */
const written = (item: HTMLElement, ...names: string[]): string =>
  names.map((name) => `data-${name}="${item.dataset[name] ?? ''}"`).join(' ');

const slotOf = (id: string): string => 'stemcell-' + id;

/** What is in an attribute, as a list. */
function listIn(element: HTMLElement, name: string, separator: RegExp): string[] | undefined {
  const items = element.dataset[name]?.split(separator).map((item) => item.trim());
  const given = items?.filter(Boolean) ?? [];
  return given.length ? given : undefined;
}

const headingOf = (item: Element): HTMLElement | null => item.querySelector('h1, h2, h3, h4, h5, h6');

/** The lists of a section, without those inside a list. */
const listsIn = (section: Element): HTMLElement[] =>
  Array.from(section.querySelectorAll<HTMLElement>('ul, ol')).filter((list) => {
    const around = list.parentElement!.closest('li, details, section');
    return around === section || !section.contains(around);
  });

class MarkupReader {
  readonly places: Place[] = [];
  readonly problems: string[] = [];
  readonly #host: Element;
  readonly #names = new Names();

  constructor(host: Element) {
    this.#host = host;
  }

  items(selector: string): { child: Element; item: HTMLElement }[] {
    return Array.from(this.#host.children).flatMap((child) => {
      if ((child.slot && !child.slot.startsWith('stemcell-')) || child.matches(saidByElement)) return [];
      const item = itemIn(child, selector);
      if (item instanceof HTMLElement) return { child, item };
      const count = child.querySelectorAll(selector).length;
      if (count)
        this.problems.push(
          `<${child.localName}>: ${count} <${selector}> inside with other things; expected each one straight inside <${this.#host.localName}>. They are shown as they are`,
        );
      return [];
    });
  }

  questions(): Question[] {
    return this.items('details').flatMap(({ child, item }) => {
      const details = item as HTMLDetailsElement;
      const summary = details.querySelector<HTMLElement>(':scope > summary');
      const question = this.#title(details, summary);
      if (!question) return [];
      const answer = readText(Array.from(details.childNodes).filter((node) => node !== summary));
      const id = this.#place(child, details, question, [summary!], details);
      const { category } = details.dataset;
      const keywords = listIn(details, 'keywords', /,/);
      return {
        id,
        question,
        answer,
        place: slotOf(id),
        ...(category && { category }),
        ...(keywords && { keywords }),
      };
    });
  }

  stages(): Stage[] {
    return this.items('section').flatMap(({ child, item }) => {
      const heading = headingOf(item);
      const title = this.#title(item, heading);
      if (!title) return [];
      const id = this.#place(child, item, title, [heading!]);
      const duration = this.#duration(item, title);
      const { icon } = item.dataset;
      return {
        id,
        title,
        summary: '',
        place: slotOf(id),
        ...(icon && { icon }),
        ...(duration && { duration }),
      };
    });
  }

  phases(): Phase[] {
    return this.items('section').flatMap(({ child, item }) => {
      const heading = headingOf(item);
      const title = this.#title(item, heading);
      const from = wholeNumber(item, 'from') ?? wholeNumber(item, 'to') ?? NaN;
      const to = wholeNumber(item, 'to') ?? from;
      const lists = listsIn(item);
      if (!title) return [];
      if (!(from <= to))
        return this.#leave(
          item,
          title,
          `${written(item, 'from', 'to')}; expected days as whole numbers in order`,
        );
      if (!lists.length) return this.#leave(item, title, 'no list; expected <ul> with one <li> a task');
      const tasks = lists
        .flatMap((list) => Array.from(list.children))
        .filter((entry) => entry instanceof HTMLLIElement)
        .map((entry) => this.#task(entry, from, to));
      const id = this.#place(child, item, title, [heading!, ...lists]);
      return { id, title, from, to, tasks, place: slotOf(id) };
    });
  }

  #task(entry: HTMLElement, from: number, to: number): Task {
    const small = entry.querySelector('small');
    const around = Array.from(entry.childNodes).flatMap((node) =>
      small && node !== small && node.contains(small) ? Array.from(node.childNodes) : node,
    );
    const why = readLine(small ? [small] : []);
    const formerly = listIn(entry, 'formerly', /\s/);
    const { visit, repeat, confirm } = entry.dataset;
    return {
      id: this.#names.of(entry, readText([entry])),
      text: readLine(around.filter((node) => node !== small)),
      ...(why && { why }),
      ...(formerly && { formerly }),
      ...(visit === 'true' && { visit: true }),
      ...(repeat === 'week' && { repeat }),
      ...(confirm === 'true' && { confirm: true }),
      from: wholeNumber(entry, 'from') ?? from,
      to: wholeNumber(entry, 'to') ?? to,
    };
  }

  /** The words that name an item. One without a name is left to the page. */
  #title(item: Element, named: Element | null): string {
    const title = readText(named ? [named] : []);
    if (!title)
      this.#leave(
        item,
        item.id,
        `no words to name it; expected a ${item.localName === 'details' ? '<summary>' : 'heading'}`,
      );
    return title;
  }

  #leave(item: Element, title: string, reason: string): [] {
    this.problems.push(`<${item.localName}> "${title}": ${reason}. It is shown as it is`);
    return [];
  }

  #duration(item: HTMLElement, title: string): Duration | undefined {
    const { min, max = min, unit } = item.dataset;
    if (min === undefined && unit === undefined) return undefined;
    const [from, to] = [Number(min || NaN), Number(max || NaN)];
    if (from >= 0 && to >= from && units.includes(unit!))
      return { min: from, max: to, unit: unit as Duration['unit'] };
    this.problems.push(
      `<section> "${title}": ${written(item, 'min', 'max', 'unit')}; expected two numbers in order and one of ${units.join(', ')}. No time is shown`,
    );
    return undefined;
  }

  #place(
    child: Element,
    item: Element,
    words: string,
    replaced: readonly HTMLElement[],
    details?: HTMLDetailsElement,
  ): string {
    const id = this.#names.of(item, words);
    const said = item.querySelectorAll<HTMLElement>(saidByElement);
    this.places.push({
      id,
      child,
      slot: slotOf(id),
      replaced: [...replaced, ...said],
      ...(details && { details }),
    });
    return id;
  }
}

const parts = ['stemcell-stepper', 'stemcell-faq', 'stemcell-checklist'];

/** The elements that a page puts into its guide, each in the place of the one that the guide would show. */
function readParts(host: Element): Place[] {
  return Array.from(host.children).flatMap((child) => {
    const found = parts.find((part) => child.matches(part) || child.querySelector(part));
    return found ? { id: found, child, slot: found, replaced: [] } : [];
  });
}

/** Items without an element of theirs: nobody can tell what a section in a guide is. */
function strayItems(host: Element): string[] {
  const stray = host.querySelector(':scope > details, :scope > section');
  return stray
    ? [
        `<${stray.localName}>: inside <${host.localName}>; expected it inside <${parts.join('>, <')}>. It is shown as it is`,
      ]
    : [];
}

/**
 * With what has a place where nobody sees it: what a content management system left between the items, and what the
 * element says itself.
 */
function withUnseen(host: Element, places: readonly Place[]): Place[] {
  const placed = new Set(places.map(({ child }) => child));
  const unseen = Array.from(host.children).filter(
    (child) => !placed.has(child) && (child.matches(saidByElement) || (places.length && isEmpty(child))),
  );
  return [...places, ...unseen.map((child) => ({ id: '', child, slot: 'stemcell-nowhere', replaced: [] }))];
}

/** What the page says inside one of our elements. */
export function readMarkup(host: Element): Markup {
  const reader = new MarkupReader(host);
  const { places, problems } = reader;
  switch (host.localName) {
    case 'stemcell-faq':
      return { guide: some('questions', reader.questions()), places: withUnseen(host, places), problems };
    case 'stemcell-stepper':
      return { guide: some('stages', reader.stages()), places: withUnseen(host, places), problems };
    case 'stemcell-checklist':
      return { guide: some('phases', reader.phases()), places: withUnseen(host, places), problems };
    default:
      return { guide: {}, places: withUnseen(host, readParts(host)), problems: strayItems(host) };
  }
}

function some<Key extends string, Item>(key: Key, items: Item[]): { [Name in Key]?: Item[] } {
  return items.length ? ({ [key]: items } as { [Name in Key]: Item[] }) : {};
}

/** The JSON that a page writes inside an element, if any. */
export function inlineJson(host: Element): string | undefined {
  const own = Array.from(host.querySelectorAll('script[type="application/json"]')).find(
    (script) => script.closest(parts.join() + ',stemcell-guide') === host,
  );
  return own?.textContent?.trim() || undefined;
}
