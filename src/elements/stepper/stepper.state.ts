/** Which stage a visitor stands on. Pure. */

/**
 * The stage to show: the wanted one while it exists, else the first. If this pathway has it not, the one that takes its
 * place in `all`, the order of the whole guide.
 */
export function stageToShow(
  ids: readonly string[],
  wanted: string | null | undefined,
  all: readonly string[],
): string | undefined {
  if (!wanted) return ids[0];
  if (ids.includes(wanted)) return wanted;
  const place = all.indexOf(wanted);
  const next = all.slice(place + 1).find((id) => ids.includes(id));
  return next ?? ids.at(place < 0 ? 0 : -1);
}
