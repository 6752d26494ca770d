import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';
import { openPhp74 } from './php-7.4.mjs';
import { havePackages } from './tools.mjs';

// The plugin says on the server what the script says in the browser: the same HTML, byte for byte, and of a guide that
// is wrong the same sentences.

const plugin = fileURLToPath(new URL('../../dist/wordpress/stemcell-guide', import.meta.url));
const print = fileURLToPath(new URL('print.php', import.meta.url));

const clinic = {
  'clinic-name': 'Rivertown & Sons “Joint” <Clinic>',
  'clinic-phone': '(555) 010-0100',
  'after-hours-phone': '+44 (0)20 7946 0000 ext. 5, or 555-0199',
  'clinic-email': 'ask@example.org',
  'clinic-url': 'https://example.org/ask?a=1&b=2',
  'emergency-number': '112',
};
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** A guide that uses what the default one does not. */
const ownGuide = {
  author: 'the Rivertown clinic',
  checked: '2026-11-01',
  review: { reviewer: 'A. Reader', credentials: 'MD', date: '2026-02-28' },
  tokens: { clinicName: 'our house' },
  stages: [
    {
      id: 'consultation',
      order: 2,
      duration: { min: 1, max: 1, unit: 'hour' },
      summary: 'Call {clinicPhone}.',
    },
    {
      id: 'tea',
      title: 'Tea & "biscuits" at {clinicName}',
      summary: 'You sit <down>.',
      icon: 'M0 0h24',
      note: 'Bring {clinicName} a cup.',
      duration: { min: 0.5, max: 1500, unit: 'minute', note: 'Or longer.', confirm: true },
      happens: [
        'A text.',
        ['See ', { text: 'this page', href: '/tea?a=1&b="2"' }, '.'],
        [{ text: 'Bad', href: 'javascript:alert(1)' }],
      ],
      milestones: [
        { id: 'walk', text: 'Walk', from: 0, to: 1 },
        { id: 'run', text: 'Run', from: 28, to: 84 },
      ],
      visits: [
        { id: 'first', day: 14 },
        { id: 'second', day: 360, optional: true },
      ],
      basis: 'clinic',
    },
  ],
  questions: [
    {
      id: 'hurt',
      answer: [
        'One.',
        { paragraph: ['Call ', { text: 'us', href: 'tel:5550100' }] },
        { list: ['{clinicPhone}, {afterHoursPhone}', 'b'] },
      ],
    },
    {
      id: 'parking',
      order: 1,
      question: 'Where do I park ({clinicUrl})?',
      answer: 'Behind {clinicName}. Write: {clinicEmail}.',
      keywords: ['car', 'lot'],
      open: true,
      confirm: true,
      cites: ['ours', 'fda-rm-2021'],
    },
    { id: 'cost', hidden: true },
  ],
  phases: [
    {
      id: 'tea-time',
      title: 'Tea',
      from: -3,
      to: 400,
      tasks: [
        {
          id: 'sip',
          from: 0,
          to: 2,
          text: ['Sip at ', { text: 'home', href: 'https://example.org' }],
          why: 'It is warm.',
          formerly: ['gulp', 'drink'],
          visit: true,
          repeat: 'week',
          confirm: true,
        },
      ],
      basis: 'common-sense',
    },
  ],
  notices: { result: 'Nobody can promise you {unknown} a result.' },
  sources: [
    { id: 'ours', title: 'Our "own" <study>', publisher: 'Us', url: 'https://example.org/study?a&b' },
  ],
};

/** Guides with a fault each, or many. */
const faultyGuides = [
  null,
  true,
  5,
  1.5,
  'text',
  [],
  [1],
  {},
  { unknown: 1, title: 5, lang: '', written: '2026-02-31', checked: 'soon', pathways: 'all', tokens: [] },
  { tokens: { clinicName: '', a: 5, constructor: 'x' } },
  { replace: 'questions', questions: [] },
  {
    replace: ['questions', 'ask', 'phases'],
    questions: [{ id: 'parking', question: 'Where?', answer: 'There.' }],
  },
  { replace: ['questions'] },
  {
    pathways: [
      { id: 'bone-marrow', hidden: true },
      { id: 'fat', hidden: true },
      { id: 'donor', hidden: true },
      { id: 'other', name: 'x' },
    ],
  },
  {
    questions: [
      5,
      null,
      [],
      'x',
      {},
      { id: 5 },
      { id: '' },
      { id: 'Not An Id' },
      { id: 'hurt' },
      { id: 'hurt' },
    ],
  },
  {
    questions: [
      { id: 'new' },
      { id: 'new-2', question: ' ', answer: 5 },
      { id: 'new-3', question: 'a'.repeat(80), answer: [] },
      {
        id: 'new-4',
        question: 'a\n"b"',
        answer: [
          {},
          { list: 'x' },
          { list: [5, ['a', { text: 'b' }]] },
          { paragraph: { text: 'x', href: 'javascript:x' } },
        ],
      },
    ],
  },
  {
    questions: [
      { id: 'risks', hidden: true, pathways: ['fat'], regions: [], order: 0 },
      { id: 'approved', hidden: 'yes', order: 1.5 },
      { id: 'does-it-work', hidden: false, order: 2 },
      { id: 'cost', hidden: 1, order: '1' },
    ],
  },
  {
    questions: [
      {
        id: 'hurt',
        category: 'none',
        pathways: ['fat', 'bone'],
        regions: 'us',
        keywords: [1, 'a'],
        open: 'yes',
        confirm: null,
        cites: ['Bad Id', 5],
        basis: 'guess',
      },
    ],
  },
  { categories: [{ id: 'only', name: 'Only' }, { id: 'broken' }] },
  {
    stages: [
      { id: 'consultation', duration: { min: 5, max: 1, unit: 'minute' } },
      { id: 'new', title: 'x', summary: 'y', duration: { min: -1, max: 'x', unit: 'year' } },
      {
        id: 'two',
        title: 'x',
        summary: 'y',
        milestones: [{ id: 'a', text: 'b', from: 3.5, to: 2 }],
        visits: {},
        variations: { fat: { title: 5 }, other: {} },
      },
    ],
  },
  {
    phases: [
      { id: 'x', title: 'y', from: 3, to: 1, tasks: [] },
      {
        id: 'y',
        title: 'y',
        from: 0,
        to: 1,
        tasks: [
          { id: 't', text: 'a', from: 0, to: 1 },
          { id: 't', text: 'a', from: 0, to: 1 },
          { id: 'u', text: 'a', from: 5, to: 1, repeat: 'day' },
        ],
      },
      { id: 'z', title: 'y', from: 0, to: 1, tasks: [{ id: 't', text: 'a', from: 0, to: 1 }] },
    ],
  },
  {
    warnings: {
      intro: 5,
      levels: [
        { id: 'emergency', hidden: true, signs: [{ id: 'chest', hidden: true, from: 1, to: 2 }] },
        { id: 'call', signs: 'none' },
        { id: 'later', signs: [] },
      ],
    },
    ask: [5, 'x'],
    notices: { education: 1, status: { us: {}, other: 5, mars: {} } },
  },
  {
    sources: [
      { id: 'a', title: 't', publisher: 'p', url: 'nowhere' },
      { id: 'b', title: 't', publisher: 'p', url: 'ftp://x.org' },
      { id: 'c', title: 't', publisher: 'p', url: 'https://x.org', year: 20.5 },
    ],
    review: { reviewer: 'x' },
    $schema: 'x',
  },
  ownGuide,
];

/** Each PHP: takes questions, gives answers. */
const interpreters = {
  'the PHP of this machine': () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'same-words-'));
    const file = path.join(folder, 'asked');
    return {
      ask(lines) {
        writeFileSync(file, lines);
        const { stdout, stderr, status } = spawnSync('php', [print, plugin, file], {
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
        });
        assert.equal(stderr + (status || ''), '');
        return stdout;
      },
      close: () => rmSync(folder, { recursive: true }),
    };
  },
  'PHP 7.4': async () => {
    const php = await openPhp74(plugin);
    php.write('/print.php', readFileSync(print));
    assert.match(await php.run('<?php echo PHP_VERSION;'), /^7\.4\./);
    return {
      ask(lines) {
        php.write('/asked', lines);
        return php.run("<?php $argv = array( '', '/plugin', '/asked' ); require '/print.php';");
      },
      close: php.close,
    };
  },
};

const isThere = await havePackages(['php-cli', 'php-mbstring']);

for (const [name, open] of isThere ? Object.entries(interpreters) : [])
  describe(`The plugin on ${name}`, () => {
    let interpreter;
    before(async () => {
      interpreter = await open();
    });
    after(() => interpreter?.close());
    const php = async (asked) => {
      const answers = await interpreter.ask(asked.map((each) => `${JSON.stringify(each)}\n`).join(''));
      return answers
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    };

    it('prints every widget as the command does, byte for byte', async () => {
      const { plainHtml, widgets } = await importSource('content/plain-html.ts');
      const { readGuide } = await importSource('content/read.ts');
      const { pathways, regions } = await importSource('content/choices.ts');
      const { regionOfLanguage } = await importSource('content/region.ts');
      const base = defaultGuide();
      const own = readGuide(ownGuide, base).guide;
      const cases = [];
      const languages = { us: 'en-US', eu: 'en', ca: 'en-CA', au: 'en-AU', gb: 'en-GB' };
      for (const widget of widgets)
        for (const pathway of pathways)
          for (const region of [...regions, undefined])
            for (const settings of [{}, clinic])
              for (const [guide, json] of [
                [base, ''],
                [own, JSON.stringify(ownGuide)],
              ]) {
                const language = languages[region] ?? 'en-NZ';
                const level = json ? 5 : 2;
                const notice = json ? 'By law: 5 < 6 & "so"' : undefined;
                cases.push({
                  asked: {
                    own: json,
                    widget,
                    language,
                    level,
                    notice,
                    settings: { ...settings, pathway, region },
                  },
                  expected: () =>
                    plainHtml(
                      widget,
                      guide,
                      {
                        pathway,
                        region: region ?? regionOfLanguage(language),
                        clinic: Object.fromEntries(
                          Object.entries(settings).map(([name, value]) => [camelCase(name), value]),
                        ),
                      },
                      { form: 'bare', headingLevel: level, language, notice },
                    ),
                });
              }
      const printed = await php(cases.map(({ asked }) => asked));
      assert.equal(printed.length, 4 * 3 * 6 * 2 * 2);
      printed.forEach(({ html }, index) =>
        assert.equal(html, cases[index].expected(), JSON.stringify(cases[index].asked)),
      );
    });

    it('says of a wrong guide what the command says', async () => {
      const { readGuide } = await importSource('content/read.ts');
      const base = defaultGuide();
      const told = await php(faultyGuides.map((guide) => ({ own: JSON.stringify(guide) })));
      told.forEach(({ problems }, index) =>
        assert.deepEqual(
          problems,
          faultyGuides[index] === null ? [] : [...readGuide(faultyGuides[index], base).problems],
        ),
      );
      assert.ok(told.flatMap(({ problems }) => problems).length > 80);
    });

    it('knows the regions of languages', async () => {
      const { regionOfLanguage } = await importSource('content/region.ts');
      const tags = [
        'en',
        'en-US',
        'en_GB',
        'de',
        'de-DE-formal',
        'fr-CA',
        'pt-BR',
        'ja',
        'sr-Latn',
        'zh-Hant-TW',
        'es-419',
        'el',
        'haw',
        'ga',
      ];
      const pages = await php(tags.map((language) => ({ widget: 'faq', language, level: 2, settings: {} })));
      const base = defaultGuide();
      tags.forEach((tag, index) => {
        const region = regionOfLanguage(tag.replaceAll('_', '-'));
        const { text } = base.notices.status[region] ?? base.notices.status.other;
        assert.ok(pages[index].html.includes(text.slice(0, 20)), `${tag}: ${region}`);
      });
    });
  });
