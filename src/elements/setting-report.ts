import { attributeOf } from '../attribute-of.js';

const told = new Set<string>();

/**
 * Says once what is accepted in the place of a value.
 * @param name - The property; its attribute is the same with dashes.
 * @param accepted - A list; anything else is what a date must be.
 */
export function tellSetting(
  element: Element,
  name: string,
  value: unknown,
  accepted: { includes(value: unknown): boolean },
): void {
  const { localName } = element;
  const attribute = (localName === 'script' ? 'data-' : '') + attributeOf(name);
  // Not a number: the attribute still says what was written.
  const given = Number.isNaN(value) ? element.getAttribute(attribute) : (value as string);
  const expected = Array.isArray(accepted) ? accepted.join(', ') : 'a date such as 2026-11-22';
  const message = `<${localName} ${attribute}="${given}">: expected ${expected}. The default is used.`;
  if (told.has(message)) return;
  told.add(message);
  console.warn(message);
}
