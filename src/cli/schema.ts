import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { guideSchema } from '../content/guide.js';
import { replaceable } from '../content/replaceable.js';

/** The same schema for editors: JSON Schema of a guide that is laid over the default one. */

type Node = JsonSchema & {
  properties?: Record<string, Node>;
  items?: Node;
  required?: string[];
  $schema?: unknown;
};

/** What is merged may leave out everything but its id, and say that it is hidden or where it stands. */
function loosen(node: Node): void {
  if (node.properties) {
    const isItem = 'id' in node.properties;
    Object.values(node.properties).forEach(loosen);
    if (!isItem) delete node.required;
    else {
      node.required = ['id'];
      node.properties['hidden'] = { type: 'boolean', description: 'Leaves the item out.' };
      node.properties['order'] = {
        type: 'integer',
        minimum: 1,
        description: 'Its place in the list; 1 is the first.',
      };
    }
  }
  // Lists without ids take the place of those that are there, so what is in them is whole.
  if (node.items?.properties?.['id']) loosen(node.items);
}

export function guideJsonSchema(): object {
  const schema = toJsonSchema(guideSchema, { errorMode: 'ignore' }) as Node;
  loosen(schema);
  const properties = { ...schema.properties };
  delete properties['hidden'];
  delete properties['order'];
  delete schema.required;
  return {
    ...schema,
    title: 'A guide for stemcell-guide',
    description: 'Laid over the default guide by id: what is left out stays as it is.',
    properties: {
      $schema: { type: 'string' },
      replace: {
        type: 'array',
        items: { enum: replaceable },
        description: 'Lists that show only what this guide names.',
      },
      ...properties,
    },
  };
}
