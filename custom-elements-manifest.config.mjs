// Which classes, attributes, events, slots and parts are there? Written to dist/custom-elements.json from the doc
// comments of the source, with the types as TypeScript has them, and from that the data for editors. The pages of the
// documentation and the types for frameworks are made from it too.

import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { mkdirSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/** The element of each source file. The base comes first: what all share is inherited from it. */
const sources = {
  'src/elements/base-element.ts': undefined,
  'src/elements/guide/guide.ts': 'guide',
  'src/elements/stepper/stepper.ts': 'stepper',
  'src/elements/faq/faq.ts': 'faq',
  'src/elements/checklist/checklist.ts': 'checklist',
};

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(['src/index.ts', ...Object.keys(sources)], { ...options, noEmit: true });
const checker = program.getTypeChecker();

/** A type in the words of its parts: `'fat' | 'donor'` says more in an editor than a name does. */
function typeText(type, keepsUndefined = true) {
  const flags = ts.TypeFlags;
  if (type.flags & flags.Boolean) return 'boolean';
  if (type.isUnion()) {
    const isBoolean = type.types.some(({ flags: each }) => each & flags.BooleanLiteral);
    const parts = type.types
      .filter(({ flags: each }) => !(each & (flags.Undefined | flags.BooleanLiteral)))
      .map((each) => typeText(each));
    const mayBeUndefined = type.types.some(({ flags: each }) => each & flags.Undefined);
    return [
      ...(isBoolean ? ['boolean'] : []),
      ...parts,
      ...(keepsUndefined && mayBeUndefined ? ['undefined'] : []),
    ].join(' | ');
  }
  if (type.isStringLiteral()) return `'${type.value}'`;
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
}

const symbolOf = (file, name) =>
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)))
    .find((symbol) => symbol.name === name);

/** What each event tells, by its name. */
const details = new Map(
  checker
    .getDeclaredTypeOfSymbol(symbolOf('src/elements/events.ts', 'EventDetails'))
    .getProperties()
    .map((event) => {
      const fields = checker
        .getTypeOfSymbol(event)
        .getProperties()
        .map((field) => `${field.name}: ${typeText(checker.getTypeOfSymbol(field))}`);
      return [event.name, `CustomEvent<{ ${fields.join('; ')} }>`];
    }),
);

const published = (name) => `dist/modules/${name}.js`;

/** What a class gives to a page: its own first, then what all share; nothing private; types in full. */
function publicFace(declaration, file) {
  const type = checker.getDeclaredTypeOfSymbol(symbolOf(file, declaration.name));
  const typeOf = (name) => checker.getTypeOfSymbol(type.getProperty(name));
  const without = ({ inheritedFrom: base, privacy: _privacy, ...item }) => ({
    ...item,
    ...(item.description && { description: item.description.replace(/\s+/g, ' ') }),
    ...(base && { inheritedFrom: { name: base.name } }),
  });
  const isPublic = ({ name, privacy, static: isStatic }) =>
    !name.startsWith('#') && privacy !== 'protected' && privacy !== 'private' && !isStatic;
  const members = declaration.members.filter(isPublic).map(without);
  const fields = members
    .filter(({ kind }) => kind === 'field')
    .map((field) => ({ ...field, type: { text: typeText(typeOf(field.name)) } }));
  const methods = members
    .filter(({ kind }) => kind === 'method')
    .map((method) => {
      const [signature] = typeOf(method.name).getCallSignatures();
      const types = signature.parameters.map((parameter) => checker.getTypeOfSymbol(parameter));
      return {
        ...method,
        ...(method.parameters && {
          parameters: method.parameters.map((parameter, index) => ({
            ...parameter,
            type: { text: typeText(types[index]) },
          })),
        }),
        return: { type: { text: typeText(signature.getReturnType()) } },
      };
    });
  return {
    kind: 'class',
    name: declaration.name,
    tagName: declaration.tagName,
    customElement: true,
    description: declaration.description,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: declaration.attributes.map(without).map((attribute) => ({
      ...attribute,
      type: { text: typeText(typeOf(attribute.fieldName), false) },
    })),
    members: [...fields, ...methods],
    events: declaration.events
      .map(without)
      .map((event) => ({ ...event, type: { text: details.get(event.name) } })),
    slots: declaration.slots.map(without),
    cssParts: declaration.cssParts.map(without),
    cssProperties: declaration.cssProperties.map(without),
  };
}

/** Leaves what is published, under the paths of the package. */
const asPublished = () => ({
  name: 'as-published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = Object.entries(sources).flatMap(([file, name]) => {
      if (!name) return [];
      const [declaration] = manifest.modules.find(({ path }) => path === file).declarations;
      const own = { name: declaration.name, module: published(name) };
      return {
        kind: 'javascript-module',
        path: published(name),
        declarations: [publicFace(declaration, file)],
        exports: [
          { kind: 'js', name: declaration.name, declaration: own },
          { kind: 'custom-element-definition', name: declaration.tagName, declaration: own },
        ],
      };
    });
  },
});

const header = '// Made from custom-elements.json. Do not edit.\n';

/** What a template may write on an element: attributes, properties, and what hears its events. */
function inputsOf({ name, tagName, attributes, members, events }) {
  const line = (description, key, type) =>
    `  /** ${description} */\n  ${key.includes('-') ? `'${key}'` : key}?: ${type} | undefined;`;
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const kebab = attributes.filter(({ name: attribute }) => attribute.includes('-'));
  const attributeType = ({ type }) => (type.text === 'number' ? 'number | string' : type.text);
  return `/** What a template may write on \`<${tagName}>\`. */
export interface ${name}Inputs {
${[
  ...fields.map((field) => line(field.description, field.name, `${name}['${field.name}']`)),
  ...kebab.map((attribute) => line(attribute.description, attribute.name, attributeType(attribute))),
  ...events.map((event) =>
    line(event.description, `on${event.name}`, `((event: ${event.type.text}) => void)`),
  ),
].join('\n')}
}
`;
}

/** How each framework is told of elements that are not its own. */
const frameworks = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { StemcellElements } from './elements.js';

type Tags = {
  [Tag in keyof StemcellElements]: DetailedHTMLProps<
    HTMLAttributes<StemcellElements[Tag]['element']>,
    StemcellElements[Tag]['element']
  > &
    StemcellElements[Tag]['inputs'];
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`,
  preact: `import type { HTMLAttributes } from 'preact';
import type { StemcellElements } from './elements.js';

type Tags = {
  [Tag in keyof StemcellElements]: HTMLAttributes<StemcellElements[Tag]['element']> &
    StemcellElements[Tag]['inputs'];
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
import type { StemcellElements } from './elements.js';

type Tags = {
  [Tag in keyof StemcellElements]: HTMLAttributes<StemcellElements[Tag]['element']> &
    StemcellElements[Tag]['inputs'];
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
`,
  vue: `import type { HTMLAttributes, PublicProps } from 'vue';
import type { StemcellElements } from './elements.js';

type Camel<Text extends string> = Text extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camel<Rest>>}\`
  : Text;
/** \`@stemcell-stage-change\` is \`onStemcellStageChange\` to Vue. */
type AsInVue<Inputs> = {
  [Key in keyof Inputs as Key extends \`on\${infer Event}\` ? \`on\${Capitalize<Camel<Event>>}\` : Key]: Inputs[Key];
};
type Component<Tag extends keyof StemcellElements> = new () => StemcellElements[Tag]['element'] & {
  $props: HTMLAttributes & AsInVue<StemcellElements[Tag]['inputs']> & PublicProps;
};
type Tags = { [Tag in keyof StemcellElements]: Component<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`,
};

/** Types for templates: `import type {} from 'stemcell-guide/react'` and its like. */
const typesForFrameworks = () => ({
  name: 'types-for-frameworks',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const elements = modules.map(({ declarations: [declaration] }) => declaration);
    const folder = 'dist/frameworks';
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      `${folder}/elements.d.ts`,
      `${header}import type { ${elements.map(({ name }) => name).join(', ')} } from '../types/index.js';

${elements.map(inputsOf).join('\n')}
/** The elements and what a template may write on them, by their tags. */
export interface StemcellElements {
${elements.map(({ name, tagName }) => `  '${tagName}': { element: ${name}; inputs: ${name}Inputs };`).join('\n')}
}
`,
    );
    for (const [name, text] of Object.entries(frameworks)) {
      writeFileSync(`${folder}/${name}.d.ts`, header + text);
      // For those who import it as they import all else: there is nothing in it to run.
      writeFileSync(`${folder}/${name}.js`, 'export {};\n');
    }
  },
});

/**
 * The types of a guide in full. The source has them from a schema, in the words of a library that those who install
 * the package do not have.
 */
const typesOfGuide = () => ({
  name: 'types-of-guide',
  packageLinkPhase() {
    const source = program.getSourceFile('src/content/guide.ts');
    const format = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
    const interfaces = source.statements
      .filter(ts.isInterfaceDeclaration)
      .map((each) => each.getText(source));
    const types = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .filter(({ flags }) => flags & ts.SymbolFlags.TypeAlias)
      .map((symbol) => {
        const type = checker.getDeclaredTypeOfSymbol(symbol);
        return `export type ${symbol.name} = ${checker.typeToString(type, source, format)};`;
      });
    // `npm start` makes no other types.
    mkdirSync('dist/types/content', { recursive: true });
    writeFileSync(
      'dist/types/content/guide.d.ts',
      `// Made from the schema of a guide. Do not edit.\n${[...interfaces, ...types].join('\n\n')}\n`,
    );
  },
});

export default {
  globs: Object.keys(sources),
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    asPublished(),
    typesForFrameworks(),
    typesOfGuide(),
    customElementVsCodePlugin({ outdir: 'dist', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, hideLogs: true }),
  ],
};
