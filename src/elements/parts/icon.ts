import { html, type TemplateResult } from 'lit';

const shapes = {
  check: 'm4 12.5 5 5L20 6.5',
  down: 'm5 9 7 7 7-7',
  warning: 'M12 3 1.8 21h20.4zM12 10v5m0 2.6v.4',
  phone: 'M5 3h4l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
};

/** A drawing beside words that say the same. */
export function icon(name: keyof typeof shapes): TemplateResult {
  return drawing(shapes[name], 'icon-' + name);
}

/** Lines on a square of 24. */
export function drawing(path: string, name = ''): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
