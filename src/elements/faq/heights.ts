/**
 * How high is a closed question that the browser has not laid out? A page that scrolls smoothly aims once, so what is
 * guessed wrong here, a link to what stands below a long list misses by.
 */

/** In pixels, of a question with so many letters. */
export type HeightOf = (letters: number) => number;

/** Of a question that others say nothing about. */
export const usualHeight: HeightOf = () => 56;

/** Fewer questions say nothing about others. */
const enough = 10;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * As high as questions that are laid out: the straight line that comes closest to them all. So it holds in every
 * typeface, language and width, and nothing is known of any.
 */
export function heightLike(
  laidOut: readonly { readonly letters: number; readonly height: number }[],
): HeightOf | undefined {
  if (laidOut.length < enough) return undefined;
  const letters = mean(laidOut.map((each) => each.letters));
  const height = mean(laidOut.map((each) => each.height));
  const spread = mean(laidOut.map((each) => (each.letters - letters) ** 2));
  const together = mean(laidOut.map((each) => (each.letters - letters) * (each.height - height)));
  const slope = spread ? together / spread : 0;
  const lowest = Math.min(...laidOut.map((each) => each.height));
  return (count) => Math.max(lowest, height + slope * (count - letters));
}
