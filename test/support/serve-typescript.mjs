import { access } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { localeFromSource } from './locales.mjs';

const isThere = (file) =>
  access(file).then(
    () => true,
    () => false,
  );

/** What looks at the page as a visitor does: the tests, what they share, and the plugin of `contain.text`. */
const readsPage = /^\/test\/elements\/|^\/test\/support\/shown-text/;

const throughEnglish = (code) =>
  code
    .replace(/\{ textContent \}/g, '{ textInEnglish: textContent }')
    .replace(/\.textContent\b(?! = )/g, '.textInEnglish');

/** Marks a JSON address that a module imports, so that `fetch` of the same file still gets JSON. */
const asModule = 'as-module';

/**
 * How do browsers get to run TypeScript? A web-test-runner plugin sends it through the very transformer the build
 * uses, so that a line means the same in tests and in dist. JSON that TypeScript imports comes as a module, and the
 * file of a language is made when it is asked for.
 *
 * `lit` is what our source gets for Lit, if not Lit itself. `readInEnglish` has tests read each text of the page through
 * read-in-english.ts.
 */
export function serveTypeScript({ lit, readInEnglish } = {}) {
  let rootDir;

  return {
    name: 'serve-typescript',

    serverStart({ config }) {
      rootDir = config.rootDir;
    },

    resolveMimeType(context) {
      if (context.path.endsWith('.ts') || context.URL.searchParams.has(asModule)) return 'js';
    },

    async serve(context) {
      const [, language] = context.path.match(/^\/src\/locales\/(\w+)\.json$/) ?? [];
      const locale = language && (await localeFromSource(language));
      if (locale) return { body: JSON.stringify(locale), type: 'json' };
    },

    // In TypeScript './stepper.js' names './stepper.ts'.
    async resolveImport({ source, context }) {
      if (lit && source === 'lit' && context.path.startsWith('/src/')) return lit;
      if (!context.path.endsWith('.ts') || !/^\.{1,2}\//.test(source)) return;
      if (source.endsWith('.json')) return `${source}?${asModule}`;
      if (!source.endsWith('.js')) return;
      const folder = path.join(rootDir, path.dirname(decodeURIComponent(context.path)));
      if (await isThere(path.join(folder, source))) return source;
      return source.replace(/\.js$/, '.ts');
    },

    async transform(context) {
      if (context.URL.searchParams.has(asModule)) return { body: `export default ${context.body};\n` };
      if (readInEnglish && context.path.endsWith('/plugins/chai-dom.js'))
        return { body: context.body.replaceAll("'textContent'", "'textInEnglish'") };
      if (!context.path.endsWith('.ts')) return;
      const file = path.join(rootDir, decodeURIComponent(context.path));
      const { code, map } = await transformWithOxc(
        readInEnglish && readsPage.test(context.path) ? throughEnglish(context.body) : context.body,
        file,
        { target: 'es2022', sourcemap: true },
      );
      const sourceMap = Buffer.from(JSON.stringify(map)).toString('base64');
      return { body: `${code}\n//# sourceMappingURL=data:application/json;base64,${sourceMap}\n` };
    },
  };
}
