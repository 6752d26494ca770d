import { html, nothing, type TemplateResult } from 'lit';

/**
 * A heading of a level that is known only at run time; over 6 it stays at 6. A native heading, because some screen
 * readers pass over `role="heading"` in their lists of headings.
 * @param id - Makes the heading a place that scripts can focus.
 */
export function heading(level: number, content: unknown, id?: string, part?: string): TemplateResult {
  const name = id ?? nothing;
  const partName = part ?? nothing;
  const tabindex = id ? -1 : nothing;
  switch (level) {
    case 2:
      return html`<h2 id=${name} part=${partName} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 id=${name} part=${partName} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 id=${name} part=${partName} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 id=${name} part=${partName} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 id=${name} part=${partName} tabindex=${tabindex}>${content}</h6>`;
  }
}
