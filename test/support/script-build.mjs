import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, normalizePath } from 'vite';

// How large is the one script, and what is in it without its content?

export const root = fileURLToPath(new URL('../..', import.meta.url));
const fromSource = (file) => normalizePath(path.join(root, 'src', file));

/** The size of a text in bytes, as it is and compressed at its best. */
export function weigh(text) {
  const bytes = Buffer.from(text);
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** An object whose content the minifier cannot know, or it would take out the code that reads it. */
const unknownObject = 'JSON.parse("{}")';

/** Empties the default guide and the words of the elements, whatever their exports are called: what is left is code. */
export const withoutContent = {
  name: 'without-content',
  // Without "enforce" this comes after Vite has made JavaScript of both.
  transform(code, id) {
    if (id !== fromSource('content/en.json') && id !== fromSource('words/en.ts')) return;
    const names = this.parse(code).body.flatMap((statement) => {
      if (statement.type === 'ExportDefaultDeclaration') return ['default'];
      if (statement.type !== 'ExportNamedDeclaration') return [];
      const declared = statement.declaration?.declarations ?? [statement.declaration].filter(Boolean);
      return [
        ...declared.map((declaration) => declaration.id.name),
        ...statement.specifiers.map((specifier) => specifier.exported.name),
      ];
    });
    const emptied = names.map((name, index) => `const part${index} = ${unknownObject};`);
    const exported = names.map((name, index) => `part${index} as ${name}`);
    return `${emptied.join('\n')}\nexport { ${exported.join(', ')} };`;
  },
};

/** Empties the default guide alone. */
export const withoutGuide = {
  ...withoutContent,
  transform(code, id) {
    return id === fromSource('content/en.json') ? `export default ${unknownObject};` : null;
  },
};

/** The one script as the configuration builds it, with further plugins; nothing is written. */
export async function buildWith(...plugins) {
  const [{ output }] = [
    await build({
      root,
      configFile: path.join(root, 'vite.config.ts'),
      logLevel: 'error',
      plugins,
      build: { write: false },
    }),
  ].flat();
  return output.find((file) => file.type === 'chunk');
}
