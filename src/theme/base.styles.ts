import { css, type CSSResult } from 'lit';
import { tokens } from './tokens.js';

/** What all elements share: the wall to the page's styles, then type, buttons and panels. */
const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /*
   * A page's "* { … !important }" beats :host, so the wall is a node of our own. It lets in what a reader or a page
   * must be able to set: font, text colour, language and the spacing of letters, words and lines; and whether we are
   * seen and can be touched, or a slide that the page has put out of sight would still take the presses meant for
   * what lies in front of it.
   */
  .root {
    all: initial;
    display: block;
    visibility: inherit;
    pointer-events: inherit;
    user-select: text;
    color-scheme: inherit;
    font-size: inherit;
    font-weight: 400;
    line-height: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    overflow-wrap: anywhere;
  }
  [aria-busy] > * {
    visibility: hidden;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    scroll-margin-block-start: var(--stemcell-sticky-offset, 0);
  }
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--stemcell-heading-font, inherit);
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: 700;
  }
  .root > :is(h2, h3, h4, h5, h6) {
    font-size: 1.35em;
    margin-block-end: calc(var(--_space) * 0.5);
  }
  .root > h2 {
    font-size: 1.6em;
  }
  p + p,
  p + ul,
  ul + p {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  a,
  .cites {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  /* A number is read from the left in every language. */
  [href^='tel:'] {
    display: inline-block;
    direction: ltr;
  }
  small,
  .small,
  .cites {
    font-size: 0.875em;
  }
  ul[role='list'],
  ol[role='list'] {
    list-style: none;
  }
  button,
  input {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    margin: 0;
    border: 1px solid;
    border-radius: var(--_radius);
  }
  /* Not where no line is seen: the browser computes this colour for each node anew. */
  button:not(:where(.disclosure, .cites)),
  input:not(:where([type='checkbox'], [type='radio'])) {
    border-color: var(--_border);
  }
  button {
    min-block-size: 44px;
    padding: 0.4em 1em;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: var(--_tint);
  }
  /* The browser's own ground, because what it draws in a field, such as a calendar, follows that and no surface. */
  input {
    background: Field;
    -webkit-text-fill-color: FieldText;
    caret-color: FieldText;
  }
  /* What the browser draws keeps its own contrast; the line around it has it to the surface. */
  :is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    accent-color: var(--_accent);
    outline: 2px solid var(--_border);
  }
  [type='radio'] {
    border-radius: 50%;
  }
  :focus-visible {
    outline: 3px solid;
    outline-color: var(--_accent);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline-offset: 4px;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .content > * + *,
  .root > * + .content,
  .root > * + .choice {
    margin-block-start: var(--_space);
  }

  .disclosure {
    display: flex;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    padding: 0.75em 0.25em;
    border-width: 0;
    border-radius: 0;
  }
  .disclosure[aria-expanded='true'] .icon {
    rotate: 180deg;
  }
  .panel-content {
    padding: 0.25em 0.25em 1.25em;
  }
  .panel-content li {
    margin-block-end: 0.5em;
  }
  .panel-content ol {
    padding-inline-start: 2em;
  }
  .panel-content ul,
  .stage ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  /* A link that was copied, or that was not and is shown instead. */
  .copied::after {
    content: ' ✓';
  }
  .refused::after {
    content: ' ' attr(href);
  }

  .choice {
    min-inline-size: 0;
  }
  .choice legend {
    padding: 0;
    font-weight: 700;
    margin-block-end: 0.5em;
  }
  .options {
    display: grid;
    gap: 0.5em;
  }
  .option {
    display: flex;
    gap: 0.75em;
    padding: 0.75em;
    min-block-size: 44px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_tint);
  }
  .option small {
    display: block;
  }
  .cites {
    padding: 0;
    border: 0;
  }
  .confirm {
    display: inline-block;
    padding-inline: 0.5em;
    border: 1px solid;
    border-radius: 1em;
  }
  .notice {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .notice > * + * {
    margin-block-start: 0.5em;
  }
  /* Not the root: a container takes no width of its own from what it holds, and a flex item would shrink to nothing. */
  .choice,
  .content {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 40em) {
    .options {
      grid-template-columns: repeat(auto-fit, minmax(12em, 1fr));
    }
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      border: 3px solid Highlight !important;
    }
  }
  @media print {
    [hidden='until-found'] {
      content-visibility: visible !important;
    }
  }
`;

export const baseStyles: CSSResult[] = [base, tokens];
