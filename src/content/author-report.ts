import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { checkClaims, findClaims } from './claims.js';

/** What is looked at: an element with its guide, and what the page itself put into it. */
export type Host = ReactiveControllerHost &
  Element & {
    readonly content: unknown;
    setting(name: 'debug'): boolean | undefined;
  };

const followed = new WeakSet<Host>();
const told = new Set<string>();

function tell(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`stemcell-guide, for the author of this page: ${message}`);
}

/** Tells the console, once each, which sentences of the element claim too much. Visitors see nothing of it. */
export function attach(host: Host): void {
  if (followed.has(host)) return;
  followed.add(host);
  const controller: ReactiveController = {
    hostUpdated() {
      if (!host.setting('debug')) return;
      checkClaims(host.content).forEach(tell);
      findClaims(host.textContent ?? '').forEach(({ words, sentence, why }) =>
        tell(`the page’s own text: “${words}” in “${sentence}”: ${why}.`),
      );
    },
  };
  host.addController(controller);
  controller.hostUpdated!();
}
