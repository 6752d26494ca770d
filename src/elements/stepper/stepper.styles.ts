import { css, type CSSResult } from 'lit';

/** The stages side by side; the same for the page's wish as for a wide place. */
const inRows = css`
  grid-template-columns: repeat(auto-fit, minmax(max(8em, 15%), 1fr));
  button {
    flex-direction: column;
    block-size: 100%;
    text-align: center;
  }
  li + li::before {
    inset-block-start: 2em;
    inset-inline: calc(1.75em - 50%) calc(50% + 1.75em);
    block-size: 0;
  }
`;

export const stepperStyles: CSSResult[] = [
  css`
  .stages {
    display: grid;
  }
  .stages li {
    position: relative;
  }
  .stages button {
    display: flex;
    gap: 0.5em 0.75em;
    align-items: center;
    inline-size: 100%;
    padding: calc(0.5em + 2px);
    border: 0;
    line-height: 1.3;
  }
  .stages small {
    display: block;
    font-weight: 400;
  }
  .stages [aria-current] {
    font-weight: 700;
    padding: 0.5em;
    background: var(--_tint);
    border: 2px solid var(--_accent);
  }
  /* The line between two markers. */
  .stages li + li::before {
    content: '';
    position: absolute;
    inset-block-start: -0.6em;
    inset-inline-start: 2em;
    block-size: 1.2em;
    border: 1px solid var(--_border);
  }
  .marker {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.4em;
    block-size: 2.4em;
    font-size: 1.2em;
    border: 2px solid var(--_border);
    border-radius: 50%;
  }
  /*
   * What is in the marker is a node of its own: the fill is made from the marker's colour, which is the page's. And not
   * the drawing itself, which forced colours leave as it is.
   */
  [aria-current] .marker {
    background: var(--_accent);
    border-color: transparent;
    print-color-adjust: exact;
  }
  [aria-current] .marker > * {
    color: var(--_on-accent);
  }
  .stages .here {
    font-weight: 700;
  }
  .stage {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .stage > * + *,
  .panel + .panel {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .stage > :is(h2, h3, h4, h5, h6) {
    font-size: 1.35em;
    margin-block-start: 0;
  }
  .columns {
    padding-block: calc(var(--_space) * 0.5);
  }
  .columns :is(h3, h4, h5, h6) {
    margin-block-end: 0.25em;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
  }
  .steps .next {
    margin-inline-start: auto;
    font-weight: 700;
  }
  .steps a {
    padding-block: 0.9em;
  }
  .horizontal {
    ${inRows}
  }
  @container (min-width: 50em) {
    .auto {
      ${inRows}
    }
  }
  @media print {
    .stages + button,
    .steps > :not(p) {
      display: none;
    }
    /* The rows of a grid do not break between two pages. */
    .columns {
      display: block;
    }
  }
`,
];
