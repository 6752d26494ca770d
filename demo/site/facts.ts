import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Guide } from '../../src/content/guide.js';
import { readGuide } from '../../src/content/readability.js';

/** What the pages say in figures, measured when the site is built, so that no page can be out of date. */
export interface Facts {
  readonly version: string;
  /** The script on its way to a visitor, compressed with brotli, in thousands of bytes. */
  readonly scriptKilobytes: string;
  /** The grade of a US school at which the guide reads, by the formula of Flesch and Kincaid. */
  readonly grade: string;
  readonly sources: number;
  readonly questions: number;
  readonly stages: number;
  readonly tasks: number;
  readonly signs: number;
  /** The languages that come with the script, English first. */
  readonly languages: readonly string[];
  /** The day of the build. */
  readonly measured: string;
}

const json = <Value>(file: string): Value => JSON.parse(readFileSync(file, 'utf8')) as Value;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The languages whose files lie beside the script. */
function languagesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .flatMap((file) => /^([a-z]{2,3})\.json$/.exec(file)?.[1] ?? [])
      .sort();
  } catch {
    // Nobody has built any.
    return [];
  }
}

/** @param dist - The folder in which everything else has been built. */
export function measure(dist: string): Facts {
  const guide = json<Guide>('src/content/en.json');
  const script = brotliCompressSync(readFileSync(`${dist}/stemcell-guide.js`), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  return {
    version: json<{ version: string }>('package.json').version,
    scriptKilobytes: (script.length / 1000).toFixed(1),
    grade: readGuide(guide).whole.grade.toFixed(1),
    sources: json<unknown[]>('src/content/en.sources.json').length,
    questions: guide.questions.length,
    stages: guide.stages.length,
    tasks: sum(guide.phases.map(({ tasks }) => tasks.length)),
    signs: sum(guide.warnings.levels.map(({ signs }) => signs.length)),
    languages: ['en', ...languagesIn(`${dist}/locales`)],
    measured: new Date().toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  };
}
