import type * as Lit from 'lit';

/**
 * Lit for the files beside the script. They must use the very Lit that is inside the script, which is not a module
 * that can be imported; `script.ts` leaves it on the guide's class. The build puts this file in the place of `lit`.
 */
export const { css, html, nothing, render } = (
  customElements.get('stemcell-guide') as unknown as {
    lit: Pick<typeof Lit, 'css' | 'html' | 'nothing' | 'render'>;
  }
).lit;
