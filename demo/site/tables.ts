import { Marked } from 'marked';
import { escapeHtml, tableHtml } from './readme.js';

/** The tables of an element, from the manifest that is made from its source. */

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly (Described & { readonly fieldName?: string })[];
  readonly members?: readonly (Described & {
    readonly kind: string;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly attribute?: string;
    readonly parameters?: readonly { readonly name: string; readonly optional?: boolean }[];
  })[];
  readonly events?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly slots?: readonly Described[];
}

/** As much of `custom-elements.json` as the pages show. */
export interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const markdown = new Marked();
const prose = (text = ''): string => markdown.parseInline(text, { async: false });
const code = (text = ''): string => (text ? `<code>${escapeHtml(text)}</code>` : '');

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return '';
  return `<h2 id="${title.toLowerCase()}">${title}</h2>\n${tableHtml(head, rows)}`;
}

/**
 * Attributes, properties, methods, events, slots and parts. Without a manifest there is nothing to show.
 * @throws if the manifest does not have the element.
 */
export function tablesOf(manifest: Manifest | undefined, tag: string): string {
  if (!manifest) return '';
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`custom-elements.json has no <${tag}>`);
  const members = (element.members ?? []).filter(
    (member) => !member.static && (member.privacy ?? 'public') === 'public' && member.description,
  );
  const ofAttributes = new Set(element.attributes?.map(({ fieldName }) => fieldName));
  return [
    table(
      'Attributes',
      ['attribute', 'property', 'meaning'],
      (element.attributes ?? []).map(({ name, fieldName, description }) => [
        code(name),
        code(fieldName),
        prose(description),
      ]),
    ),
    table(
      'Properties',
      ['property', 'meaning'],
      members
        .filter(({ kind, name }) => kind === 'field' && !ofAttributes.has(name))
        .map(({ name, description }) => [code(name), prose(description)]),
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map(({ name, parameters = [], description }) => [
          code(`${name}(${parameters.map((each) => each.name + (each.optional ? '?' : '')).join(', ')})`),
          prose(description),
        ]),
    ),
    table(
      'Events',
      ['event', 'type', 'when'],
      (element.events ?? []).map(({ name, type, description }) => [
        code(name),
        code(type?.text),
        prose(description),
      ]),
    ),
    table(
      'Slots',
      ['slot', 'what goes there'],
      (element.slots ?? []).map(({ name, description }) => [
        name ? code(name) : 'the children',
        prose(description),
      ]),
    ),
    table(
      'Parts',
      ['part', 'what it is'],
      (element.cssParts ?? []).map(({ name, description }) => [code(name), prose(description)]),
    ),
  ].join('');
}
