import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { shipped } from '../content/locale.js';
import type { Locale } from '../content/translate.js';
import { check } from './check.js';
import { htmlUsage, printHtml, UsageError } from './html.js';

/** `npx stemcell-guide …`: what a clinic does with its guide in a terminal. */

const usage = `Usage:
  stemcell-guide check <guide.json> …   says what is wrong in guides, and what to think about
  stemcell-guide html --widget=faq …    prints a widget as plain HTML, every word of it

Options of html:
${htmlUsage}

Exit status: 0 nothing is wrong, 1 something is, 2 a file cannot be read or the command is not known.`;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** A file that cannot be used, in words for who named it. */
class FileError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** @throws {FileError} if it cannot be read (2) or is not JSON (1). */
async function readJson(file: string): Promise<unknown> {
  try {
    // A byte order mark is what some editors put first.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const { name, message } = error as Error;
    const isSyntax = name === 'SyntaxError';
    throw new FileError(
      `${file}: ${isSyntax ? 'not JSON' : 'cannot be read'} (${message})`,
      isSyntax ? 1 : 2,
    );
  }
}

/** What the package has of a language: the file that pages load, beside the commands. */
async function readLocale(language: string): Promise<Locale | undefined> {
  return shipped.includes(language)
    ? ((await readJson(fileURLToPath(new URL(`../locales/${language}.json`, import.meta.url)))) as Locale)
    : undefined;
}

/** Checks one file. Returns the exit status. */
async function checkFile(file: string): Promise<number> {
  try {
    const { problems, notes } = check(await readJson(file));
    for (const problem of problems) console.log(`${file}: ${problem}`);
    for (const note of notes) console.log(`${file}: note: ${note}`);
    console.log(`${file}: ${count(problems.length, 'problem')}, ${count(notes.length, 'note')}`);
    return problems.length ? 1 : 0;
  } catch (error) {
    return tell(error);
  }
}

/** Prints a widget. What is wrong with its guide goes to the error output, so that the page gets none of it. */
async function html(parameters: readonly string[]): Promise<number> {
  try {
    const { html, problems, notes } = await printHtml(parameters, readJson, readLocale);
    console.log(html);
    for (const line of [...problems, ...notes]) console.error(line);
    return problems.length ? 1 : 0;
  } catch (error) {
    return tell(error);
  }
}

/** Says what stopped a command. Returns the exit status. */
function tell(error: unknown): number {
  if (!(error instanceof FileError || error instanceof UsageError)) throw error;
  console.error(error.message);
  return error instanceof FileError ? error.status : 2;
}

const [command, ...files] = process.argv.slice(2);
if (command === 'check' && files.length) {
  const results: number[] = [];
  for (const file of files) results.push(await checkFile(file));
  process.exitCode = Math.max(...results);
} else if (command === 'html') process.exitCode = await html(files);
else if (command === 'help' || command === '--help' || command === '-h') console.log(usage);
else {
  console.error(usage);
  process.exitCode = 2;
}
