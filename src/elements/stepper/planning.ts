/** What a visitor plans with, loaded when asked for: the drawing of the times, and the list of questions. */
export { times } from './times.js';
export { visitList } from './visit-list.js';
