import { css, type CSSResult } from 'lit';

export const checklistStyles: CSSResult[] = [
  css`
  .warnings {
    padding: var(--_space);
    border: 2px solid currentcolor;
    border-radius: var(--_radius);
  }
  .warnings .icon {
    vertical-align: -0.2em;
    margin-inline-end: 0.4em;
  }
  .warnings > .columns {
    margin-block-start: var(--_space);
  }
  .urgency {
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
  .warnings a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 700;
  }
  .date {
    display: grid;
    gap: 0.25em;
    justify-items: start;
  }
  .date label,
  .day,
  .count,
  .time {
    font-weight: 700;
  }
  .date input {
    min-block-size: 48px;
    padding: 0.25em 0.75em;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.6em;
    margin-block-start: 0.35em;
    border: 1px solid var(--_border);
    border-radius: 1em;
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .bar:dir(rtl) {
    scale: -1 1;
  }
  .phase {
    border-block-end: 1px solid var(--_border);
  }
  .phase.now {
    margin-block: var(--_space);
    padding-inline: 0.75em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .phase .disclosure > span {
    flex: 1;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
    /* Back to the size of the text. */
    font-size: 0.87em;
    font-weight: 400;
  }
  .now .time {
    padding-inline: 0.6em;
    border: 2px solid currentcolor;
    border-radius: 1em;
  }
  .phase .task {
    display: flex;
    gap: 0.9em;
    position: relative;
    margin: 0;
    padding: 0.9em 0.25em;
    border-block-end: 1px solid var(--_border);
  }
  .phase .task:last-child {
    border: 0;
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
  .phase ul,
  .carry ul {
    padding: 0;
  }
  .warnings small,
  .task small {
    display: block;
  }
  .also {
    margin-block-start: var(--_space);
  }
  .keeping {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    justify-content: space-between;
    font-size: 0.875em;
  }
  @media print {
    .date,
    .also,
    .keeping,
    .carry {
      display: none;
    }
  }
`,
];
