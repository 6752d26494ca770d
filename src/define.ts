import { forAuthor } from './elements/settings.js';

/** The version of this package. The build writes it here, from `package.json`. */
export const version: string = 'source';

/**
 * Registers an element under its tag. A tag that is taken stays as it is: an exception here would keep every later
 * element from being defined. If another class has it, the console is told. Returns whether the tag is this element's.
 */
export function define(tag: string, element: CustomElementConstructor): boolean {
  const existing = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!existing) customElements.define(tag, element);
  else if (existing !== element)
    void forAuthor().then((part) => part?.tellVersion(tag, existing.version, version));
  return (existing ?? element) === element;
}
