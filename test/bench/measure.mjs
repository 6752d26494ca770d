// One page, opened once: what does it cost, and what does it cost to use it?

/** 1.6 Mbit a second and 150 ms, in the units of the browser. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** How often a page is asked whether all is shown, in milliseconds. */
const lookEvery = 10;
const longestWait = 120_000;

const metricsOf = async (session) =>
  Object.fromEntries(
    (await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
  );

/** Runs in the page before anything else: notes when all is shown and what jumps. */
const watch = ({ isShown, isWhole, lookEvery }) => {
  const seen = (window.seen = { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  window.afterFrame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      }),
    );
  const wait = async (condition, name) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, lookEvery));
    seen[name] = await window.afterFrame();
  };
  const holds = (text) => new Function(`try { return !!(${text}) } catch { return false }`);
  void wait(holds(isShown), 'shown').then(() => wait(holds(isWhole), 'whole'));
};

/** Waits until the page has had nothing to do for a while; an animation is something to do. */
async function settle(session) {
  for (let before = -1; ;) {
    const { TaskDuration } = await metricsOf(session);
    if (TaskDuration - before < 0.003) return;
    before = TaskDuration;
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

/** The longest task of the page's main thread, and how much of all was script: processor time in milliseconds. */
function readTrace(buffer, origin) {
  const { traceEvents } = JSON.parse(buffer);
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const ofPage = traceEvents.find(
    ({ name, args }) =>
      /ResourceSendRequest|FrameStartedLoading|CommitLoad/.test(name) && args.data?.url?.startsWith(origin),
  );
  const main = mains.find(({ pid }) => pid === ofPage?.pid) ?? mains[0];
  const own = traceEvents.filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === 'X');
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const scripts = own
    .filter(({ name }) =>
      /^(EvaluateScript|FunctionCall|RunMicrotasks|v8\.run|v8\.compile|v8\.compileModule|v8\.evaluateModule|TimerFire|FireAnimationFrame)$/.test(
        name,
      ),
    )
    .sort((a, b) => a.ts - b.ts);
  let script = 0;
  let end = 0;
  for (const { ts, dur, tdur = dur } of scripts) {
    // What runs inside another one is counted with it.
    if (ts < end) continue;
    script += tdur;
    end = ts + dur;
  }
  return { longest: Math.max(0, ...tasks.map(({ dur, tdur = dur }) => tdur)) / 1000, script: script / 1000 };
}

/**
 * Opens a page with an empty cache and measures the load.
 * @param use - Then uses it: gets `act(name, expression)`, and `read(expression)`.
 */
export async function measure(browser, { address, path, side, slow, line, trace, isWhole, use }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.url()} ${response.status()}`),
  );
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${address}/`);
  await page.addInitScript(watch, { isShown: side.isShown, isWhole: isWhole ?? 'true', lookEvery });
  if (line) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slowLine);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
  await settle(session);
  const before = await metricsOf(session);
  if (trace)
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'v8', 'v8.execute'] });

  const result = {};
  await page.goto(address + path, { timeout: longestWait });
  await page.waitForFunction('window.seen.whole', undefined, { timeout: longestWait, polling: 200 });
  await settle(session);
  const { shown, whole, shift } = await page.evaluate('window.seen');
  if (trace) {
    const { longest, script } = readTrace(await browser.stopTracing(), address);
    Object.assign(result, { longest, script });
  }
  const after = await metricsOf(session);
  Object.assign(result, { shown, whole, shift, main: 1000 * (after.TaskDuration - before.TaskDuration) });

  await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  result.heap = heap.usedSize;
  result.heapWithPage = heap.usedSize + (heap.embedderHeapUsedSize ?? 0);
  result.nodes = (await metricsOf(session)).Nodes;

  const read = (expression) => page.evaluate(expression);
  /** Does something, and says how long it was until the next frame was done, and what it cost until all was quiet. */
  const act = async (name, expression) => {
    const start = await metricsOf(session);
    const frame = await page.evaluate(`(async () => {
      const start = performance.now();
      ${expression};
      return (await window.afterFrame()) - start;
    })()`);
    await settle(session);
    const end = await metricsOf(session);
    (result[name] ??= []).push({ frame, main: 1000 * (end.TaskDuration - start.TaskDuration) });
  };
  await use?.({ act, read, page, session, result });
  await context.close();
  if (problems.length) throw new Error(`${side.name} ${path}: ${problems.join('; ')}`);
  return result;
}
