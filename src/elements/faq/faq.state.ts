/** Which questions a visitor finds, and which of them are open. Pure. */

/** Text without what people leave out when they type: case, accents, the curl of an apostrophe. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'");
}

/** The words of a query, folded. */
export function wordsOf(query: string): string[] {
  return fold(query).match(/\S+/g) ?? [];
}

/** All that is said in a piece of a guide, wherever in it; an address is not said. */
export function textIn(value: unknown): string {
  if (!value || typeof value !== 'object') return typeof value === 'string' ? value : '';
  return Object.entries(value)
    .map(([key, inner]) => (key === 'href' ? '' : textIn(inner)))
    .join(' ');
}

/**
 * The ids of what is open: what was opened or closed, else what starts open. Where only one may be open it is the
 * first of them.
 */
export function openIds(
  questions: readonly { readonly id: string; readonly open?: boolean | undefined }[],
  chosen: ReadonlyMap<string, boolean>,
  exclusive: boolean | undefined,
): Set<string> {
  const open = questions.filter(({ id, open }) => chosen.get(id) ?? open);
  return new Set((exclusive ? open.slice(0, 1) : open).map(({ id }) => id));
}
