/**
 * Which letters become names in the one script, in which order? Terser's own order follows how often each letter is in the
 * code, and changes with every line. This one is what compressed best of some hundred that `npm run letters` tried: of two
 * orders one may well save thirty bytes.
 */
export const letters = 'tsubanrxlehdkcjyvfmpoJwizqgESIANROLCHDPUMBFGYKVWXQTZ_$';

/** The names that Terser gives, for an order of letters. */
export const namesOf = (order: string): { get(n: number): string } => ({
  /** The nth name: one letter, and when all have been used one more. */
  get(n) {
    const letter = order.charAt(n % order.length);
    return n < order.length ? letter : letter + this.get(Math.floor(n / order.length) - 1);
  },
});
