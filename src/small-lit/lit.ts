/**
 * What the one script has in the place of Lit: the part of it that our elements use. Every page of every clinic pays
 * for the bytes of that script, and most of Lit is for what we do not do. The npm package leaves Lit itself to whoever
 * installs it. The tests of the elements run with both, and one test holds the two against each other.
 */
export { css, unsafeCSS } from './css.js';
export { LitElement } from './element.js';
export { html, nothing, render } from './template.js';
/** The script runs in browsers. */
export const isServer = false;
