const ownName = 'stemcell-guide.js';

/**
 * Where the script came from. A form field or an image that calls itself `currentScript` is none of ours, and scripts
 * of type `module` have no current script: then the tag with our file's name is looked for.
 */
function findAddress(): string {
  const current: unknown = document.currentScript;
  const own =
    current instanceof HTMLScriptElement && current.src
      ? current
      : document.querySelector<HTMLScriptElement>(`script[src*="${ownName}"]`);
  return own?.src ?? document.baseURI;
}

const address = findAddress();

/** The address of a file beside the script. Used only in the one script: the build writes the calls. */
export function besideScript(path: string): string {
  return new URL(path, address).href;
}
