import { run } from 'node:test';
import path from 'node:path';

// How do the tests that need no page run, and how many were there? They are files for node:test.

/** A file that hangs is stopped. The longest one tries a hundred pages in each engine. */
const longestFile = 15 * 60_000;

/**
 * Only leaves count: a suite, or a test that holds others, is as good as what it holds, unless something else
 * went wrong in it, such as a hook.
 */
function isLeaf(event, hasChildren) {
  const isSuite = event.details.type === 'suite' || hasChildren;
  if (!isSuite) return true;
  const failure = event.details.error?.failureType;
  return (
    event.skip !== undefined || event.todo !== undefined || Boolean(failure && failure !== 'subtestsFailed')
  );
}

/** Runs test files; resolves with how many tests passed and failed, and a text for each failure. */
export async function runNodeTests(files, root) {
  const counts = { passed: 0, failed: 0, failures: [] };
  // For each file the depth of the test that was reported last: a test comes after the tests it holds.
  const lastDepth = new Map();

  const report = (event, passed) => {
    const hasChildren = (lastDepth.get(event.file) ?? 0) > event.nesting;
    lastDepth.set(event.file, event.nesting);
    if (!isLeaf(event, hasChildren)) return;
    const name = `${path.relative(root, event.file ?? '')}: ${event.name}`;
    const leftOut = event.skip !== undefined ? 'skipped' : event.todo !== undefined ? 'to do' : undefined;
    if (passed && !leftOut) {
      counts.passed++;
      console.log(`  ${name} (${(event.details.duration_ms / 1000).toFixed(1)} s)`);
      return;
    }
    counts.failed++;
    const error = event.details.error;
    const reason = leftOut ?? error?.cause?.stack ?? error?.cause ?? error?.stack ?? 'no reason given';
    const failure = `    ✗ ${name}\n${String(reason).replace(/^/gm, '      ')}`;
    console.log(failure);
    counts.failures.push(failure);
  };

  // Two files at once: they start browsers, and wait for them half of the time.
  const stream = run({ files, concurrency: 2, timeout: longestFile });
  stream.on('test:pass', (event) => report(event, true));
  stream.on('test:fail', (event) => report(event, false));
  stream.on('test:stdout', ({ message }) => process.stdout.write(message));
  stream.on('test:stderr', ({ message }) => process.stderr.write(message));
  await new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
    stream.resume();
  });
  return counts;
}
