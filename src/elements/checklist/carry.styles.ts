import { css, type CSSResult } from 'lit';

export const carryStyles: CSSResult = css`
  .tools {
    display: grid;
    gap: 0.75em;
  }
  .tools li {
    display: grid;
    gap: 0.35em;
    margin: 0;
  }
  .tools button {
    inline-size: 100%;
    padding-block: 0.6em;
    font-weight: 600;
  }
  .tools small {
    display: block;
  }
  .moving {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  /* Cameras want dark on light, whatever the page's colours are. */
  .qr-code {
    inline-size: min(100%, 24em);
    background: white;
    fill: black;
    forced-color-adjust: none;
    shape-rendering: crispedges;
  }
  .moving input,
  .to-copy textarea {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.5em;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .to-copy textarea {
    block-size: 12em;
  }
  .moving label,
  .to-copy label {
    font-weight: 600;
  }
  .moving > div {
    inline-size: 100%;
  }
  .arrival {
    padding: var(--_space);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .arrival > * + * {
    margin-block-start: 0.5em;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .sheet {
    position: fixed;
    inset: 0 auto auto 0;
    inline-size: 0;
    block-size: 0;
    border: 0;
    visibility: hidden;
  }
  @container (min-width: 40em) {
    .tools {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .tools .wide {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .tools,
    .arrival {
      display: none;
    }
  }
`;
