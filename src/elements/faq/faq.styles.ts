import { css, type CSSResult } from 'lit';

export const faqStyles: CSSResult[] = [
  css`
  /* Until the search is there: what comes below it must not jump. The narrower, the more rows the topics take. */
  .finder:empty {
    min-block-size: max(13em, 44em - 92cqi);
  }
  :host([hide-search]) .finder:empty {
    min-block-size: max(7em, 38em - 92cqi);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
  }
  .questions {
    border-block-end: 1px solid var(--_border);
  }
  .item {
    border-block-start: 1px solid var(--_border);
  }
  .item > :first-child {
    font-size: 1em;
  }
  /* The mark of what is to be confirmed, and the sources. */
  .panel-content > :is(span, button) {
    margin-inline-end: 1em;
  }
  /* The link to the answer. */
  .panel-content > a {
    display: inline-block;
    padding-block: 0.75em;
  }
  @media print {
    .item {
      break-inside: avoid;
    }
    .finder,
    .toolbar button,
    .item .icon,
    .panel-content > a {
      display: none;
    }
  }
`,
];
