/**
 * Which properties do only our own files know, those of the script and of the parts beside it? No guide, no page and no
 * browser has them, so the build gives each a letter. Each keeps its letter: a visitor may have the script of one
 * release and get a part of the next. New names come last, and one that is not needed any more leaves its place empty.
 */
const names =
  `journey requestUpdate setting hostConnected disclosures announce situation willUpdate isUpdatePending renderRoot
   hostDisconnected ownWords dayOfProcedure addController createRenderRoot cited performUpdate onToggle sections clinic
   spoken unconfirmed canUndo hostUpdate choosePathway guideShown moveFocusTo adopt setDone settle addStyles untickAll
   hostUpdated renderQuestion renderArrival renderFeedback renderFar renderEnd failed kept unsaved busy
   announcer listeners properties styles`.split(/\s+/);

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Each of them, with its letter. */
export const ownNames: ReadonlyMap<string, string> = new Map(
  names.map((name, index) => [name, letters.charAt(index)]),
);

/**
 * The private custom properties of our styles, without the `--_` that they begin with, in the order whose letters
 * compress best.
 */
const customProperties = 'tint accent on-accent surface space line border radius text ground'.split(' ');

/** What each of them is called in the script and its parts. */
export const ownCustomProperties: ReadonlyMap<string, string> = new Map(
  customProperties.map((name, index) => ['--_' + name, '--_' + letters.charAt(index)]),
);
