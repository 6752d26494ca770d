import { dayOfIsoDate } from '../journey/days.js';
import { formatDate, formatDays, formatDuration } from '../words/format.js';
import { sourceListWords } from '../words/en.source-list.js';
import { englishWords, say, type Words } from '../words/words.js';
import { safeAddress } from './address.js';
import english from './en.sources.json';
import type { Body, Guide, Line, Link, Phase, Question, Source, Task } from './guide.js';
import {
  citedIn,
  fillGuide,
  fillText,
  resolveNotice,
  resolvePhases,
  resolveQuestions,
  resolveStages,
  resolveWarnings,
  type ResolvedStage,
  type Situation,
} from './resolve.js';

/**
 * What a widget tells, as plain HTML: for pages that want every word in their own source. Pure.
 *
 * The format, which others write as well (the WordPress plugin, byte for byte):
 * - Each block stands on a line of its own: no indentation, `\n` between lines, none at the end.
 * - `& < > "` are escaped, everywhere; attributes stand in double quotes. Links lead where `safeAddress` allows; of
 *   another address the words are left.
 * - `data-stemcell-plain` marks what the element says itself once it runs: it then shows that of the page no more.
 *   All else is in the forms of the page's own words, with the ids of the guide, so that links and ticks stay.
 * - Headings follow `headingLevel`: the title, one deeper for each item, two deeper inside; 6 at most.
 */

/** Which widgets there are, by their tags without the prefix. */
export const widgets = ['guide', 'stepper', 'faq', 'checklist'] as const;
export type Widget = (typeof widgets)[number];

/**
 * What is put around it: the element's tag, so that a running script takes the page's words over; the placeholder for
 * systems that delete custom elements; or nothing.
 */
export const forms = ['element', 'placeholder', 'bare'] as const;
export type Form = (typeof forms)[number];

export interface PlainHtmlOptions {
  /** `element` when left out. */
  readonly form?: Form | undefined;
  /** Level of the title, 2 to 6; 2 when left out. */
  readonly headingLevel?: number | undefined;
  /** BCP 47 tag for dates and figures, and the `lang` of what is printed; the guide's own when left out. */
  readonly language?: string | undefined;
  /** The elements' own words in the language of the guide, with those of the list of sources; English when left out. */
  readonly words?: (Words & Partial<typeof sourceListWords>) | undefined;
  /** The `dir` of what is printed, where the language is not written as the page around it may be. */
  readonly direction?: string | undefined;
  /** The sources of the default guide, which others may cite too. */
  readonly sources?: readonly Source[] | undefined;
  /** What the clinic must say by law, word for word. */
  readonly notice?: string | undefined;
  /**
   * The guide as the page gives it, before it was laid over the default one. What the page's own words cannot carry of
   * it (notices, warning signs) then stands as JSON in the element, so that the element says the same when it runs.
   */
  readonly given?: object | undefined;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes in the order given, those without a value left out. */
const attributes = (values: Attributes): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');

function inline(content: Line | Link): string {
  if (typeof content === 'string') return escape(content);
  if (Array.isArray(content)) return content.map(inline).join('');
  const href = safeAddress(content.href);
  return href ? `<a href="${escape(href)}">${escape(content.text)}</a>` : escape(content.text);
}

const paragraph = (...pieces: readonly (string | false | undefined)[]): string =>
  `<p>${pieces.filter(Boolean).join(' ')}</p>`;

const list = (items: readonly string[]): string[] => [
  '<ul>',
  ...items.map((item) => `<li>${item}</li>`),
  '</ul>',
];

const body = (content: Body): string[] =>
  [content].flat().flatMap((block) => {
    if (typeof block === 'string') return paragraph(escape(block));
    return 'list' in block ? list(block.list.map(inline)) : paragraph(inline(block.paragraph));
  });

/** What the element says itself once it runs. */
const plain = (lines: readonly string[]): string[] => ['<div data-stemcell-plain>', ...lines, '</div>'];

class Printer {
  readonly #content: Guide;
  readonly #situation: Situation;
  readonly #words: Words & typeof sourceListWords;
  readonly #language: string;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #options: PlainHtmlOptions;

  constructor(guide: Guide, situation: Situation, options: PlainHtmlOptions) {
    this.#content = fillGuide(guide, situation.region, situation.clinic);
    this.#situation = situation;
    this.#words = { ...sourceListWords, ...(options.words ?? englishWords) };
    this.#language = options.language ?? guide.lang;
    const known = [...(options.sources ?? english), ...(this.#content.sources ?? [])];
    this.#sources = new Map(known.map((source) => [source.id, source]));
    this.#options = options;
  }

  print(widget: Widget): string {
    const { form = 'element', headingLevel: level = 2, notice } = this.#options;
    const { pathway, region, clinic } = this.#situation;
    const settings = {
      pathway,
      region: region === 'other' ? undefined : region,
      lang: this.#language,
      dir: this.#options.direction,
      'heading-level': level,
      'clinic-name': clinic.clinicName,
      'clinic-phone': clinic.clinicPhone,
      'after-hours-phone': clinic.afterHoursPhone,
      'clinic-email': clinic.clinicEmail,
      'clinic-url': clinic.clinicUrl,
      'emergency-number': clinic.emergencyNumber,
      notice,
    };
    const lines = this.#widget(widget, level, true);
    return this.#around(form, widget, settings, [...this.#json(), ...this.#isolated(lines)]).join('\n');
  }

  /** Text from the right, with the numbers in it in their order: the element leaves the page's own words as they are. */
  #isolated(lines: readonly string[]): readonly string[] {
    return this.#options.direction === 'rtl'
      ? lines.map((line) => line.replaceAll('<a href="tel:', '<a dir="ltr" href="tel:'))
      : lines;
  }

  #around(
    form: Form,
    widget: Widget,
    settings: Parameters<typeof attributes>[0],
    lines: readonly string[],
  ): readonly string[] {
    if (form === 'bare') return lines;
    if (form === 'element')
      return [`<stemcell-${widget}${attributes(settings)}>`, ...lines, `</stemcell-${widget}>`];
    const named = Object.entries(settings).map(([name, value]) => [
      name === 'lang' || name === 'dir' ? name : 'data-' + name,
      value,
    ]);
    return [
      `<div data-stemcell="${widget}"${attributes(Object.fromEntries(named) as Attributes)}>`,
      ...lines,
      '</div>',
    ];
  }

  #json(): string[] {
    const { form, given } = this.#options;
    if (!given || form === 'bare') return [];
    const rest = { ...given } as Record<string, unknown>;
    // These stand in the page's own words, and need nobody to replace them.
    for (const key of ['$schema', 'replace', 'stages', 'questions', 'phases']) delete rest[key];
    if (!Object.keys(rest).length) return [];
    const text = JSON.stringify(rest).replaceAll('<', '\\u003c');
    return [`<script type="application/json">${text}</script>`];
  }

  /** @param alone - Whether it stands by itself; inside a guide the notice is the guide's. */
  #widget(widget: Widget, level: number, alone: boolean): string[] {
    const content = this.#content;
    const words = this.#words;
    const title = {
      guide: words.guideTitle,
      stepper: words.stepperTitle,
      faq: words.faqTitle,
      checklist: words.checklistTitle,
    }[widget];
    const before = [this.#heading(level, escape(title)), ...(alone ? this.#notice(level + 1) : [])];
    switch (widget) {
      case 'guide': {
        const { form = 'element' } = this.#options;
        const parts = (['stepper', 'faq', 'checklist'] as const).flatMap((part) =>
          this.#around(form, part, {}, this.#widget(part, level + 1, false)),
        );
        return [...plain(before), ...parts];
      }
      case 'stepper': {
        const stages = resolveStages(content, this.#situation);
        const ask = [this.#heading(level + 1, escape(words.askAlways)), ...list(content.ask.map(inline))];
        return [
          ...plain(before),
          ...stages.flatMap((stage) => this.#stage(stage, level + 1)),
          ...(stages.length && content.ask.length ? plain(ask) : []),
        ];
      }
      case 'faq': {
        const questions = resolveQuestions(content, this.#situation);
        const none = questions.length ? [] : [paragraph(escape(words.noQuestions))];
        return [...plain([...before, ...none]), ...questions.flatMap((question) => this.#question(question))];
      }
      default: {
        const phases = resolvePhases(content, this.#situation);
        const none = phases.length ? [] : [paragraph(escape(words.noTasks))];
        return [
          ...plain([...before, ...this.#warnings(level + 1), ...none]),
          ...phases.flatMap((phase) => this.#phase(phase, level + 1)),
        ];
      }
    }
  }

  #heading(level: number, content: string): string {
    const name = `h${Math.min(level, 6)}`;
    return `<${name}>${content}</${name}>`;
  }

  #confirm(item: { readonly confirm?: boolean | undefined }): string | undefined {
    return item.confirm ? `<strong>${escape(this.#words.confirm)}</strong>` : undefined;
  }

  /** The sources of a block, each as a link. */
  #cites(content: unknown): string[] {
    const words = this.#words;
    const sources = [...citedIn(content)].flatMap((id) => {
      const source = this.#sources.get(id);
      if (!source) return [];
      const { title, publisher, year, url } = source;
      const where = year
        ? say(words.sourceYear, {
            publisher,
            year: year.toLocaleString(this.#language, { useGrouping: false }),
          })
        : publisher;
      const link = inline({ text: title, href: url });
      // The default guide's sources have English titles, whatever is spoken around them.
      const lang = this.#content.sources?.includes(source) ? '' : ' lang="en"';
      return `${this.#options.words ? `<bdi${lang}>${link}</bdi>` : link} (${escape(where)})`;
    });
    if (!sources.length) return [];
    return [paragraph(`<small>${say(escape(words.sourceNumbers), { numbers: sources.join('; ') })}</small>`)];
  }

  #dated(text: string, isoDate: string | undefined, values?: object): string | undefined {
    const day = dayOfIsoDate(isoDate);
    return day === undefined
      ? undefined
      : escape(say(text, { ...values, date: formatDate(this.#language, day) }));
  }

  #notice(level: number): string[] {
    const content = this.#content;
    const words = this.#words;
    const { notice } = this.#options;
    const { author, written, checked, review, disclosure, pathways } = content;
    const resolved = resolveNotice(content, this.#situation);
    const unconfirmed = JSON.stringify(content).includes('"confirm":true');
    const pathway = pathways.find(({ id }) => id === this.#situation.pathway);
    return [
      this.#heading(level, escape(words.noticeTitle)),
      ...(notice ? [paragraph(escape(notice))] : []),
      paragraph(escape(resolved.education), unconfirmed && escape(words.confirmMeaning)),
      paragraph(escape(resolved.status)),
      paragraph(escape(resolved.result)),
      paragraph(
        this.#dated(words.writtenBy, written, { author }),
        escape(disclosure),
        this.#dated(words.checkedOn, checked),
        this.#dated(words.reviewedBy, review?.date, review),
      ),
      ...this.#cites(resolved),
      ...(pathway
        ? [
            this.#heading(level, escape(words.pathwayQuestion)),
            paragraph(`<strong>${escape(pathway.name)}</strong>`),
            paragraph(escape(pathway.text)),
            ...this.#cites(pathway),
          ]
        : []),
    ];
  }

  #stage(stage: ResolvedStage, level: number): string[] {
    const words = this.#words;
    const language = this.#language;
    const { id, title, icon, summary, duration, happens, feel, prepare, ask, note } = stage;
    const times = duration && { min: duration.min, max: duration.max, unit: duration.unit };
    const section = (name: string, lines: readonly Line[] = [], below?: string): string[] =>
      lines.length
        ? [
            this.#heading(level + 1, escape(name)),
            ...list(lines.map(inline)),
            ...(below ? [paragraph(escape(below))] : []),
          ]
        : [];
    return [
      `<section${attributes({ id, 'data-min': times?.min, 'data-max': times?.max, 'data-unit': times?.unit, 'data-icon': icon })}>`,
      this.#heading(level, escape(title)),
      ...(summary ? [paragraph(escape(summary))] : []),
      ...(times
        ? [
            `<p data-stemcell-plain>${escape(say(words.takes, { duration: formatDuration(language, times) }))}.</p>`,
            ...(duration.note || duration.confirm
              ? [paragraph(duration.note && escape(duration.note), this.#confirm(duration))]
              : []),
          ]
        : []),
      ...section(words.happens, happens, note),
      ...section(words.feel, feel),
      ...section(words.prepare, prepare),
      ...section(words.ask, ask),
      ...section(
        words.milestones,
        stage.milestones?.map(({ text, from, to }) =>
          say(words.milestone, { text, time: formatDays(language, from, to) }),
        ),
      ),
      ...section(
        words.visits,
        stage.visits?.map(({ day, optional }) =>
          say(optional ? words.visitOptional : words.visit, { time: formatDays(language, day, day) }),
        ),
      ),
      ...this.#cites(stage),
      '</section>',
    ];
  }

  #question({ id, category, question, answer, keywords, open, ...rest }: Question): string[] {
    const confirm = this.#confirm(rest);
    const named = attributes({ id, 'data-category': category, 'data-keywords': keywords?.join(', ') });
    return [
      `<details${named}${open ? ' open' : ''}>`,
      `<summary>${escape(question)}</summary>`,
      ...body(answer),
      ...(confirm ? [paragraph(confirm)] : []),
      ...this.#cites(rest),
      '</details>',
    ];
  }

  #phase(phase: Phase, level: number): string[] {
    const { id, title, from, to, tasks } = phase;
    return [
      `<section${attributes({ id, 'data-from': from, 'data-to': to })}>`,
      this.#heading(level, escape(title)),
      '<ul>',
      ...tasks.map((task) => this.#task(task)),
      '</ul>',
      ...this.#cites(phase),
      '</section>',
    ];
  }

  #task(task: Task): string {
    const { id, from, to, text, why, formerly, visit, repeat, confirm } = task;
    const named = attributes({
      id,
      'data-from': from,
      'data-to': to,
      'data-formerly': formerly?.join(' '),
      'data-visit': visit ? 'true' : undefined,
      'data-repeat': repeat,
      'data-confirm': confirm ? 'true' : undefined,
    });
    const mark = confirm && `<strong data-stemcell-plain>${escape(this.#words.confirm)}</strong>`;
    const small = [why && inline(why), mark].filter(Boolean).join(' ');
    return `<li${named}>${inline(text)}${small && ` <small>${small}</small>`}</li>`;
  }

  #warnings(level: number): string[] {
    const words = this.#words;
    const { clinicPhone, afterHoursPhone } = this.#situation.clinic;
    const { intro, levels } = resolveWarnings(this.#content, this.#situation);
    const numbers = {
      emergency: undefined,
      'same-day': afterHoursPhone && words.afterHours,
      call: clinicPhone && words.byDay,
    };
    return [
      this.#heading(level, escape(words.warningsTitle)),
      paragraph(escape(intro)),
      ...levels.flatMap(({ id, title, signs }) => {
        const number = numbers[id];
        return [
          this.#heading(level + 1, inline(title)),
          ...(number ? [paragraph(inline(fillText(number, { clinicPhone, afterHoursPhone })))] : []),
          ...list(
            signs.map(({ text, note }) => inline(text) + (note ? ` <small>${escape(note)}</small>` : '')),
          ),
          ...this.#cites(signs),
        ];
      }),
    ];
  }
}

/**
 * Prints what a widget tells in a situation.
 * @param guide - A whole guide, before the clinic's details are in it.
 */
export function plainHtml(
  widget: Widget,
  guide: Guide,
  situation: Situation,
  options: PlainHtmlOptions = {},
): string {
  return new Printer(guide, situation, options).print(widget);
}
