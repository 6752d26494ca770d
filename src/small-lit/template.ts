/**
 * Templates as Lit has them: `html` keeps texts and values apart, `render` writes what has changed. What is left out is
 * what our templates do not use: directives, iterables that are no arrays as values, listeners that are objects,
 * `?boolean` attributes, attributes that are more than one value, bindings in comments, in `<style>` and the like or in a
 * tag's name, attribute names with capital letters, and `<` or `>` inside an attribute.
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

/** Writes a value into a hole. */
type Fill = (value: unknown) => void;

/** The place for a value in a template. */
interface Hole {
  /** Which one it is of the template's elements and comments. */
  readonly node: number;
  /** An attribute as the template has it, such as `@click`; a place between tags has none. */
  readonly name?: string;
}

interface Template {
  readonly content: DocumentFragment;
  /** In the order of their values. */
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
  nodesIn(content).forEach((node, index) => {
    // Not by its class: MooTools puts one of its own in the place of `Element`.
    const element = node as Element;
    if (!element.attributes) {
      if ((node as Comment).data) holes.push({ node: index });
    } else
      for (const name of element.getAttributeNames())
        if (element.getAttribute(name) === mark) {
          element.removeAttribute(name);
          holes.push({ node: index, name });
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
function fillAttribute(element: Element, name: string, host: unknown = element): Fill {
  const kind = name[0];
  const bare = name.slice(1);
  let written: unknown = nothing;
  if (kind === '@')
    element.addEventListener(bare, (event) => (written as (event: Event) => void).call(host, event));
  return (value) => {
    if (value === written) return;
    written = value;
    if (kind === '.') (element as unknown as Record<string, unknown>)[bare] = value;
    else if (value === nothing) element.removeAttribute(name);
    else if (kind !== '@') element.setAttribute(name, String((value as string | null) ?? ''));
  };
}

/** A place between two nodes, for one value: a text, a node, a template or a list of values. */
class Place {
  readonly #before: Node;
  readonly #after: Node | null;
  readonly #host: unknown;
  /** The text or the node; what is neither has none. */
  #value: unknown;
  #filled: TemplateStringsArray | undefined;
  #fills: readonly Fill[] = [];
  #items: Place[] | undefined;

  constructor(before: Node, after: Node | null, host: unknown) {
    this.#before = before;
    this.#after = after;
    this.#host = host;
  }

  readonly set = (value: unknown): void => {
    if (value instanceof Result) this.#setTemplate(value);
    else if (Array.isArray(value)) this.#setItems(value);
    else this.#setNode(value === nothing ? '' : ((value as Node | string | null) ?? ''));
  };

  #setTemplate({ strings, values }: Result): void {
    if (this.#filled === strings) {
      this.#fills.forEach((fill, index) => fill(values[index]));
      return;
    }
    const { content, holes } = templateOf(strings);
    const copy = document.importNode(content, true);
    const nodes = nodesIn(copy);
    const fills = holes.map(({ node: place, name }, index): Fill => {
      const node = nodes[place]!;
      const fill = name
        ? fillAttribute(node as Element, name, this.#host)
        : new Place(node, node.nextSibling, this.#host).set;
      fill(values[index]);
      return fill;
    });
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

  #setNode(value: Node | string): void {
    if (value === this.#value) return;
    this.#clear();
    // Not by its class, for the same reason as above.
    if (value !== '')
      this.#insert((value as Node).nodeType ? (value as Node) : document.createTextNode(value as string));
    this.#value = value;
  }

  #insert<Inserted extends Node>(node: Inserted): Inserted {
    this.#before.parentNode!.insertBefore(node, this.#after);
    return node;
  }

  #clear(): void {
    this.#removeAfter(this.#before);
    this.#value = this.#filled = this.#items = undefined;
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
