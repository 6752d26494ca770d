/**
 * What few visitors ask for, loaded when they do. Those who install the package have it found by their bundler. For
 * the one script the build puts each of these modules into `dist/parts/`, beside the script, and rewrites the imports.
 *
 * A module named here imports nothing that keeps state (the journey, the settings): the script has its own, and each of
 * the files has all that its module imports inside, so that it comes in one round trip. It may import `html`, `css`,
 * `nothing` and `render` of Lit, and gets those of the script. Whoever calls it must say what happens when the file
 * cannot be had.
 */
export const beside = {
  sizeFrames: () => import('./embed/size-frames.js'),
  sources: () => import('./elements/parts/source-list.js'),
  /** Only where a page's author asks or errs: data for machines, a look at the guide's claims, settings that are none. */
  author: () => import('./elements/parts/for-author.js'),
  planning: () => import('./elements/stepper/planning.js'),
  carry: () => import('./elements/checklist/carry.js'),
  finder: () => import('./elements/faq/finder.js'),
  ownWords: () => import('./elements/controllers/own-words.js'),
  placeholders: () => import('./placeholders.js'),
  read: () => import('./content/read.js'),
  /** Only where the page has a storage of its own. */
  exchange: () => import('./journey/exchange.js'),
  /** Every language but English. */
  locale: () => import('./content/locale.js'),
};
