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
   announcer`.split(/\s+/);

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Each of them, with its letter. */
export const ownNames: ReadonlyMap<string, string> = new Map(
  names.map((name, index) => [name, letters.charAt(index)]),
);
