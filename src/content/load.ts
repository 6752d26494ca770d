/** Where a guide comes from when it is not in the page: the JSON text and the file that a page names. */

/** A visitor waits no longer than this for a clinic's own words. In milliseconds. */
const timeLimit = 8000;

/** What is wrong with a source of words, in the form of all problems. */
export class LoadError extends Error {}

/** What content management systems put into JSON that they take for text. */
const mangling = /<\/?p>|<br ?\/?>|\u00a0|\ufeff/g;

/**
 * The value of a JSON text.
 * @param name - What the text is to its author, such as `src`.
 * @throws {LoadError} if it is not JSON.
 */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    try {
      return JSON.parse(text.replace(mangling, ' '));
    } catch {
      throw new LoadError(`${name}: not JSON (${(error as Error).message}); expected a guide as JSON`);
    }
  }
}

/**
 * The guide at an address, fetched without credentials.
 * @param signal - Ends the request; the error is then the signal's own.
 * @throws {LoadError} if there is no JSON to be had in time.
 */
export async function loadJson(src: string, signal: AbortSignal, limit = timeLimit): Promise<unknown> {
  const name = `src: "${src}"`;
  const request = new AbortController();
  const stop = (): void => request.abort();
  signal.addEventListener('abort', stop);
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    stop();
  }, limit);
  try {
    const response = await fetch(src, { credentials: 'omit', signal: request.signal });
    if (!response.ok)
      throw new LoadError(`${name}: not there (status ${response.status}); expected a guide as JSON`);
    return parseJson(await response.text(), name);
  } catch (error) {
    if (error instanceof LoadError || signal.aborted) throw error;
    const reason = late ? `no answer in ${limit / 1000} seconds` : (error as Error).message;
    throw new LoadError(`${name}: could not be loaded (${reason}); expected a guide as JSON`);
  } finally {
    clearTimeout(clock);
    signal.removeEventListener('abort', stop);
  }
}
