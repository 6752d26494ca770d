import { fork } from 'node:child_process';
import path from 'node:path';

/**
 * Runs test files on these engines, in a process of its own: web-test-runner ends the process it is in. The
 * counts come from our reporter; without them something broke before the end.
 *
 * `variables` are more of them for its environment.
 */
export function runBrowserTests(files, engines, root, variables = {}) {
  const program = path.join(root, 'node_modules/@web/test-runner/dist/bin.js');
  const config = path.join(root, 'test/support/web-test-runner.config.mjs');
  const runner = fork(program, ['--config', config, '--files', ...files], {
    cwd: root,
    env: { ...process.env, ...variables, BROWSERS: engines.join(',') },
  });
  let counts;
  runner.on('message', (message) => (counts = message));
  return new Promise((resolve) => {
    runner.once('exit', (code) => {
      const result = counts ?? { passed: 0, failed: 0 };
      if (code !== 0 && result.failed === 0) {
        console.log('    ✗ web-test-runner stopped before its end');
        result.failed++;
      }
      resolve(result);
    });
  });
}
