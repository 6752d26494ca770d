import { cpus, totalmem } from 'node:os';

// The measurements as a page for people: medians, how far they scatter, ratios to plain HTML, and the goals.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** A quantile, between two values where it falls between them. */
function quantile(values, part) {
  const list = sorted(values);
  const place = (list.length - 1) * part;
  const low = Math.floor(place);
  return list[low] + (list[Math.ceil(place)] - list[low]) * (place - low);
}

const median = (values) => quantile(values, 0.5);

const figure = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : value.toFixed(1);

/** Each measurement: what it is called, where it stands, and how it is read. */
const rows = [
  ['Until all text is shown, ms', 'load', ({ shown }) => shown],
  ['Main thread of the load, ms', 'load', ({ main }) => main],
  ['Script of the load, ms', 'load', ({ script }) => script],
  ['Longest task of the load, ms', 'load', ({ longest }) => longest],
  ['Layout shift', 'load', ({ shift }) => shift, 'as it is'],
  ['Heap, kB', 'load', ({ heap }) => heap / 1000],
  ['Heap with what the page holds, kB', 'load', ({ heapWithPage }) => heapWithPage / 1000],
  ['Nodes', 'load', ({ nodes }) => nodes],
  ['To the questions, until all of them is there, ms', 'load', ({ near }) => near[0].frame],
  ['To the questions, main thread, ms', 'load', ({ near }) => near[0].main],
  ['A click to the next frame, ms', 'load', ({ click }) => median(click.map(({ frame }) => frame))],
  ['A click, main thread, ms', 'load', ({ click }) => median(click.map(({ main }) => main))],
  ['All questions opened, next frame, ms', 'load', ({ all }) => all[0].frame],
  ['All questions opened, main thread, ms', 'load', ({ all }) => all[0].main],
  ['Tick a task, next frame, ms', 'load', ({ tick }) => tick[0].frame],
  ['Tick a task, main thread, ms', 'load', ({ tick }) => tick[0].main],
  ['1,000 questions: the first screens, ms', 'list', ({ shown }) => shown],
  ['1,000 questions: all of them, ms', 'list', ({ whole }) => whole],
  ['1,000 questions: main thread, ms', 'list', ({ main }) => main],
  [
    '1,000 questions: a letter to the next frame, ms',
    'list',
    ({ letter }) => median(letter.map(({ frame }) => frame)),
  ],
  [
    '1,000 questions: a letter, main thread, ms',
    'list',
    ({ letter }) => median(letter.map(({ main }) => main)),
  ],
];

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, body) =>
  [line(head), line(head.map((_, index) => (index ? '--:' : '---'))), ...body.map(line)].join('\n');

export function report({ results, sides, rounds, slow, browser, counts, minutes, notes }) {
  const columns = sides.flatMap((side) =>
    side.key === 'ours'
      ? [
          { ...side, list: 'ours json' },
          { ...side, name: 'ours, HTML', key: undefined, list: 'ours html' },
        ]
      : [{ ...side, list: side.key }],
  );
  const valuesOf = (kind, column, read) => {
    const key = kind === 'list' ? column.list : column.key;
    return (key && results.get(`${kind} ${key}`)?.map(read)) || [];
  };
  const [plain] = columns;
  const shown = columns.filter(({ key }) => key);

  const ratio = ([name, kind, read, as]) => {
    const base = median(valuesOf(kind, plain, read));
    const cells = (kind === 'list' ? columns : shown).map((column) => {
      const value = median(valuesOf(kind, column, read));
      if (as) return value.toFixed(3);
      return column === plain ? figure(value) : `**${(value / base).toFixed(2)}** (${figure(value)})`;
    });
    return [name, ...cells];
  };
  const spread = ([name, kind, read, as]) => [
    name,
    ...(kind === 'list' ? columns : shown).map((column) => {
      const values = valuesOf(kind, column, read);
      const format = as ? (value) => value.toFixed(3) : figure;
      return `${format(quantile(values, 0.25))}–${format(quantile(values, 0.75))}`;
    }),
  ];
  const ofKind = (kind) => rows.filter(([, each]) => each === kind);
  const named = (list) => list.map(({ name, version }) => (version ? `${name} ${version}` : name));

  const bytes = sides.map((side) => {
    const files = side.loaded.filter((file) => !file.endsWith('.html'));
    const sum = (list) => list.reduce((total, file) => total + side.files.get(file).bytes.length, 0);
    const page = side.loaded.filter((file) => file.endsWith('.html'));
    return [side.name, figure(sum(page)), figure(sum(files)), String(files.length), figure(sum(side.loaded))];
  });

  const one = (kind, key, read) => median(valuesOf(kind, { key, list: key }, read));
  const goal = (name, wanted, value, holds) => [name, wanted, value, holds ? 'held' : '**missed**'];
  const has = (key) => results.has(`load ${key}`);
  const goals = () => {
    const read = Object.fromEntries(rows.map(([name, kind, how]) => [name, (key) => one(kind, key, how)]));
    const times = (name, key = 'ours', base = 'plain') => read[name](key) / read[name](base);
    const x = (value) => `${value.toFixed(2)} ×`;
    const peers = sides.map(({ key }) => key).filter((key) => !['plain', 'lit', 'ours'].includes(key));
    const all = [];
    const shownTimes = times('Until all text is shown, ms');
    all.push(goal('All text is shown', '≤ 1.4 × plain HTML', x(shownTimes), shownTimes <= 1.4));
    if (peers.length) {
      const best = Math.min(...peers.map((key) => times('Until all text is shown, ms', key)));
      all.push(goal('… and ahead of every peer', `best peer ${x(best)}`, x(shownTimes), shownTimes < best));
    }
    const main = times('Main thread of the load, ms');
    all.push(goal('Main thread of the load', '≤ 1.5 × plain HTML', x(main), main <= 1.5));
    const longest = read['Longest task of the load, ms']('ours');
    all.push(goal('No long task', '≤ 50 ms', `${figure(longest)} ms`, longest <= 50));
    const shift = read['Layout shift']('ours');
    all.push(goal('Layout shift', '0', shift.toFixed(3), shift === 0));
    if (has('lit')) {
      const heap = times('Heap, kB', 'ours', 'lit');
      all.push(goal('Heap', '≤ 1.5 × bare Lit', x(heap), heap <= 1.5));
    }
    for (const [form, called] of [
      ['json', 'as JSON'],
      ['html', 'as HTML'],
    ])
      for (const what of ['the first screens, ms', 'all of them, ms', 'main thread, ms']) {
        const value = times(`1,000 questions: ${what}`, `ours ${form}`);
        all.push(
          goal(
            `1,000 questions ${called}: ${what.replace(', ms', '')}`,
            '≤ 1.3 × plain HTML',
            x(value),
            value <= 1.3,
          ),
        );
      }
    for (const [name, key] of [
      ['A click, main thread, ms', 'ours'],
      ['Tick a task, main thread, ms', 'ours'],
      ['1,000 questions: a letter, main thread, ms', 'ours json'],
    ]) {
      const value = read[name](key);
      all.push(
        goal(
          name.replace(', main thread, ms', ''),
          'in the next frame: ≤ 16 ms of main thread',
          `${figure(value)} ms at ${slow} ×, some ${figure(value / slow)} at 1 ×`,
          value / slow <= 16,
        ),
      );
    }
    return table(['goal', 'wanted', 'measured', ''], all);
  };

  const growth = () =>
    table(
      [
        'questions',
        ...['plain HTML', 'ours, JSON'].flatMap((name) => [
          `${name}: main thread a question, ms`,
          `${name}: heap a question, kB`,
        ]),
      ],
      counts.map((count) => [
        count.toLocaleString('en'),
        ...['plain', 'ours'].flatMap((key) => {
          const per = (read) => one('growth', `${key} ${count}`, read) / count;
          return [
            per(({ main }) => main).toFixed(2),
            per(({ heapWithPage }) => heapWithPage / 1000).toFixed(1),
          ];
        }),
      ]),
    );

  const guides = () => {
    const cell = (count, read) => figure(one('guides', String(count), read));
    return table(
      ['guides on the page', 'main thread, ms', 'heap with what the page holds, kB', 'style sheets'],
      [1, 10].map((count) => [
        String(one('guides', String(count), ({ guides }) => guides)),
        cell(count, ({ main }) => main),
        cell(count, ({ heapWithPage }) => heapWithPage / 1000),
        String(one('guides', String(count), ({ sheets }) => sheets)),
      ]),
    );
  };

  const [{ model = 'unknown processor' } = {}] = cpus();
  return `# What a page feels of it

Written by \`npm run bench\`; do not edit it by hand. The part "What was tried" is kept in notes.md.

- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, Chromium ${browser}
- ${rounds} interleaved rounds, ${minutes.toFixed(1)} minutes; the processor slowed ${slow} times; the default guide over a line of 1.6 Mbit/s and 150 ms, the long lists without a line; an empty cache each time; a screen of 412 by 823
- ${named(sides).join(', ')}

All pages show the same text: the notice, the stages, the questions, the warning signs and the tasks of the default guide. A run stops if a page leaves a sentence out, or if a click, a tick or a search does not do what it should. Ours shows more than that: search topics, times, sources, links, the count of tasks, and what it says for who cannot see it.

"Main thread" is processor time of the page's main thread, layout and paint included. "To the next frame" is from the call until the frame that shows it is done; it can be no shorter than what is left of the current frame. "To the questions" is from scrolling there until all that belongs to them has come: ours loads its search from a file beside the script, once a visitor comes near.

## The goals

${has('ours') ? goals() : 'Ours was not measured.'}

## Ratios to plain HTML

Medians; in brackets the figure itself. Plain HTML has figures only.

### The default guide

${table(['', ...shown.map(({ name }) => name)], ofKind('load').map(ratio))}

### 1,000 questions

${table(['', ...columns.map(({ name, list }) => (list === 'ours json' ? 'ours, JSON' : name))], ofKind('list').map(ratio))}

## Bytes of the default guide

With brotli at its best. Where the text is in the page, the page is larger; bare Lit and ours have it in their script.

${table(['', 'page', 'script and style', 'files', 'in all'], bytes)}

## Growth

${has('ours') ? growth() : 'Ours was not measured.'}

## Ten guides on a page

${has('ours') ? guides() : 'Ours was not measured.'}

## Spread

The middle half of the rounds, from the first to the third quartile.

${table(['', ...shown.map(({ name }) => name)], ofKind('load').map(spread))}

${table(['', ...columns.map(({ name, list }) => (list === 'ours json' ? 'ours, JSON' : name))], ofKind('list').map(spread))}

${notes.trim()}
`;
}
