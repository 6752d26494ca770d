import { mustStay } from '../../src/content/must-stay.js';
import type { Guide } from '../../src/content/guide.js';
import type { OwnGuide } from './state.js';

/**
 * Changes to the clinic's own guide, which holds only what differs from the default one. Pure: each answers with a new
 * guide. A path leads through objects by key and through lists by the id of an item: `['questions', 'hurt', 'answer']`.
 */

export type Path = readonly string[];
type Node = Record<string, unknown>;
type Item = Node & { id: string };

const isList = (value: unknown): value is Item[] => Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What stands at a path. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path)
    value = isList(value) ? value.find(({ id }) => id === key) : (value as Node | undefined)?.[key];
  return value;
}

/** The lists of a guide whose items are known by their ids. */
const listsOfItems = new Set(
  'pathways stages questions phases tasks levels signs categories milestones'.split(' '),
);

function change(value: unknown, path: Path, change_: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change_(value);
  if (isList(value)) {
    const found = value.findIndex(({ id }) => id === key);
    const item = change(found < 0 ? { id: key } : value[found], rest, change_);
    const list = found < 0 ? [...value, item] : value.with(found, item as Item);
    return list.filter((each) => each !== undefined && Object.keys(each as Item).length > 1);
  }
  const node = { ...(value as Node | undefined) };
  const inner = change(node[key] ?? (listsOfItems.has(key) ? [] : undefined), rest, change_);
  if (inner === undefined || same(inner, []) || same(inner, {})) delete node[key];
  else node[key] = inner;
  return node;
}

/** Says something in the place of the default, or takes it back where it is as in the default. */
export function setValue(own: OwnGuide, base: Guide, path: Path, value: unknown): OwnGuide {
  const isDefault = same(value, valueAt(base, path));
  return change(own, path, () => (isDefault ? undefined : value)) as OwnGuide;
}

/** Takes back whatever the clinic says at a path. */
export const reset = (own: OwnGuide, path: Path): OwnGuide => {
  const parent = path.slice(0, -1);
  const last = path.at(-1)!;
  const at = valueAt(own, parent);
  if (!at) return own;
  return change(own, parent, (value) =>
    isList(value)
      ? value.filter(({ id }) => id !== last)
      : Object.fromEntries(Object.entries(value as Node).filter(([key]) => key !== last)),
  ) as OwnGuide;
};

/** Whether an item must be told, whatever a clinic leaves out. */
export const isRequired = (path: Path): boolean => mustStay.test(path.join('/'));

/** An id that nothing in a list has, from the words of an item. */
export function newId(words: string, taken: readonly string[]): string {
  const slug =
    words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
      .replace(/-$/, '') || 'own';
  let id = slug;
  for (let count = 2; taken.includes(id); count++) id = `${slug}-${count}`;
  return id;
}

/** Adds an item at the end of a list. */
export const add = (own: OwnGuide, list: Path, item: Item): OwnGuide =>
  change(own, list, (value) => [...((value as Item[] | undefined) ?? []), item]) as OwnGuide;

/** Leaves an item out: one of the default guide is hidden, one of the clinic's own goes. */
export function remove(own: OwnGuide, base: Guide, path: Path): OwnGuide {
  return valueAt(base, path)
    ? (change(own, path, () => ({ id: path.at(-1), hidden: true })) as OwnGuide)
    : reset(own, path);
}

/** The longest run of indices that already stand in order: what need not be moved. */
function inOrder(indices: readonly number[]): Set<number> {
  let best: number[][] = [];
  for (const index of indices) {
    const before = best.filter((run) => run.at(-1)! < index).sort((a, b) => b.length - a.length)[0] ?? [];
    best = [...best, [...before, index]];
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0]);
}

/**
 * Moves an item of a list by some places.
 * @param shown - The ids of the list as it is shown now.
 * @param hidden - Ids that are left out.
 */
export function move(
  own: OwnGuide,
  base: Guide,
  list: Path,
  shown: readonly string[],
  id: string,
  by: number,
): OwnGuide {
  const from = shown.indexOf(id);
  const to = Math.max(0, Math.min(shown.length - 1, from + by));
  const wanted = shown.toSpliced(from, 1).toSpliced(to, 0, id);
  const known = ((valueAt(base, list) as Item[] | undefined) ?? []).map((item) => item.id);
  const given = ((valueAt(own, list) as Item[] | undefined) ?? []).map((item) => item.id);
  const natural = [...known, ...given.filter((each) => !known.includes(each))];
  const stays = inOrder(wanted.map((each) => natural.indexOf(each)));
  let result = own;
  wanted.forEach((each, place) => {
    const order = stays.has(natural.indexOf(each)) ? undefined : place + 1;
    result = change(result, [...list, each, 'order'], () => order) as OwnGuide;
  });
  return result;
}
