const ownName = 'stemcell-guide.js';

/**
 * The first such element of the page, also on a page with an image that is called `querySelector`, or with MooTools,
 * which puts a class of its own in the place of `Document`.
 */
export const find = (selector: string): Element | null =>
  HTMLDocument.prototype.querySelector.call<Document, [string], Element | null>(document, selector);

/**
 * The tag that the script came from. A form field or an image that calls itself `currentScript` is none of ours, and
 * scripts of type `module` have no current script: then the tag with our file's name is looked for.
 */
function findTag(): HTMLScriptElement | null {
  const current: unknown = document.currentScript;
  return current instanceof HTMLScriptElement && current.src
    ? current
    : (find(`script[src*="${ownName}"]`) as HTMLScriptElement | null);
}

export const ownTag = findTag();

const address = ownTag?.src ?? document.baseURI;

/** One of the parts beside the script. Used only in the one script: the build writes the calls. */
export const importPart = async (name: string): Promise<never> =>
  import(/* @vite-ignore */ new URL(`parts/${name}.js`, address).href) as Promise<never>;
