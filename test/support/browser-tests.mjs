import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/**
 * Runs test files on these engines, in a process of its own: web-test-runner ends the process it is in. The
 * counts come from our reporter, with a text for each failure; without them something broke before the end.
 *
 * `variables` are more of them for its environment.
 */
export async function runBrowserTests(files, engines, root, variables = {}) {
  const program = path.join(root, 'node_modules/@web/test-runner/dist/bin.js');
  const config = path.join(root, 'test/support/web-test-runner.config.mjs');
  const runner = fork(program, ['--config', config, '--files', ...files], {
    cwd: root,
    env: { ...process.env, ...variables, BROWSERS: engines.join(',') },
  });
  let counts;
  runner.on('message', (message) => (counts = message));
  // Where much goes on, the end of a process is told before the last that it said.
  const [[code]] = await Promise.all([once(runner, 'exit'), once(runner, 'disconnect')]);
  const result = counts ?? { passed: 0, failed: 0, failures: [] };
  if (code !== 0 && result.failed === 0) {
    const failure = `    ✗ web-test-runner stopped before its end (${engines.join(', ')})`;
    console.log(failure);
    result.failed++;
    result.failures.push(failure);
  }
  return result;
}
