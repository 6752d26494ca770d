import { html, nothing, type TemplateResult } from 'lit';
import type { BaseElement } from '../base-element.js';
import { heading } from './heading.js';

export interface Disclosure {
  /** Unique within the element. */
  readonly id: string;
  readonly label: unknown;
  readonly content: unknown;
  readonly part?: string;
  /** Left out, the element remembers it. */
  readonly open?: boolean;
  readonly onToggle?: () => void;
}

/**
 * A heading with a button that shows and hides what follows. The panel is `until-found`, so that the browser's own
 * search opens it; it has no role and no padding, since an empty named box would be met by screen readers.
 */
export function disclosure(
  { level, disclosures }: BaseElement,
  {
    id,
    label,
    content,
    part = 'button',
    open = disclosures.has(id),
    onToggle = () => disclosures.toggle(id),
  }: Disclosure,
): TemplateResult {
  const panel = id + '-panel';
  // What is hidden inside the panel sends an event of its own through it.
  const onFound = (event: Event): void => {
    if (event.target === event.currentTarget && !open) onToggle();
  };
  return html`${heading(
    level + 1,
    html`<button
        type="button"
        class="disclosure"
        part=${part}
        id=${id}
        aria-expanded=${open}
        aria-controls=${panel}
        @click=${onToggle}
      >
        <span>${label}</span><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m5 9 7 7 7-7" /></svg>
      </button>`,
  )}
    <div class="panel" part="panel" id=${panel} hidden=${open ? nothing : 'until-found'} @beforematch=${onFound}>
      <div class="panel-content">${content}</div>
    </div>`;
}
