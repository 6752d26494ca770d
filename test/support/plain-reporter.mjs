// What does a run in the browsers say? A line for each file and engine as soon as it is done, so that a long run is
// seen to be alive; what failed, in full, with the engine; and the counts for whoever started us.

/** web-test-runner keeps `console` to itself and draws over it; what goes straight out stays as it is. */
const print = (line) => process.stdout.write(`${line}\n`);

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

function* testsOf(suite, names = []) {
  for (const test of suite?.tests ?? []) yield { ...test, title: [...names, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...names, inner.name]);
}

const logged = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

const indent = (text) => String(text).replace(/^/gm, '      ');

function describeError({ message, name, stack, expected, actual }) {
  const lines = [];
  // A stack of WebKit or Firefox does not repeat the message, one of Chromium does.
  if (message && !stack?.includes(message)) lines.push(name ? `${name}: ${message}` : message);
  if (stack) lines.push(stack);
  if (expected !== undefined || actual !== undefined)
    lines.push(`expected: ${expected}`, `actual:   ${actual}`);
  return indent(lines.join('\n'));
}

/** A skipped test counts as failed: what is not run proves nothing. */
function resultOf(session) {
  const tests = [...testsOf(session.testResults)];
  const failures = tests
    .filter((test) => test.skipped || !test.passed)
    .map((test) => ({
      title: test.title,
      detail: test.skipped ? indent('skipped') : describeError(test.error ?? { message: 'no reason given' }),
    }));
  const troubles = [...(session.errors ?? [])];
  if (tests.length === 0 && troubles.length === 0) troubles.push({ message: 'the file has no test' });
  if (!session.passed && failures.length === 0 && troubles.length === 0)
    troubles.push({ message: 'the page failed without saying why' });
  for (const error of troubles) failures.push({ title: '(the file itself)', detail: describeError(error) });
  return { passed: tests.filter((test) => test.passed && !test.skipped).length, failures };
}

const describeFailure = ({ browser }, { title, detail }) => `    ✗ ${browser.name}: ${title}\n${detail}`;

export function plainReporter() {
  let startedAt;
  let rootDir;
  const started = new Map();

  function report(session) {
    const { passed, failures } = resultOf(session);
    const file = session.testFile.slice(rootDir.length + 1);
    const engine = session.browser.name;
    const time = seconds(Date.now() - (started.get(session.id) ?? startedAt));
    const failed = failures.length > 0 ? `, ${failures.length} failed` : '';
    print(`  ${engine.padEnd(8)} ${file}: ${passed} passed${failed} (${time})`);
    for (const failure of failures) print(describeFailure(session, failure));
    for (const missing of session.request404s ?? []) print(`    not found: ${missing}`);
    for (const log of session.logs ?? []) print(`    console: ${log.map(logged).join(' ')}`);
  }

  return {
    start({ config, sessions, startTime }) {
      startedAt = startTime;
      rootDir = config.rootDir;
      sessions.on('session-status-updated', (session) => {
        if (session.status === 'INITIALIZING') started.set(session.id, Date.now());
        if (session.status === 'FINISHED') report(session);
      });
    },

    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, failures: [] };
      for (const session of sessions) {
        const { passed, failures } = resultOf(session);
        counts.passed += passed;
        counts.failed += failures.length;
        counts.failures.push(...failures.map((failure) => describeFailure(session, failure)));
      }
      if (process.send) process.send(counts);
      else print(`\n${counts.passed} passed, ${counts.failed} failed (${seconds(Date.now() - startedAt)})`);
    },
  };
}
