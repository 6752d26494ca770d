/**
 * Templates as Lit has them: `html` keeps texts and values apart, `render` writes what has changed. What is left out is
 * what our templates do not use: directives, iterables that are no arrays as values, listeners that are
 * objects, `nothing` for a `?boolean`, bindings in comments, in `<style>` and the like or in a tag's name, attribute names
 * with capital letters, and `<` or `>` inside an attribute.
 */

/** Of a class of its own, so that no JSON of a page can pass for markup. */
class Result {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];

  constructor(strings: TemplateStringsArray, values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): Result =>
  new Result(strings, values);

/** Leaves an attribute out, or a place empty. */
export const nothing = Symbol();

/** Writes those of a template's values that a hole is for. */
type Fill = (values: readonly unknown[]) => void;

/** A place for values in a template. */
interface Hole {
  /** Which one it is of the template's elements and comments. */
  readonly node: number;
  /** Which of the values is the first for it. */
  readonly first: number;
  /** An attribute as the template has it, such as `@click`; a place between tags has none. */
  readonly name?: string;
  /** What stands around its values. */
  readonly texts?: readonly string[];
}

interface Template {
  readonly content: DocumentFragment;
  readonly holes: readonly Hole[];
}

/** A place ends at a node. Where a template ends with a place, what follows it in a page is not known yet. */
const end = '<!---->';

/** Stands for a value while a template is parsed. Our templates have no braces of their own. */
const mark = '{}';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string };
}
declare const trustedTypes: TrustedTypes;

/** Makes a text what a page with Trusted Types takes for markup. */
let trusted = { createHTML: (text: string) => text };
try {
  // A name of our own: a second script with the same one would be refused.
  trusted = trustedTypes.createPolicy('stemcell-guide', trusted);
} catch {
  // No such types here, or a page that refuses the policy: then the first template fails, and nothing is registered.
}

/** In a page that is XHTML, templates would be read as XML and fail at the first attribute without quotes. */
const documentOfTemplates = document.implementation.createHTMLDocument('');

const templates = new WeakMap<TemplateStringsArray, Template>();

/** `NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_COMMENT` */
const elementsAndComments = 129;

/** The elements and the comments in a piece of a document, in its order. */
function nodesIn(content: DocumentFragment): Node[] {
  const walker = document.createTreeWalker(content, elementsAndComments);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function parse(strings: TemplateStringsArray): Template {
  const markup = strings.reduce(
    (before, text) =>
      before + (before.lastIndexOf('<') > before.lastIndexOf('>') ? mark : `<!--${mark}-->`) + text,
  );
  const element = documentOfTemplates.createElement('template');
  element.innerHTML = trusted.createHTML(strings.at(-1) ? markup : markup + end);
  const { content } = element;
  const holes: Hole[] = [];
  let first = 0;
  nodesIn(content).forEach((node, index) => {
    // Not by its class: MooTools puts one of its own in the place of `Element`.
    const element = node as Element;
    if (!element.attributes) {
      if ((node as Comment).data) holes.push({ node: index, first: first++ });
    } else
      for (const { name, value } of [...element.attributes]) {
        const texts = value.split(mark);
        if (texts.length < 2) continue;
        element.removeAttribute(name);
        holes.push({ node: index, first, name, texts });
        first += texts.length - 1;
      }
  });
  return { content, holes };
}

function templateOf(strings: TemplateStringsArray): Template {
  const template = templates.get(strings) ?? parse(strings);
  templates.set(strings, template);
  return template;
}

/** @param host - What `this` is in listeners. */
function fillAttribute(
  element: Element,
  { name = '', texts = [], first }: Hole,
  host: unknown = element,
): Fill {
  const kind = name[0];
  const bare = name.slice(1);
  let written: unknown = nothing;
  if (kind === '@')
    element.addEventListener(bare, (event) => (written as (event: Event) => void).call(host, event));
  return (values) => {
    const value =
      texts.join('') || texts.length > 2 ? String.raw({ raw: texts }, ...values.slice(first)) : values[first];
    if (value === written) return;
    written = value;
    if (kind === '.') (element as unknown as Record<string, unknown>)[bare] = value;
    else if (kind === '?') element.toggleAttribute(bare, !!value);
    else if (value === nothing) element.removeAttribute(name);
    else if (kind !== '@') element.setAttribute(name, String((value as string | null) ?? ''));
  };
}

/** A place between two nodes, for one value: a text, a node, a template or a list of values. */
class Place {
  readonly #before: Node;
  readonly #after: Node | null;
  readonly #host: unknown;
  /** The text or the node. */
  #node: Node | undefined;
  #text = '';
  #filled: TemplateStringsArray | undefined;
  #fills: readonly Fill[] = [];
  #items: Place[] | undefined;

  constructor(before: Node, after: Node | null, host: unknown) {
    this.#before = before;
    this.#after = after;
    this.#host = host;
  }

  set(value: unknown): void {
    if (value instanceof Result) this.#setTemplate(value);
    else if (Array.isArray(value)) this.#setItems(value);
    else if ((value as Node | null)?.nodeType) this.#setNode(value as Node);
    else this.#setText(value === nothing ? '' : String((value as string | null) ?? ''));
  }

  #setTemplate({ strings, values }: Result): void {
    if (this.#filled === strings) {
      this.#fills.forEach((fill) => fill(values));
      return;
    }
    const { content, holes } = templateOf(strings);
    const copy = document.importNode(content, true);
    const nodes = nodesIn(copy);
    const fills = holes.map((hole): Fill => {
      const node = nodes[hole.node]!;
      if (hole.name) return fillAttribute(node as Element, hole, this.#host);
      const place = new Place(node, node.nextSibling, this.#host);
      return (values) => place.set(values[hole.first]);
    });
    fills.forEach((fill) => fill(values));
    this.#clear();
    this.#insert(copy);
    this.#filled = strings;
    this.#fills = fills;
  }

  #setItems(values: readonly unknown[]): void {
    if (!this.#items) this.#clear();
    const items = (this.#items ??= []);
    let before = this.#before;
    values.forEach((value, index) => {
      const item = (items[index] ??= new Place(before, this.#insert(document.createComment('')), this.#host));
      item.set(value);
      before = item.#after!;
    });
    items.length = values.length;
    this.#removeAfter(before);
  }

  #setNode(node: Node): void {
    if (this.#node === node) return;
    this.#clear();
    this.#node = this.#insert(node);
  }

  #setText(text: string): void {
    if (this.#text && text) {
      if (text !== this.#text) (this.#node as Text).data = text;
    } else {
      this.#clear();
      if (text) this.#node = this.#insert(document.createTextNode(text));
    }
    this.#text = text;
  }

  #insert<Inserted extends Node>(node: Inserted): Inserted {
    this.#before.parentNode!.insertBefore(node, this.#after);
    return node;
  }

  #clear(): void {
    this.#removeAfter(this.#before);
    this.#node = this.#filled = this.#items = undefined;
    this.#text = '';
  }

  #removeAfter(node: Node): void {
    while (node.nextSibling !== this.#after) node.nextSibling!.remove();
  }
}

const places = new WeakMap<Node, Place>();

/** Writes a value into a container, behind what is there; the next time, what has changed of it. */
export function render(value: unknown, container: Node, { host }: { readonly host?: unknown } = {}): void {
  const place =
    places.get(container) ?? new Place(container.appendChild(document.createComment('')), null, host);
  places.set(container, place);
  place.set(value);
}
