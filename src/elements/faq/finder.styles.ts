import { css, type CSSResult } from 'lit';

/** Comes with the search, not with the script. */
export const finderStyles: CSSResult = css`
  .finder label {
    display: block;
    font-weight: 700;
    margin-block-end: 0.25em;
  }
  .field,
  .topics,
  .feedback {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .field {
    position: relative;
    flex-wrap: nowrap;
  }
  .field .icon {
    position: absolute;
    inset-inline-start: 0.75em;
    pointer-events: none;
  }
  .field input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 48px;
    margin: 0;
    padding: 0.4em 0.75em;
    padding-inline-start: 2.6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    appearance: none;
  }
  ::-webkit-search-cancel-button {
    display: none;
  }
  .topics {
    margin-block-start: var(--_space);
  }
  [aria-pressed] {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_tint);
    font-weight: 700;
  }
  /* Of a long list only what is in sight is laid out, or a search in 1,000 questions stutters. */
  .block,
  .questions > .item:nth-child(n + 51) {
    content-visibility: auto;
  }
  .questions > .item:nth-child(n + 51) {
    contain-intrinsic-block-size: auto 3.5em;
  }
  :is(.block, .item:nth-child(n + 51)) :focus-visible {
    outline-offset: -3px;
  }
  .nothing-found {
    margin-block-start: var(--_space);
  }
  .nothing-found li {
    padding-block: 0.5em;
  }
  .feedback {
    margin-block-start: var(--_space);
  }
  ::highlight(stemcell-found) {
    background: Mark;
    color: MarkText;
    text-decoration: underline;
  }
  @media print {
    .feedback {
      display: none;
    }
    .block,
    .questions > .item {
      content-visibility: visible !important;
    }
  }
`;
