import type { Journey } from './journey.js';
import type { StorageAdapter } from './storage.js';

/** How does a journey keep what it holds in a place of the page's own, which may answer late or not at all? */

/** In milliseconds. */
const firstRetry = 1000;
const longestRetry = 60_000;

/** How far a journey is with its place. */
interface Course {
  isRunning: boolean;
  /** Whether there was more to read or to write since the last look. */
  isAsked: boolean;
  retryAfter: number;
}

const courses = new WeakMap<Journey, Course>();

/** Reads what is kept and writes the changes that are not in it yet; one exchange after the other. */
export async function exchange(journey: Journey, storage: StorageAdapter): Promise<void> {
  const course = courses.get(journey) ?? { isRunning: false, isAsked: false, retryAfter: firstRetry };
  courses.set(journey, course);
  course.isAsked = true;
  if (course.isRunning) return;
  course.isRunning = true;
  while (course.isAsked) {
    course.isAsked = false;
    const { saved } = journey;
    try {
      const text = journey.merge(await storage.load());
      const count = journey.unsaved.length;
      if (text !== undefined) {
        // Not before it is.
        journey.saved = saved;
        await storage.save(text);
        journey.saved = true;
        journey.unsaved.splice(0, count);
      }
      course.retryAfter = firstRetry;
    } catch {
      journey.saved = false;
      // The place may be back in a moment.
      setTimeout(() => {
        if (journey.unsaved.length || journey.listeners.size) void exchange(journey, storage);
      }, course.retryAfter);
      course.retryAfter = Math.min(2 * course.retryAfter, longestRetry);
    }
  }
  course.isRunning = false;
  journey.tell();
}
