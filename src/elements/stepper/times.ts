import { html, type TemplateResult } from 'lit';
import type { Duration } from '../../content/guide.js';
import type { ResolvedStage } from '../../content/resolve.js';
import { formatDays, formatDuration } from '../../words/format.js';
import { timesWords } from '../../words/en.times.js';
import { say, type Words } from '../../words/words.js';
import type { BaseElement } from '../base-element.js';
import type { heading } from '../parts/heading.js';
import { timesOfDay, type DayTimes } from './times.state.js';

/** What the drawing is made from. */
interface Facts {
  readonly stages: readonly ResolvedStage[];
  readonly words: Words & typeof timesWords;
  readonly language: string;
  /** A drawing does not turn with the text: its places are counted from the side where reading starts. */
  readonly isRightToLeft: boolean;
}

/** A place on the scale under the bars, in hundredths of the width, and what it says. */
interface Mark {
  readonly at: number;
  readonly label: string;
}

/** What a row is drawn from, in hundredths of the width. */
interface Bar {
  readonly label: string;
  readonly time?: string;
  /** Thick: the time it takes at least. */
  readonly sure?: readonly [from: number, to: number];
  /** Thin: the time it may take on top. */
  readonly longest?: number;
  readonly dots?: readonly number[];
}

const daysIn: Partial<Record<Duration['unit'], number>> = { day: 1, week: 7, month: 30 };

const healingMarks = [
  { day: 7, value: 1, unit: 'week' },
  { day: 42, value: 6, unit: 'week' },
  { day: 90, value: 3, unit: 'month' },
  { day: 180, value: 6, unit: 'month' },
  { day: 365, value: 12, unit: 'month' },
];

const short = (language: string, value: number, unit: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** How long everything takes: for each time a bar, with the same said in words over it. */
export function times(
  element: BaseElement,
  stages: readonly ResolvedStage[],
  renderHeading: typeof heading,
): TemplateResult {
  const { language, level } = element;
  const words = { ...timesWords, ...element.words };
  const isRightToLeft = getComputedStyle(element.renderRoot.querySelector('.root')!).direction === 'rtl';
  const facts: Facts = { stages, words, language, isRightToLeft };
  const day = timesOfDay(stages);
  return html`<div class="columns">
      ${
        day &&
        html`<div>
          ${renderHeading(level + 2, words.timesDay)}
          <p>${say(words.timesTotal, { duration: formatDuration(language, day.total) })}</p>
          ${drawing(facts, dayBars(facts, day), dayMarks(facts, day))}
        </div>`
      }
      <div>${renderHeading(level + 2, words.timesAfter)} ${drawing(facts, healingBars(facts), markedDays(facts))}</div>
    </div>
    <p class="small">${words.timesKey}</p>`;
}

function drawing({ isRightToLeft }: Facts, bars: readonly Bar[], marks: readonly Mark[]): TemplateResult {
  const x = (at: number): number => (isRightToLeft ? 100 - at : at);
  const across = ([from, to]: readonly [number, number]): string => `M${x(from)} 5H${x(to)}`;
  // Where a language or a font makes them long, two beside each other would touch on a telephone.
  const rows = marks.some(({ label }) => label.length > 5) ? 2 : 1;
  // The style sheet of the elements knows nothing of this drawing: it brings its looks along.
  return html`<div role="list">
      ${bars.map(
        ({ label, time, sure = [0, 0], longest = 0, dots = [] }) =>
          html`<div role="listitem" .style=${'margin-block-start: 0.5em'}>
            ${label}${time ? html`: <b>${time}</b>` : undefined}
            <svg
              width="100%"
              height="14"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              overflow="visible"
              display="block"
              stroke="var(--_accent)"
              aria-hidden="true"
            >
              <path
                d=${marks.map(({ at }) => `M${x(at)} 0V10`).join('') || 'M0 0'}
                stroke="var(--_border)"
                stroke-opacity="0.4"
                vector-effect="non-scaling-stroke"
              />
              <path
                d=${longest ? across([sure[1], longest]) + `M${x(longest)} 0V10` : 'M0 0'}
                stroke-width="3"
                vector-effect="non-scaling-stroke"
              />
              <path d=${across(sure)} stroke-width="12" vector-effect="non-scaling-stroke" />
              <path
                d=${dots.map((at) => `M${x(at)} 5h0`).join('') || 'M0 0'}
                stroke-width="12"
                stroke-linecap="round"
                vector-effect="non-scaling-stroke"
              />
            </svg>
          </div>`,
      )}
    </div>
    <div class="small" aria-hidden="true" .style=${'display: grid'}>
      ${marks.map(
        ({ at, label }, index) =>
          // Each in a drawing of its own, one over the other: what a template puts inside a drawing would not be drawn.
          html`<svg
            width="100%"
            height=${1.5 * rows + 'em'}
            overflow="visible"
            fill="currentcolor"
            .style=${'grid-area: 1 / 1'}
          >
            <text x=${x(at) + '%'} y=${1 + 1.5 * (index % rows) + 'em'} text-anchor=${at > 95 ? 'end' : 'middle'}>${label}</text>
          </svg>`,
      )}
    </div>`;
}

/** The scale of the day: every half hour, on a long day every hour or more. Four marks have room on a telephone. */
function scaleOfDay(day: DayTimes<ResolvedStage>): { step: number; end: number } {
  const longest = day.stages.reduce((sum, { max }) => sum + max, 0);
  const step = longest > 90 ? 60 * Math.ceil(longest / 240) : longest > 45 ? 30 : 15;
  return { step, end: step * Math.ceil(longest / step) };
}

function dayMarks({ language }: Facts, day: DayTimes<ResolvedStage>): Mark[] {
  const { step, end } = scaleOfDay(day);
  return Array.from({ length: end / step }, (_, index) => {
    const minutes = step * (index + 1);
    return {
      at: (100 * minutes) / end,
      label: step < 60 ? short(language, minutes, 'minute') : short(language, minutes / 60, 'hour'),
    };
  });
}

/** One after the other: each bar begins where the one before ends on the longest day. */
function dayBars({ language }: Facts, day: DayTimes<ResolvedStage>): Bar[] {
  const { end } = scaleOfDay(day);
  const at = (minutes: number): number => (100 * minutes) / end;
  let begin = 0;
  return day.stages.map(({ stage, min, max }) => {
    const bar: Bar = {
      label: stage.title,
      time: formatDuration(language, stage.duration!),
      sure: [at(begin), at(begin + min)],
      ...(max > min && { longest: at(begin + max) }),
    };
    begin += max;
    return bar;
  });
}

/** Days to a year on one line: the square root gives the first weeks, when most happens, the room that they need. */
const atDay = (day: number): number => 100 * Math.sqrt(Math.min(day, 365) / 365);

const markedDays = ({ language }: Facts): Mark[] =>
  healingMarks.map(({ day, value, unit }) => ({ at: atDay(day), label: short(language, value, unit) }));

function healingBars({ stages, words, language }: Facts): Bar[] {
  return stages.flatMap(({ title, duration, milestones = [], visits = [] }): Bar[] => {
    const length = duration && daysIn[duration.unit];
    const visitDays = (optional: boolean): Bar[] => {
      const days = visits.filter((visit) => Boolean(visit.optional) === optional).map(({ day }) => day);
      if (!days.length) return [];
      const each = days.map((day) => formatDays(language, day, day));
      const time = new Intl.ListFormat(language).format(each);
      return [
        {
          label: words.visits,
          time: say(optional ? words.visitOptional : words.visit, { time }),
          dots: days.map(atDay),
        },
      ];
    };
    return [
      ...(length
        ? [
            {
              label: title,
              time: formatDuration(language, duration),
              sure: [0, atDay(duration.min * length)] as const,
              ...(duration.max > duration.min && { longest: atDay(duration.max * length) }),
            },
          ]
        : []),
      ...milestones.map(({ text, from, to }) => ({
        label: say(words.milestone, { text, time: formatDays(language, from, to) }),
        // A day is a dot on a year: it is drawn a little longer, so that it can be seen.
        sure: [atDay(from), Math.max(atDay(to), atDay(from) + 1.5)] as const,
      })),
      ...visitDays(false),
      ...visitDays(true),
    ];
  });
}
