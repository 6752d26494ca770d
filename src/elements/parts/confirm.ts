import { html, nothing, type TemplateResult } from 'lit';
import type { BaseElement } from '../base-element.js';

/** The mark of what a clinic has not confirmed yet. The notice says once what it means. */
export function confirmMark(
  { words }: BaseElement,
  item: { readonly confirm?: boolean | undefined } | undefined,
): TemplateResult | typeof nothing {
  return item?.confirm ? html` <span class="confirm">${words.confirm}</span>&emsp;` : nothing;
}
