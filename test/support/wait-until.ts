// How does a test wait for what takes its time, on a machine of any speed?

/** A slow machine is no failure; what never comes is. In milliseconds. */
const longestWait = 15_000;

/**
 * Waits until something is so.
 * @param message - What is waited for, as a sentence; a failure tells it.
 * @param interval - How often to look, in milliseconds.
 */
export async function waitUntil(condition: () => unknown, message?: string, interval = 30): Promise<void> {
  // Here, since after a wait the stack no longer tells which test it was.
  const failure = new Error(`It never came: ${message ?? condition.toString()}`);
  const end = Date.now() + longestWait;
  while (!(await condition())) {
    if (Date.now() > end) throw failure;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/** Changes the fragment of the address, and waits until whoever listens has heard of it. */
export async function goToFragment(fragment: string): Promise<void> {
  // `hashchange` comes as a task of its own. This listener is the last one, so all others were told before.
  const told = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  location.hash = fragment;
  await told;
  await new Promise(requestAnimationFrame);
}
