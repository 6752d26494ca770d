import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/**
 * The value of a field, left alone while somebody types into it: a text that is read and written back may come out a
 * space shorter, and the caret would jump.
 */
class Typed extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('typed() stands in the tag of a field');
  }

  override update({ element }: ElementPart, [value]: [string]): typeof noChange {
    const field = element as HTMLInputElement;
    if (field.value !== value && field !== document.activeElement) field.value = value;
    return noChange;
  }

  render(_value: string): typeof noChange {
    return noChange;
  }
}

export const typed = directive(Typed);
