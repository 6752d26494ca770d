import { css, type CSSResult } from 'lit';

export const checklistStyles: CSSResult = css`
  .warnings {
    padding: var(--_space);
    border: 2px solid currentcolor;
    border-radius: var(--_radius);
  }
  .warnings .icon {
    vertical-align: -0.2em;
    margin-inline-end: 0.4em;
  }
  .urgency {
    margin-block-start: var(--_space);
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid currentcolor;
  }
  .urgency.same-day {
    border-inline-start-style: dashed;
  }
  .urgency.call {
    border-inline-start-style: dotted;
  }
  .urgency li {
    margin-block-start: 0.5em;
  }
  .urgency small {
    display: block;
  }
  .urgency a {
    display: inline-block;
    padding-block: 0.5em;
  }
  .date {
    display: grid;
    gap: 0.25em;
    justify-items: start;
  }
  .date label {
    font-weight: 700;
  }
  .date input {
    min-block-size: 44px;
    padding: 0.25em 0.5em;
  }
  .count {
    font-weight: 700;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.6em;
    border: 1px solid var(--_border);
    border-radius: 1em;
  }
  .bar path {
    stroke-width: 2;
    stroke: none;
  }
  .bar .filled {
    stroke: var(--_accent);
  }
  .content > .bar {
    margin-block-start: 0.35em;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    font-size: 0.875em;
  }
  .time {
    font-weight: 700;
  }
  .now .time {
    padding-inline: 0.5em;
    border: 2px solid currentcolor;
    border-radius: 1em;
  }
  .task {
    display: flex;
    gap: 0.75em;
    position: relative;
    padding: 0.75em 0.25em;
    border-block-end: 1px solid var(--_border);
  }
  /* The whole row is the target. */
  .task label::after {
    content: '';
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .task a {
    position: relative;
    z-index: 1;
  }
  .task small {
    display: block;
  }
  .keeping {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
    font-size: 0.875em;
  }
`;
