import type { Guide } from '../../src/content/guide.js';
import type { Path } from './own-guide.js';
import type { Widget } from './state.js';
import type { Kind } from './written.js';

/** Which texts of a guide can be changed, in the order in which visitors meet them. Pure. */

export interface Field {
  readonly path: Path;
  readonly label: string;
  readonly kind: Kind | 'number' | 'confirm' | 'category' | 'unit';
}

export interface Entry {
  /** Where the item stands. */
  readonly path: Path;
  readonly title: string;
  readonly fields: readonly Field[];
  /** Tasks of a phase, signs of a group. */
  readonly entries?: readonly Entry[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** Only lists can be added to and put into another order. */
  readonly list?: Path;
  readonly adds?: string;
  readonly entries: readonly Entry[];
}

const titleOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : ((value as (string | { text: string })[] | undefined) ?? [])
        .map((piece) => (typeof piece === 'string' ? piece : piece.text))
        .join('');

function stageEntry(stage: Guide['stages'][number]): Entry {
  const path = ['stages', stage.id];
  const field = (key: string, label: string, kind: Field['kind']): Field => ({
    path: [...path, ...key.split('.')],
    label,
    kind,
  });
  const lists = (prefix: string, of: object, suffix = ''): Field[] =>
    (
      [
        ['title', 'Title', 'text'],
        ['summary', 'In short', 'text'],
        ['happens', 'What happens, a line each', 'lines'],
        ['feel', 'What it may feel like, a line each', 'lines'],
        ['prepare', 'How to get ready, a line each', 'lines'],
        ['ask', 'What to ask, a line each', 'lines'],
      ] as const
    )
      .filter(([key]) => !prefix || key in of)
      .map(([key, label, kind]) => field(prefix + key, label + suffix, kind));
  const duration = stage.duration
    ? [
        field('duration.min', 'Takes at least', 'number'),
        field('duration.max', 'Takes at most', 'number'),
        field('duration.unit', 'Counted in', 'unit'),
        field('duration.note', 'What the figures leave out', 'text'),
        ...(stage.duration.confirm === undefined
          ? []
          : [field('duration.confirm', 'These times hold for us', 'confirm')]),
      ]
    : [];
  const variations = Object.entries(stage.variations ?? {}).flatMap(([pathway, variation]) =>
    variation
      ? lists(`variations.${pathway}.`, variation, ` (${pathwayNames[pathway] ?? pathway} only)`)
      : [],
  );
  return {
    path,
    title: stage.title,
    fields: [...lists('', stage), field('note', 'Note', 'text'), ...duration, ...variations],
  };
}

const pathwayNames: Readonly<Record<string, string>> = {
  'bone-marrow': 'bone marrow',
  fat: 'fat',
  donor: 'donor cells',
};

const questionEntry = (question: Guide['questions'][number]): Entry => {
  const path = ['questions', question.id];
  return {
    path,
    title: question.question,
    fields: [
      { path: [...path, 'question'], label: 'Question', kind: 'text' },
      { path: [...path, 'answer'], label: 'Answer', kind: 'body' },
      { path: [...path, 'category'], label: 'Category', kind: 'category' },
      ...(question.confirm === undefined
        ? []
        : [{ path: [...path, 'confirm'], label: 'This holds for us', kind: 'confirm' as const }]),
    ],
  };
};

const phaseEntry = (phase: Guide['phases'][number]): Entry => {
  const path = ['phases', phase.id];
  return {
    path,
    title: phase.title,
    fields: [
      { path: [...path, 'title'], label: 'Title', kind: 'text' },
      { path: [...path, 'from'], label: 'From day (0 is the procedure)', kind: 'number' },
      { path: [...path, 'to'], label: 'To day', kind: 'number' },
    ],
    entries: phase.tasks.map((task) => {
      const at = [...path, 'tasks', task.id];
      return {
        path: at,
        title: titleOf(task.text),
        fields: [
          { path: [...at, 'text'], label: 'Task', kind: 'line' },
          { path: [...at, 'why'], label: 'Why it helps', kind: 'line' },
          { path: [...at, 'from'], label: 'From day', kind: 'number' },
          { path: [...at, 'to'], label: 'To day', kind: 'number' },
          ...(task.confirm === undefined
            ? []
            : [{ path: [...at, 'confirm'], label: 'This holds for us', kind: 'confirm' as const }]),
        ],
      };
    }),
  };
};

const levelEntry = (level: Guide['warnings']['levels'][number]): Entry => {
  const path = ['warnings', 'levels', level.id];
  return {
    path,
    title: titleOf(level.title),
    fields: [{ path: [...path, 'title'], label: 'Title', kind: 'line' }],
    entries: level.signs.map((sign) => {
      const at = [...path, 'signs', sign.id];
      return {
        path: at,
        title: titleOf(sign.text),
        fields: [
          { path: [...at, 'text'], label: 'Sign', kind: 'line' },
          { path: [...at, 'note'], label: 'Note', kind: 'text' },
        ],
      };
    }),
  };
};

/** The chapters of a guide that a widget shows. */
export function chaptersOf(guide: Guide, widget: Widget): Chapter[] {
  const shows = (...which: Widget[]): boolean => widget === 'guide' || which.includes(widget);
  const status = Object.keys(guide.notices.status);
  return [
    ...(shows('stepper')
      ? [
          {
            id: 'stages',
            title: 'Stages',
            list: ['stages'],
            adds: 'stage',
            entries: guide.stages.map(stageEntry),
          },
        ]
      : []),
    ...(shows('faq')
      ? [
          {
            id: 'questions',
            title: 'Questions',
            list: ['questions'],
            adds: 'question',
            entries: guide.questions.map(questionEntry),
          },
        ]
      : []),
    ...(shows('checklist')
      ? [
          {
            id: 'phases',
            title: 'Checklist',
            list: ['phases'],
            adds: 'stretch of days',
            entries: guide.phases.map(phaseEntry),
          },
          { id: 'warnings', title: 'Warning signs', entries: guide.warnings.levels.map(levelEntry) },
        ]
      : []),
    {
      id: 'notices',
      title: 'Notices and cells',
      entries: [
        {
          path: ['notices'],
          title: 'What visitors read first',
          fields: [
            { path: ['notices', 'education'], label: 'What the page is for', kind: 'text' as const },
            { path: ['notices', 'result'], label: 'What nobody can promise', kind: 'text' as const },
            ...status.map((region): Field => ({
              path: ['notices', 'status', region, 'text'],
              label: `The regulator’s position (${region === 'other' ? 'elsewhere' : region.toUpperCase()})`,
              kind: 'text',
            })),
            { path: ['author'], label: 'Who wrote it', kind: 'text' as const },
            { path: ['disclosure'], label: 'Who may gain from it', kind: 'text' as const },
          ],
        },
        ...guide.pathways.map((pathway): Entry => ({
          path: ['pathways', pathway.id],
          title: pathway.name,
          fields: [
            { path: ['pathways', pathway.id, 'name'], label: 'Name', kind: 'text' },
            { path: ['pathways', pathway.id, 'text'], label: 'In short', kind: 'text' },
          ],
        })),
      ],
    },
  ];
}
