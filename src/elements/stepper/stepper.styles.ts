import { css, type CSSResult } from 'lit';

export const stepperStyles: CSSResult = css`
  .stages {
    display: grid;
    gap: 0;
  }
  .stages li {
    position: relative;
  }
  .stages button {
    display: flex;
    gap: 0.75em;
    align-items: center;
    inline-size: 100%;
    padding: 0.5em;
    border-color: transparent;
    line-height: 1.3;
  }
  .stages small {
    display: block;
    font-weight: 400;
  }
  .current button {
    font-weight: 700;
    background: var(--_tint);
    border-color: var(--_border);
  }
  /* The line between two markers. */
  .stages li + li::before {
    content: '';
    position: absolute;
    inset-block: -0.5em auto;
    inset-inline-start: calc(1.5em + 1px);
    block-size: 1em;
    border-inline-start: 2px solid var(--_border);
  }
  .marker {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2em;
    block-size: 2em;
    border: 2px solid var(--_border);
    border-radius: 50%;
  }
  .current .marker {
    background: var(--_accent);
    border-color: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  .position {
    font-size: 0.875em;
  }
  .stage {
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .stage > * + * {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .stage > :is(h2, h3, h4, h5, h6) {
    font-size: 1.35em;
    margin-block-start: 0;
  }
  .summary {
    font-size: 1.1em;
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
    justify-content: space-between;
  }
  .steps .next {
    margin-inline-start: auto;
    font-weight: 700;
  }
  @container (min-width: 56em) {
    .stages {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
    .stages button {
      flex-direction: column;
      block-size: 100%;
      align-items: center;
      text-align: center;
    }
    .stages li + li::before {
      inset-block: calc(1.5em + 1px) auto;
      inset-inline: calc(-50% + 1.5em) calc(50% + 1.5em);
      block-size: 0;
      border-inline-start: 0;
      border-block-start: 2px solid var(--_border);
    }
  }
`;
