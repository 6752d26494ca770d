import type * as Lit from 'lit';

/**
 * Lit for the files beside the script. They must use what the script has of it (small-lit/), which is not a module that
 * can be imported; `script.ts` leaves it on the guide's class. The build puts this file in the place of `lit`.
 */
export { css } from './small-lit/css.js';
export const { html, nothing, render } = (
  customElements.get('stemcell-guide') as unknown as {
    lit: Pick<typeof Lit, 'html' | 'nothing' | 'render'>;
  }
).lit;
