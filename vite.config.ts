import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  defineConfig,
  normalizePath,
  runnerImport,
  Visitor,
  type BuildOptions,
  type Plugin,
  type UserConfig,
} from 'vite';
import { demoSite } from './demo/site/build.js';
import type { Guide } from './src/content/guide.js';
import { attributeOf } from './src/attribute-of.js';
import { ownCustomProperties, ownNames } from './src/own-names.js';
import { letters, namesOf } from './src/short-names.js';

const ourSource = normalizePath(fileURLToPath(new URL('./src/', import.meta.url)));

/**
 * A classic script is read in the encoding of the page that holds it; a byte order mark makes it UTF-8
 * everywhere. Without it every "–" breaks on a Latin-1 page.
 */
const byteOrderMark = '\uFEFF';

/**
 * By this Chromium compiles all functions beside the page's own work, while the file comes, and not each of them when it
 * is first called. Others pass over it. For files of which nearly everything runs at once.
 */
const compileHint = '//# allFunctionsCalledOnLoad\n';

/** The parts that come by themselves while a page loads, and not when a visitor asks for something. */
const partsOfLoad = ['finder', 'locale', 'own-words', 'placeholders', 'read'];

/** Puts a text before the code of files, all or those of these names. What their maps say of a line moves down with it. */
const beginWith = (start: string, names?: readonly string[]): Plugin => ({
  name: 'begin-with',
  generateBundle(_options, bundle) {
    const lines = ';'.repeat(start.split('\n').length - 1);
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || names?.includes(chunk.name) === false) continue;
      chunk.code = start + chunk.code;
      if (chunk.map) chunk.map.mappings = lines + chunk.map.mappings;
      const map = bundle[chunk.sourcemapFileName ?? ''];
      if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', `$&${lines}`);
    }
  },
});

/** A private custom property has one letter here, see src/own-names.ts. */
const shortOf = (name: string): string => {
  const short = ownCustomProperties.get(name);
  if (!short) throw new Error(`${name} has no letter in src/own-names.ts.`);
  return short;
};

/** Space around what joins two selectors goes; in a sum, `+` needs its own. */
const shrinkCss = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/^ | ?([{};,>~!]) ?/g, '$1')
    .replace(/: | \* /g, (sign) => sign.trim())
    .replace(/[^{};]+\{/g, (selector) => selector.replaceAll(' + ', '+'))
    .replace(/\b0\.(?=\d)/g, '.')
    .replaceAll(';}', '}')
    .replace(/--_[a-z-]+/g, shortOf);

/**
 * What the templates of the one script cannot be, since it has only a part of Lit: see src/small-lit/template.ts. Of the
 * names with capital letters the browser gives `viewBox` back as it is, in a drawing.
 */
const unknownToSmallLit = /\{\}|<!--|(?!Box)[A-Z]\w*=$|\?[a-z]+=$|=["'][^"']*([<>]|$)/;

/** Where a line ends before and after them, whatever the styles: no visitor sees a space there. */
const blocks = '(?:div|section|fieldset|legend|p|[uo]l|li|h\\d)\\b';

/**
 * Line breaks with their indentation go, and what makes nodes or bytes that nobody sees: spaces beside blocks and in
 * drawings, and the slash of a tag that needs none. Other spaces between two tags may be ones that a visitor sees.
 */
const shrinkHtml = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(RegExp(` (</?${blocks})`, 'g'), '$1')
    .replace(RegExp(`(</?${blocks}[^<>]*>) `, 'g'), '$1')
    .replace(/--_[a-z-]+/g, shortOf)
    .replace(/(<svg[^<>]*>) | (<\/svg>)/g, '$1$2')
    .replace(/ \/>(?! ?<path)/g, '>')
    .replace(/ >/g, '>');

/**
 * Terser leaves the text of templates alone. This takes the comments and the indentation out of them, and the `css`
 * before those of styles, which are texts here: see src/small-lit/css.ts.
 */
const shrinkTemplates = (): Plugin => ({
  name: 'shrink-templates',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(ourSource)) return null;
    const edits: { start: number; end: number; text: string }[] = [];
    const unknown: string[] = [];
    const shrinkers: Record<string, (text: string) => string> = { css: shrinkCss, html: shrinkHtml };
    new Visitor({
      TaggedTemplateExpression({ tag, quasi }) {
        const shrink = tag.type === 'Identifier' && shrinkers[tag.name];
        if (!shrink) return;
        if (tag.name === 'css') edits.push({ start: tag.start, end: tag.end, text: '' });
        for (const { start, end, value } of quasi.quasis) {
          if (tag.name === 'html' && unknownToSmallLit.test(value.raw))
            unknown.push(`${unknownToSmallLit} in ${value.raw}`);
          edits.push({ start, end, text: shrink(value.raw) });
        }
      },
    }).visit(this.parse(code));
    if (unknown.length) this.error(`A template needs more than our part of Lit: ${unknown.join()}`);
    edits.sort((a, b) => b.start - a.start);
    for (const { start, end, text } of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});

/**
 * Terser gives each private name of the whole script a letter of its own. Private names belong to their class, so here
 * they are numbered from 0 in each class, and the letters repeat: that is smaller when compressed.
 */
const numberPrivateNames = (): Plugin => ({
  name: 'number-private-names',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(ourSource)) return null;
    const classes: { start: number; end: number; names: Set<string> }[] = [];
    const uses: { start: number; end: number; name: string }[] = [];
    new Visitor({
      ClassBody({ start, end, body }) {
        const keys = body.flatMap((member) => ('key' in member ? [member.key] : []));
        const names = keys.flatMap((key) => (key.type === 'PrivateIdentifier' ? [key.name] : []));
        classes.push({ start, end, names: new Set(names) });
      },
      PrivateIdentifier: (use) => void uses.push(use),
    }).visit(this.parse(code));
    uses.sort((a, b) => b.start - a.start);
    for (const { start, end, name } of uses) {
      // Of classes inside each other, the innermost is the one that was met last.
      const owner = classes.findLast((each) => each.start < start && end < each.end && each.names.has(name))!;
      code = `${code.slice(0, start)}#p${[...owner.names].indexOf(name)}${code.slice(end)}`;
    }
    return { code, map: null };
  },
});

/** Gives each of our own names its letter, in the script and in its parts. */
const shortenOwnNames = (): Plugin => ({
  name: 'shorten-own-names',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(ourSource)) return null;
    const edits: { start: number; end: number; text: string }[] = [];
    const shorten = (
      key: { type: string; start: number; end: number; name?: unknown },
      isShorthand = false,
    ): void => {
      const short = key.type === 'Identifier' && ownNames.get(String(key.name));
      if (!short) return;
      edits.push(
        isShorthand
          ? { start: key.start, end: key.start, text: `${short}: ` }
          : { start: key.start, end: key.end, text: short },
      );
    };
    new Visitor({
      MemberExpression({ computed, property }) {
        if (!computed) shorten(property);
      },
      Property({ computed, key, shorthand }) {
        if (!computed) shorten(key, shorthand);
      },
      MethodDefinition({ computed, key }) {
        if (!computed) shorten(key);
      },
      PropertyDefinition({ computed, key }) {
        if (!computed) shorten(key);
      },
    }).visit(this.parse(code));
    edits.sort((a, b) => b.start - a.start);
    for (const { start, end, text } of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});

/**
 * "sideEffects" in package.json speaks to the bundlers of others. Ours keeps whatever the entry imports of our own,
 * or a file that is forgotten there would leave without a warning and the script be empty.
 */
const keepOurSource = (): Plugin => ({
  name: 'keep-our-source',
  transform(_code, id) {
    return id.startsWith(ourSource) ? { moduleSideEffects: true } : null;
  },
});

const besideFile = `${ourSource}beside.ts`;
const dynamicImport = /import\('(\.\/(?:[^']+\/)?([^/']+)\.(?:js|json))'\)/g;

/** In the one script, what `beside.ts` imports comes from files beside the script. */
const importFromBeside = (): Plugin => ({
  name: 'import-from-beside',
  enforce: 'pre',
  transform(code, id) {
    if (id !== besideFile) return null;
    const rewritten = code.replace(dynamicImport, (_all, _path, name: string) => `importPart('${name}')`);
    return { code: `import { importPart } from './script-address.js';\n${rewritten}`, map: null };
  },
});

/** The modules that `beside.ts` names: file name to path. */
function besideModules(): Record<string, string> {
  const found = readFileSync(besideFile, 'utf8').matchAll(dynamicImport);
  return Object.fromEntries(
    Array.from(found, ([, path = '', name = '']) => [name, path.replace(/^\.(.*?)(?:\.js)?$/, 'src$1')]),
  );
}

/** The version stands in one place, `package.json`. */
const writeVersion = (): Plugin => ({
  name: 'write-version',
  enforce: 'pre',
  transform(code, id) {
    if (id !== `${ourSource}define.ts`) return null;
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    if (!code.includes("'source'")) this.error(`${id} has no place for the version`);
    return { code: code.replace("'source'", JSON.stringify(version)), map: null };
  },
});

/** What is computed the same on every page is computed here: text that repeats itself is smaller than code that writes it. */
const writeTokens = (): Plugin => ({
  name: 'write-tokens',
  enforce: 'pre',
  async transform(_code, id) {
    if (id !== `${ourSource}theme/tokens.ts`) return null;
    const { module } = await runnerImport<typeof import('./src/theme/tokens.js')>(id);
    return {
      code: `import { css } from 'lit';\nexport const tokens = css\`${module.tokens.cssText}\`;`,
      map: null,
    };
  },
});

/** What no visitor is shown stays out of the script: for whom the guide was written, and the formal names of stages. */
const leaveOutUnread = (): Plugin => ({
  name: 'leave-out-unread',
  enforce: 'pre',
  transform(code, id) {
    if (id !== `${ourSource}content/en.json`) return null;
    const guide = JSON.parse(code) as Guide;
    guide.scope = '';
    for (const stage of guide.stages) delete stage.formal;
    return { code: JSON.stringify(guide), map: null };
  },
});

/** What the part of Lit in the one script finds out by itself: an attribute that is its property's name with dashes. */
const leaveOutAttributes = (): Plugin => ({
  name: 'leave-out-attributes',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${ourSource}elements/`)) return null;
    const shorter = code.replace(
      /(\w+): \{ attribute: '([a-z-]+)'(?:, )?/g,
      (declaration, name: string, attribute: string) =>
        attribute === attributeOf(name) ? `${name}: {` : declaration,
    );
    return { code: shorter, map: null };
  },
});

/** The presets, as they are: they are read by those who make a theme of their own. */
const emitThemes = (): Plugin => ({
  name: 'emit-themes',
  generateBundle() {
    const folder = `${ourSource}theme/presets/`;
    for (const name of readdirSync(folder))
      this.emitFile({ type: 'asset', fileName: `themes/${name}`, source: readFileSync(folder + name) });
  },
});

/** The works of others that are inside, and the terms under which they are: what the minifier takes out stands here. */
const emitLicenses = (): Plugin => ({
  name: 'emit-licenses',
  generateBundle() {
    const packages = fileURLToPath(new URL('./node_modules/', import.meta.url));
    const licenses = ['valibot'].map((name) => {
      const [file = ''] = readdirSync(packages + name).filter((entry) => entry.startsWith('LICENSE'));
      return `${name}\n\n${readFileSync(`${packages}${name}/${file}`, 'utf8')}`;
    });
    // This one has its terms at the top of its code, and no file for them.
    const [terms = ''] =
      readFileSync(`${packages}qrcode-generator/dist/qrcode.mjs`, 'utf8').match(/^(\/\/.*\n)+/) ?? [];
    licenses.push(`qrcode-generator\n\n${terms.replaceAll(/^\/\/-*/gm, '')}`);
    this.emitFile({
      type: 'asset',
      fileName: 'licenses.txt',
      source: licenses.join(`\n${'-'.repeat(72)}\n\n`),
    });
  },
});

const terserOptions: BuildOptions['terserOptions'] = {
  ecma: 2020,
  // Vite thinks of Safari 10, which cannot read a class with private names.
  safari10: false,
  // Functions beside each other are alike, and compress better.
  compress: { passes: 3, pure_getters: true, unsafe_arrows: true, hoist_funs: true },
  format: { comments: false },
};

/** The one script that a webmaster pastes: everything inside, no import, no global left behind. */
const oneScript: UserConfig = {
  plugins: [
    keepOurSource(),
    importFromBeside(),
    leaveOutAttributes(),
    leaveOutUnread(),
    writeTokens(),
    writeVersion(),
    shrinkTemplates(),
    numberPrivateNames(),
    shortenOwnNames(),
    beginWith(byteOrderMark + compileHint),
    emitThemes(),
    emitLicenses(),
  ],
  // Every visitor pays for the bytes of this script; the packages keep Lit itself.
  resolve: { alias: { lit: `${ourSource}small-lit/lit.ts` } },
  // One object literal compresses better than one export for each key.
  json: { namedExports: false, stringify: false },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    reportCompressedSize: false,
    // A map is there for who looks for it; a script copied alone asks for none.
    sourcemap: 'hidden',
    minify: 'terser',
    terserOptions: { ...terserOptions, mangle: { nth_identifier: namesOf(letters) } },
    // The name is demanded for the format; it is used only if the entry exports something, which it must not.
    lib: {
      entry: 'src/script.ts',
      formats: ['iife'],
      name: 'StemcellGuide',
      fileName: () => 'stemcell-guide.js',
    },
    rolldownOptions: {
      output: { exports: 'none', codeSplitting: false },
    },
  },
};

/** The languages that have a file of texts beside the English guide. */
const languages = readdirSync(`${ourSource}content`).flatMap(
  (file) => file.match(/^(?!en\.)(\w+)\.json$/)?.[1] ?? [],
);

/**
 * Files for each further language, made of its texts, its words and the English guide.
 * @param folder - Seen from where the build puts its files.
 * @param contents - What is written, from the file's JSON, by the ending of its name.
 */
const writeLocales = (
  folder: string,
  contents: Readonly<Record<string, (json: string) => string>>,
): Plugin => ({
  name: 'write-locales',
  async closeBundle() {
    // A build that goes elsewhere, such as one that is only compared, leaves alone what is in dist.
    const place = `${this.environment.config.build.outDir}/${folder}`;
    const { module } = await runnerImport<typeof import('./src/content/translate.js')>(
      './src/content/translate.ts',
    );
    const read = (file: string): Guide => JSON.parse(readFileSync(ourSource + file, 'utf8')) as Guide;
    mkdirSync(place, { recursive: true });
    for (const language of languages) {
      const [texts, words] = [`content/${language}.json`, `words/${language}.json`].map(read);
      const json = JSON.stringify(module.localeOf(read('content/en.json'), texts!, words!));
      for (const [ending, content] of Object.entries(contents))
        writeFileSync(`${place}/${language}${ending}`, `${content(json)}\n`);
    }
  },
});

/**
 * Puts into each part whatever code it imports, though others have it too: a browser asks for a file that parts share
 * only when one of them has come, which is a round trip more. A module that several import has an id for each of them.
 */
const keepPartsWhole = (): Plugin => {
  const entries = new Map(
    Object.entries(besideModules()).map(([name, path]) => [`${path.replace(/^src\//, ourSource)}.ts`, name]),
  );
  const partOf = (id: string): string | undefined => entries.get(id) ?? id.split('?part=')[1];
  return {
    name: 'keep-parts-whole',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const part = importer && partOf(importer);
      if (!part) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const isCode = found && /\.m?[jt]s$/.test(found.id) && !entries.has(found.id);
      return isCode ? { ...found, id: `${found.id}?part=${part}` } : found;
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && (!file.isEntry || file.imports.length))
          this.error(`${file.fileName}: a part needs another file, or is one that parts share`);
    },
  };
};

/** What the script loads when a visitor asks for it: one self-contained module each. */
const parts = (): UserConfig => ({
  json: { namedExports: false, stringify: false },
  plugins: [
    keepPartsWhole(),
    keepOurSource(),
    shrinkTemplates(),
    shortenOwnNames(),
    beginWith(compileHint, partsOfLoad),
    writeLocales('../locales', { '.json': (json) => json }),
  ],
  resolve: { alias: { lit: `${ourSource}lit-of-script.ts` } },
  build: {
    target: 'es2022',
    outDir: 'dist/parts',
    emptyOutDir: true,
    reportCompressedSize: false,
    minify: 'terser',
    terserOptions,
    lib: { entry: besideModules(), formats: ['es'], fileName: (_format, name) => `${name}.js` },
  },
});

/** Everything in dist that a page elsewhere can load. */
function filesForPages(): string[] {
  const folders = ['', 'parts/', 'locales/'].filter((folder) => existsSync(`dist/${folder}`));
  return folders.flatMap((folder) =>
    readdirSync(`dist/${folder}`)
      .filter(
        (file) => /\.(js|css)$|^embed\.html$/.test(file) || (folder === 'locales/' && file.endsWith('.json')),
      )
      .map((file) => folder + file)
      .sort(),
  );
}

/** For pinned snippets: the size of each file, and what stands in its `integrity` attribute. */
function writeIntegrity(): void {
  const entries = filesForPages().map((file) => {
    const bytes = readFileSync(`dist/${file}`);
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    return [file, { bytes: bytes.length, integrity }];
  });
  writeFileSync('dist/integrity.json', `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

const finishPages = (): Plugin => ({
  name: 'finish-pages',
  writeBundle() {
    for (const file of ['embed.html', 'embed.css']) copyFileSync(`src/embed/${file}`, `dist/${file}`);
    writeIntegrity();
  },
});

/** The page inside an iframe. This comes last of what pages load: it writes down what all of them weigh. */
const embed: UserConfig = {
  plugins: [keepOurSource(), finishPages()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    reportCompressedSize: false,
    minify: 'terser',
    terserOptions,
    lib: {
      entry: 'src/embed/embed.ts',
      formats: ['iife'],
      name: 'StemcellEmbed',
      fileName: () => 'embed.js',
    },
    rolldownOptions: { output: { exports: 'none', codeSplitting: false } },
  },
};

/** The npm package: ES modules that read well, with Lit left to whoever installs the package. */
const modules: UserConfig = {
  json: { namedExports: false, stringify: false },
  plugins: [
    writeVersion(),
    writeLocales('locales', {
      '.js': (json) => `export default ${json};`,
      '.d.ts': () =>
        `import type { Locale } from '../../types/index.js';\ndeclare const locale: Locale;\nexport default locale;`,
    }),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist/modules',
    emptyOutDir: true,
    reportCompressedSize: false,
    sourcemap: true,
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        'define-all': 'src/define-all.ts',
        ...Object.fromEntries(
          ['guide', 'stepper', 'faq', 'checklist'].flatMap((name) => [
            [name, `src/elements/${name}/${name}.ts`],
            [`define/${name}`, `src/define/${name}.ts`],
          ]),
        ),
      },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      external: /^lit(\/|$)/,
      output: { chunkFileNames: 'shared/[name].js' },
    },
  },
};

/** Writes the JSON Schema of a guide, made from the schema that checks guides. */
const writeGuideSchema = (): Plugin => ({
  name: 'write-guide-schema',
  async closeBundle() {
    const { module } = await runnerImport<typeof import('./src/cli/schema.js')>('./src/cli/schema.ts');
    writeFileSync('dist/guide.schema.json', `${JSON.stringify(module.guideJsonSchema(), null, 2)}\n`);
  },
});

/** The commands, for Node: one file with everything inside. */
const commands: UserConfig = {
  json: { namedExports: false, stringify: false },
  plugins: [writeGuideSchema()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/stemcell-guide.ts',
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    reportCompressedSize: false,
    minify: false,
    rolldownOptions: { output: { banner: '#!/usr/bin/env node', codeSplitting: false } },
  },
};

// `vite build`                 dist/stemcell-guide.js, dist/themes/*.css
// `vite build --mode parts`    dist/parts/*.js, dist/locales/*.json
// `vite build --mode embed`    dist/embed.html with what it loads, and dist/integrity.json
// `vite build --mode modules`  dist/modules/*.js, dist/modules/locales/*
// `vite build --mode cli`      dist/cli/*.js, dist/guide.schema.json
// `vite build --mode site`     dist/site/, with all that is there by then
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'parts':
      return parts();
    case 'embed':
      return embed;
    case 'modules':
      return modules;
    case 'cli':
      return commands;
    case 'site':
      return demoSite();
    default:
      return oneScript;
  }
});
