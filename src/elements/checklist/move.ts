import { decode, encode, type Kept } from '../../journey/storage.js';

/**
 * How does a list get to another device? In the fragment of a link, which browsers keep to themselves: no server sees
 * it, neither ours nor the clinic's.
 */

const start = '#stemcell-move=';

/** A link to this page that carries what is kept. */
export function moveLink(address: string, kept: Kept): string {
  const text = encode(kept);
  return address.replace(/#.*/, '') + (text && start + text);
}

/** What a link has brought, if it is one that carries anything. */
export function arrivalIn(fragment: string): Kept | undefined {
  return fragment.startsWith(start) && fragment.length > start.length
    ? decode(fragment.slice(start.length))
    : undefined;
}
