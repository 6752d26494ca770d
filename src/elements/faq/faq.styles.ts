import { css, type CSSResult } from 'lit';

export const faqStyles: CSSResult = css`
  .questions {
    border-block-end: 1px solid var(--_border);
  }
  .questions > :is(h2, h3, h4, h5, h6) {
    border-block-start: 1px solid var(--_border);
    font-size: 1.05em;
  }
`;
