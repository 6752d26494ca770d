import * as v from 'valibot';
import { guideSchema, type Guide } from './guide.js';
import { mustStay } from './must-stay.js';
import { replaceable } from './replaceable.js';

/**
 * Lays a guide that comes from outside over another one, and says everything that is wrong with it in one pass. What
 * is valid is used; what is not leaves the guide below as it is. Nothing that comes in is trusted or changed.
 */

export interface Reading {
  readonly guide: Guide;
  /** `questions[3].answer: missing; expected a text or a list of blocks` */
  readonly problems: readonly string[];
}

/** By these an item could be kept from visitors without leaving it out. */
const limits = ['hidden', 'pathways', 'regions', 'from', 'to'];

/** Names that reach the prototype of every object. */
const unsafeKeys = ['__proto__', 'constructor', 'prototype'];

type Fields = Record<string, unknown>;
type Schema = v.GenericSchema & {
  readonly wrapped?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly options?: readonly unknown[];
  readonly value?: Schema;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unwrap = (schema: Schema): Schema => (schema.type === 'optional' ? unwrap(schema.wrapped!) : schema);

/** Whether a list is of items that are known by their ids. */
const idOf = (schema: Schema): Schema | undefined => unwrap(schema).entries?.['id'];

const knownForms = new WeakMap<Schema, readonly Schema[]>();

/** The forms that a value may have, those of forms among them. */
function formsOf(schema: Schema): readonly Schema[] {
  if (schema.type !== 'union') return [schema];
  const forms = knownForms.get(schema) ?? (schema.options as Schema[]).flatMap(formsOf);
  knownForms.set(schema, forms);
  return forms;
}

/** What a schema asks for, in words. */
function expectation(schema: Schema): string {
  const description = v.getDescription(schema);
  if (description) return description;
  switch (schema.type) {
    case 'boolean':
      return 'true or false';
    case 'picklist':
      return `one of ${schema.options!.map((option) => JSON.stringify(option)).join(', ')}`;
    case 'literal':
      return JSON.stringify((schema as unknown as { literal: unknown }).literal);
    case 'array':
      return 'a list';
    case 'strict_object':
      return `an object with ${Object.keys(schema.entries!).join(', ')}`;
    default:
      return 'an object';
  }
}

/** What is there, short enough for a line of the console. */
function found(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'object' && value) return 'an object';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? value.slice(0, 59) + '…' : value);
  return /boolean|number|object/.test(typeof value) ? JSON.stringify(value) : typeof value;
}

class Reader {
  readonly problems: string[] = [];
  readonly #replaced: ReadonlySet<string>;

  constructor(replaced: readonly string[]) {
    this.#replaced = new Set(replaced);
  }

  tell(path: string, what: string, expected: string): undefined {
    this.problems.push(`${path || 'guide'}: ${what}; ${expected}`);
    return undefined;
  }

  /**
   * @param base - What holds where nothing valid is given.
   * @param path - Where the given value stands, as its author would write it.
   * @param trail - The same by ids.
   * @param expected - What its author may write there, if that is more than this schema.
   */
  read(
    schema: Schema,
    given: unknown,
    base: unknown,
    path: string,
    trail: string,
    expected?: Schema,
  ): unknown {
    const inner = unwrap(schema);
    const refuse = (): unknown => {
      this.tell(path, found(given), `expected ${expectation(expected ?? inner)}`);
      return base;
    };
    switch (inner.type) {
      case 'strict_object':
        return isObject(given) ? (this.#object(inner, given, base, path, trail) ?? base) : refuse();
      case 'record':
        return isObject(given) ? this.#record(inner, given, base, path) : refuse();
      case 'array': {
        if (!Array.isArray(given)) return refuse();
        return idOf(inner.item!)
          ? this.#items(inner.item!, given, (base ?? []) as Fields[], path, trail)
          : this.#list(inner.item!, given, base, path);
      }
      case 'union': {
        const option = this.#option(inner, given);
        return option ? this.read(option, given, base, path, trail, inner) : refuse();
      }
      default:
        return v.is(inner, given) ? given : refuse();
    }
  }

  /** The form that a value is meant to have, by its kind and its keys. */
  #option(schema: Schema, given: unknown): Schema | undefined {
    const options = formsOf(schema);
    if (Array.isArray(given)) return given.length ? options.find(({ type }) => type === 'array') : undefined;
    if (!isObject(given)) return options.find(({ type }) => type === typeof given);
    return options.find(
      ({ entries }) => entries && Object.keys(entries).some((key) => Object.hasOwn(given, key)),
    );
  }

  #list(item: Schema, given: readonly unknown[], base: unknown, path: string): unknown {
    const read = given
      .map((value, index) => this.read(item, value, undefined, `${path}[${index}]`, ''))
      .filter((value) => value !== undefined);
    return read.length || !given.length ? read : base;
  }

  #record(schema: Schema, given: Fields, base: unknown, path: string): Fields {
    const result: Fields = { ...(base as Fields) };
    for (const [key, value] of Object.entries(given)) {
      if (unsafeKeys.includes(key)) this.tell(`${path}.${key}`, 'not a name', 'it is left out');
      else {
        const read = this.read(schema.value!, value, result[key], `${path}.${key}`, '');
        if (read !== undefined) result[key] = read;
      }
    }
    return result;
  }

  #object(schema: Schema, given: Fields, base: unknown, path: string, trail: string): unknown {
    const entries = schema.entries!;
    const at = (key: string): string => (path ? `${path}.${key}` : key);
    const result: Fields = { ...(base as Fields) };
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined) continue;
      const entry = Object.hasOwn(entries, key) && entries[key];
      if (!entry) {
        this.tell(at(key), 'not known here', `expected one of ${Object.keys(entries).join(', ')}`);
        continue;
      }
      const read = this.read(entry, value, result[key], at(key), trail ? `${trail}/${key}` : key);
      if (read !== undefined) result[key] = read;
    }
    // Sources speak for the words that they came with, not for those that have taken their place.
    if ((given['answer'] || given['text']) && !given['cites']) delete result['cites'];

    const missing = Object.keys(entries).filter(
      (key) => !(key in result) && entries[key]!.type !== 'optional',
    );
    for (const key of missing)
      if (given[key] === undefined) this.tell(at(key), 'missing', `expected ${expectation(entries[key]!)}`);
    // A link that leads nowhere good still has words, and a sentence needs them.
    if (missing.includes('href') && typeof result['text'] === 'string') return result['text'];
    if (missing.length) return undefined;
    for (const [first, last] of [
      ['from', 'to'],
      ['min', 'max'],
    ] as const)
      if (Number(result[first]) > Number(result[last]))
        return this.tell(
          at(last),
          found(result[last]),
          `expected ${String(result[first])} or more, as in ${first}`,
        );
    return result;
  }

  /** Items by id: those that are given change or follow those that are there. */
  #items(
    schema: Schema,
    given: readonly unknown[],
    base: readonly Fields[],
    path: string,
    trail: string,
  ): unknown {
    const known = new Map(base.map((item) => [item['id'], item]));
    const items = new Map(known);
    const named = new Set<unknown>();
    const places: { id: unknown; order: number }[] = [];
    given.forEach((value, index) => {
      const at = `${path}[${index}]`;
      if (!isObject(value)) return this.tell(at, found(value), `expected ${expectation(unwrap(schema))}`);
      const { id, hidden, order, ...rest } = value;
      const idSchema = idOf(schema)!;
      if (!v.is(idSchema, id)) return this.tell(`${at}.id`, found(id), `expected ${expectation(idSchema)}`);
      if (named.has(id))
        return this.tell(`${at}.id`, found(id), 'expected an id that no other item here has');
      named.add(id);
      const existing = known.get(id);
      const here = `${trail}/${String(id)}`;
      if (existing && mustStay.test(here)) {
        for (const key of limits)
          if (value[key] !== undefined && value[key] !== false && !same(value[key], existing[key])) {
            this.tell(
              `${at}.${key}`,
              found(value[key]),
              `visitors must be told this, so it is shown to all of them`,
            );
            delete rest[key];
          }
      } else if (hidden === true) {
        items.delete(id);
        return;
      }
      if (hidden !== undefined && typeof hidden !== 'boolean')
        this.tell(`${at}.hidden`, found(hidden), 'expected true or false');
      if (Number.isInteger(order) && Number(order) > 0) places.push({ id, order: Number(order) });
      else if (order !== undefined)
        this.tell(`${at}.order`, found(order), 'expected a place in the list; 1 is the first');
      const read = this.read(schema, { id, ...rest }, existing, at, here);
      if (isObject(read)) items.set(id, read);
    });
    if (this.#replaced.has(trail))
      for (const id of items.keys()) {
        if (named.has(id)) continue;
        if (mustStay.test(`${trail}/${String(id)}`))
          this.tell(path, `no "${String(id)}"`, 'visitors must be told this, so the default one stays');
        else items.delete(id);
      }
    if (!items.size && trail === 'pathways') {
      this.tell(path, 'all hidden', 'expected one at least, so all are shown');
      return base;
    }
    return arrange(items, places);
  }
}

/** Items with a place of their own at their place, the others around them in the order they have. */
function arrange(
  items: ReadonlyMap<unknown, Fields>,
  places: readonly { id: unknown; order: number }[],
): Fields[] {
  const placed = places.filter(({ id }) => items.has(id)).sort((a, b) => a.order - b.order);
  const ids = new Set(placed.map(({ id }) => id));
  const list = [...items].filter(([id]) => !ids.has(id)).map(([, item]) => item);
  for (const { id, order } of placed) list.splice(order - 1, 0, items.get(id)!);
  return list;
}

/** What no single value shows: things that only hold for the whole guide. */
function settle(guide: Guide, reader: Reader): Guide {
  const categories = new Set(guide.categories.map(({ id }) => id));
  const questions = guide.questions.map((question) => {
    const { category, ...rest } = question;
    if (category === undefined || categories.has(category)) return question;
    reader.tell(
      `questions: category of "${question.id}"`,
      found(category),
      `expected one of ${[...categories].join(', ')}`,
    );
    return rest;
  });
  const tasks = new Set<string>();
  const phases = guide.phases.map((phase) => ({
    ...phase,
    tasks: phase.tasks.filter(({ id }) => {
      // Ticks are kept by id: two tasks under one would be ticked together.
      if (tasks.has(id))
        reader.tell(`phases: tasks of "${phase.id}"`, `"${id}" again`, 'expected an id of its own');
      return !tasks.has(id) && tasks.add(id);
    }),
  }));
  return { ...guide, questions, phases };
}

/**
 * Lays `given` over `base` by id. An item may say `"hidden": true` and `"order": 1`; the guide may say
 * `"replace": ["questions"]` to show only what it names.
 */
export function readGuide(given: unknown, base: Guide): Reading {
  const reader = new Reader([]);
  try {
    if (!isObject(given)) {
      reader.tell('', found(given), 'expected an object such as {"questions": […]}');
      return { guide: base, problems: reader.problems };
    }
    const { replace, ...rest } = given;
    delete rest['$schema'];
    const lists = Array.isArray(replace) ? replace.filter((name) => replaceable.includes(name as never)) : [];
    const laying = new Reader(lists as string[]);
    if (replace !== undefined && (!Array.isArray(replace) || lists.length < replace.length))
      laying.tell('replace', found(replace), `expected a list of ${replaceable.join(', ')}`);
    for (const name of lists as string[])
      if (!Array.isArray(rest[name])) laying.tell(name, found(rest[name]), 'expected a list, as in replace');
    const guide = laying.read(guideSchema, rest, base, '', '') as Guide;
    return { guide: settle(guide, laying), problems: laying.problems };
  } catch (error) {
    // An object made by a script can throw when it is read.
    reader.tell('', `cannot be read (${String(error)})`, 'the default is used');
    return { guide: base, problems: reader.problems };
  }
}
