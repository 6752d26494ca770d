import { css, type CSSResult } from 'lit';

export const guideStyles: CSSResult[] = [
  css`
  .content > slot {
    display: block;
  }
  .content > * + * {
    margin-block-start: calc(var(--_space) * 3);
  }
`,
];
