import { readFile } from 'node:fs/promises';
import { check } from './check.js';

/** `npx stemcell-guide …`: what a clinic does with its guide in a terminal. */

const usage = `Usage:
  stemcell-guide check <guide.json> …   says what is wrong in guides, and what to think about

Exit status: 0 nothing is wrong, 1 something is, 2 a file cannot be read or the command is not known.`;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Checks one file. Returns the exit status. */
async function checkFile(file: string): Promise<number> {
  let guide: unknown;
  try {
    // A byte order mark is what some editors put first.
    guide = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const { name, message } = error as Error;
    console.error(`${file}: ${name === 'SyntaxError' ? 'not JSON' : 'cannot be read'} (${message})`);
    return name === 'SyntaxError' ? 1 : 2;
  }
  const { problems, notes } = check(guide);
  for (const problem of problems) console.log(`${file}: ${problem}`);
  for (const note of notes) console.log(`${file}: note: ${note}`);
  console.log(`${file}: ${count(problems.length, 'problem')}, ${count(notes.length, 'note')}`);
  return problems.length ? 1 : 0;
}

const [command, ...files] = process.argv.slice(2);
if (command === 'check' && files.length) {
  const results: number[] = [];
  for (const file of files) results.push(await checkFile(file));
  process.exitCode = Math.max(...results);
} else if (command === 'help' || command === '--help' || command === '-h') console.log(usage);
else {
  console.error(usage);
  process.exitCode = 2;
}
