import { spawn } from 'node:child_process';

/** Runs a program to its end, with its output shown as it comes; resolves with whether it went well. */
export function run(program, parameters, { env = {}, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      // On Windows npm is a batch file, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(false);
    });
    child.once('exit', (code) => resolve(code === 0));
  });
}
