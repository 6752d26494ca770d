import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from './import-source.mjs';

/**
 * What is the plain HTML of a widget expected to be? For tests of others who print the same, in PHP. Written anew from
 * the source each time:
 *
 *   <folder>/cases.json     [{ name, widget, given, situation, options }]; `given` is a guide over the default one, or null
 *   <folder>/guide.json     the default guide, and sources.json, the sources that it shares
 *   <folder>/<name>.html    what is to be printed, byte for byte, without a line break at the end
 */
export async function writePlainHtmlExamples(folder) {
  const { plainHtml, widgets, forms } = await importSource('content/plain-html.ts');
  const { readGuide } = await importSource('content/read.ts');
  const { default: guide } = await importSource('content/en.json');
  const { default: sources } = await importSource('content/en.sources.json');
  const clinic = {
    clinicName: 'Rivertown "Joint" Clinic & Sons',
    clinicPhone: '+1 (555) 010-0100',
    afterHoursPhone: '555-0199 ext. 4',
    clinicEmail: 'questions@rivertown.example',
    clinicUrl: 'https://rivertown.example/?a=1&b=2',
  };
  const situations = [
    { pathway: 'bone-marrow', region: 'us', clinic: {} },
    { pathway: 'fat', region: 'gb', clinic },
    { pathway: 'donor', region: 'other', clinic: { ...clinic, emergencyNumber: '115', clinicPhone: '' } },
  ];
  const given = {
    notices: { education: 'Our own </script> notice. <b>Read it.</b>' },
    stages: [{ id: 'consultation', title: 'A “first” visit & check-up', duration: { min: 30, max: 30 } }],
    questions: [
      {
        id: 'hurt',
        open: true,
        answer: ['See:', { list: [['our ', { text: 'team', href: '/team?a=1&b=2' }]] }],
      },
    ],
    phases: [{ id: 'day-0', tasks: [{ id: 'consent', formerly: ['old', 'older'], why: "It's yours." }] }],
  };
  const cases = [
    ...widgets.flatMap((widget) =>
      situations.flatMap((situation, index) =>
        forms.map((form) => ({
          name: `${widget}-${index + 1}-${form}`,
          widget,
          given: null,
          situation,
          options: { form, headingLevel: 2 + index },
        })),
      ),
    ),
    ...widgets.map((widget) => ({
      name: `${widget}-own-guide`,
      widget,
      given,
      situation: situations[1],
      options: { form: 'element', notice: 'What the "law" asks for.' },
    })),
  ];

  mkdirSync(folder, { recursive: true });
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write('guide.json', JSON.stringify(guide, null, 2));
  write('sources.json', JSON.stringify(sources, null, 2));
  write('cases.json', JSON.stringify(cases, null, 2));
  for (const each of cases) {
    const whole = each.given ? readGuide(each.given, guide).guide : guide;
    const options = { ...each.options, ...(each.given && { given: each.given }) };
    write(`${each.name}.html`, plainHtml(each.widget, whole, each.situation, options));
  }
  return cases;
}

// node test/support/plain-html-examples.mjs <folder>
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Which folder? node test/support/plain-html-examples.mjs <folder>');
  const cases = await writePlainHtmlExamples(folder);
  console.log(`${cases.length} examples in ${folder}`);
}
