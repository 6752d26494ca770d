import * as v from 'valibot';

// The schema of a guide for PHP: the same tree, with what it asks for as data.

/** The browser's `\S` leaves out more kinds of white space than that of PHP. */
const something =
  '[^\\s\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]';
const patternOf = ({ source }) => (source === '\\S' ? something : source);

/** What an action of a pipe asks for. One that is not known here would not be checked on the server. */
function rule(action) {
  switch (action.type) {
    case 'regex':
    case 'iso_date':
      return { patterns: [patternOf(action.requirement)] };
    case 'integer':
      return { integer: true };
    case 'min_value':
      return { least: action.requirement };
    case 'url':
      return { url: true };
    case 'check':
      return { address: true };
    case 'description':
      return {};
    default:
      throw new Error(`the schema of a guide asks for "${action.type}", which the plugin cannot check yet`);
  }
}

export function schemaFor(schema) {
  if (schema.type === 'optional') return { ...schemaFor(schema.wrapped), optional: true };
  const node = { type: schema.type };
  const description = v.getDescription(schema);
  if (description) node.description = description;
  for (const action of (schema.pipe ?? []).filter(({ kind }) => kind !== 'schema')) {
    const { patterns, ...rest } = rule(action);
    if (patterns) node.patterns = [...(node.patterns ?? []), ...patterns];
    Object.assign(node, rest);
  }
  // A text of a text: the inner one has rules of its own.
  for (const inner of (schema.pipe ?? []).slice(1).filter(({ kind }) => kind === 'schema'))
    Object.assign(node, schemaFor(inner));
  if (schema.entries)
    node.entries = Object.fromEntries(
      Object.entries(schema.entries).map(([key, entry]) => [key, schemaFor(entry)]),
    );
  if (schema.item) node.item = schemaFor(schema.item);
  if (schema.type === 'record') node.value = schemaFor(schema.value);
  if (schema.type === 'union') node.options = schema.options.map(schemaFor);
  if (schema.type === 'picklist') node.options = schema.options;
  if (schema.type === 'literal') node.literal = schema.literal;
  return node;
}
