/** Which stage a visitor stands on. Pure: stages are known by their ids, in order. */

/**
 * The stage to show: the wanted one while it exists, else the first. If it went away (another pathway), the one that
 * took its place in `before`, the order it stood in.
 */
export function stageToShow(
  ids: readonly string[],
  wanted: string | undefined,
  before: readonly string[] = [],
): string | undefined {
  if (wanted === undefined) return ids[0];
  if (ids.includes(wanted)) return wanted;
  const place = before.indexOf(wanted);
  const next = before.slice(place + 1).find((id) => ids.includes(id));
  return next ?? ids.at(place < 0 ? 0 : -1);
}

/** The stage some steps away, or nothing past the ends. */
export function stageFrom(
  ids: readonly string[],
  shown: string | undefined,
  steps: number,
): string | undefined {
  const place = ids.indexOf(shown ?? '');
  return place < 0 ? undefined : ids[place + steps];
}
