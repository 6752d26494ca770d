import { html, type TemplateResult } from 'lit';

const shapes = {
  check: 'm4 12.5 5 5L20 6.5',
  warning: 'M12 3 1.8 21h20.4zM12 10v5m0 2.6v.4',
};

/** A drawing beside words that say the same. */
export function icon(name: keyof typeof shapes): TemplateResult {
  return drawing(shapes[name], 'icon-' + name);
}

/** Lines on a square of 24. */
export function drawing(path: string, name = ''): TemplateResult {
  return html`<svg class=${'icon ' + name} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
