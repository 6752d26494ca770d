import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openPhp74 } from './php-7.4.mjs';
import { havePackages } from './tools.mjs';

// Is the plugin written as WordPress asks for: its PHP, its readme.txt, its blocks, its translation, its zip?

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist/wordpress');
const plugin = path.join(dist, 'stemcell-guide');
const standard = fileURLToPath(new URL('standard/StemcellGuide', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json')));

const read = (file) => readFileSync(path.join(plugin, file), 'utf8');
const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .sort();
const phpFiles = () => filesIn(plugin, '.php');

/** What the linter says of a folder, a line each. */
function lint(folder) {
  const parameters = [`--standard=${standard}`, '--extensions=php', '--report=emacs', '-q', folder];
  return spawnSync('phpcs', parameters, { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map((line) => line.replace(`${folder}/`, ''));
}

const isThere = await havePackages([
  'php-cli',
  'php-xml',
  'php-mbstring',
  'php-codesniffer',
  'gettext',
  'unzip',
]);

if (isThere)
  describe('The plugin’s PHP', () => {
    it('is PHP, for the PHP of this machine and for 7.4', async () => {
      assert.ok(phpFiles().length > 12);
      for (const file of phpFiles()) execFileSync('php', ['-l', path.join(plugin, file)], { stdio: 'pipe' });
      const php = await openPhp74(plugin);
      const parse = (file) =>
        php.run(`<?php
        try { token_get_all( file_get_contents( '${file}' ), TOKEN_PARSE ); echo 'good'; }
        catch ( ParseError $error ) { echo $error->getMessage(); }`);
      for (const file of phpFiles()) assert.equal(await parse(`/plugin/${file}`), 'good', file);
      // And what came with PHP 8 would be seen.
      for (const newer of [
        'match ($a) { 1 => 2 };',
        'function f(int|string $a) {}',
        '$a?->b;',
        'f(name: 1);',
      ]) {
        php.write('/newer.php', `<?php ${newer}`);
        assert.notEqual(await parse('/newer.php'), 'good', newer);
      }
      php.close();
    });

    it('keeps to the standard', () => {
      assert.deepEqual(lint(path.join(root, 'src/wordpress')), []);
    });

    it('would be told of what breaks into a site', () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'lint-'));
      const faults = {
        "echo $_GET['x'];": ['EscapeOutput', 'CheckInput'],
        'echo "Hello $name";': ['EscapeOutput'],
        'echo strtoupper( $name );': ['EscapeOutput'],
        "echo $name ? $name : '';": ['EscapeOutput'],
        '_e( $name );': ['EscapeOutput'],
        "update_option( 'x', $_POST['x'] );": ['CheckInput'],
        'eval( $name );': ['Eval'],
        "wp_remote_get( 'https://example.org' );": ['ForbiddenFunctions'],
        '$camelCase = 1;': ['SnakeCase'],
        '$list = [ 1 ];': ['DisallowShortArraySyntax'],
      };
      Object.keys(faults).forEach((code, index) =>
        writeFileSync(path.join(folder, `${index}.php`), `<?php\n/** A file. */\n\n${code}\n`),
      );
      const told = lint(folder);
      Object.values(faults).forEach((sniffs, index) => {
        const lines = told.filter((line) => line.startsWith(`${index}.php:`));
        assert.ok(lines.length >= sniffs.length, `${Object.keys(faults)[index]}: ${lines.join()}`);
      });
      writeFileSync(
        path.join(folder, 'good.php'),
        `<?php\n/** A file. */\n\necho esc_html( $name ) . ( $is_on ? ' on' : '' );\n`,
      );
      assert.deepEqual(
        lint(folder).filter((line) => line.startsWith('good')),
        [],
      );
      rmSync(folder, { recursive: true });
    });

    it('can be reached only through WordPress', () => {
      for (const file of phpFiles())
        assert.match(read(file), /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, file);
    });
  });

if (isThere)
  describe('The plugin’s readme.txt', () => {
    const readme = () => read('readme.txt');
    const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(readme())?.[1];

    it('has the form of the plugin directory', () => {
      assert.match(readme(), /^=== Stem Cell Guide ===\n/);
      for (const name of [
        'Contributors',
        'Tags',
        'Requires at least',
        'Tested up to',
        'Requires PHP',
        'Stable tag',
        'License',
        'License URI',
      ])
        assert.ok(field(name), name);
      assert.ok(field('Tags').split(',').length <= 5);
      assert.match(field('Tested up to'), /^\d+\.\d+$/);
      const short = readme().split('\n\n')[1];
      assert.ok(short.length <= 150, `the short description has ${short.length} letters`);
      assert.doesNotMatch(short, /[<>*`]/);
      const sections = Array.from(readme().matchAll(/^== (.+) ==$/gm), ([, name]) => name);
      assert.deepEqual(sections, [
        'Description',
        'Installation',
        'Frequently Asked Questions',
        'Screenshots',
        'Changelog',
        'Upgrade Notice',
      ]);
      assert.ok(readme().length < 10_000, 'the directory shows no more');
    });

    it('says what the plugin itself says', () => {
      const header = Object.fromEntries(
        Array.from(
          read('stemcell-guide.php').matchAll(/^ \* ([A-Z][\w ]+):\s+(.+)$/gm),
          ([, name, value]) => [name, value],
        ),
      );
      assert.equal(header['Plugin Name'], 'Stem Cell Guide');
      for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
        assert.equal(header[name], field(name), name);
      assert.equal(header['Requires at least'], '6.1');
      assert.equal(header['Requires PHP'], '7.4');
      assert.equal(header['Text Domain'], 'stemcell-guide');
      assert.equal(header.Version, version);
      assert.equal(field('Stable tag'), version);
      assert.match(read('stemcell-guide.php'), new RegExp(`const VERSION\\s+= '${version}';`));
      assert.match(readme(), new RegExp(`^= ${version} =$`, 'm'));
    });
  });

if (isThere)
  describe('The plugin’s blocks', () => {
    const blocks = () =>
      filesIn(path.join(plugin, 'blocks'), 'block.json').map((file) => JSON.parse(read(`blocks/${file}`)));
    const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

    it('can be told what the shortcodes can be told, and no more', () => {
      const list = (name) => {
        const [, body] = new RegExp(`const ${name}\\s*= array\\(([^;]*)\\);`).exec(
          read('includes/class-widget.php'),
        );
        return body;
      };
      const shared = Array.from(list('SETTINGS').matchAll(/'([a-z-]+)'/g), ([, name]) => name);
      for (const { name, attributes, version: itsVersion } of blocks()) {
        assert.equal(itsVersion, version);
        const widget = name.replace('stemcell-guide/', '');
        if (widget === 'question') continue;
        const [, own] = new RegExp(`'${widget}'\\s*=> array\\(([^)]*)\\)`).exec(list('OWN_SETTINGS'));
        const expected = [...shared, ...Array.from(own.matchAll(/'([a-z-]+)'/g), ([, each]) => each)];
        assert.deepEqual(Object.keys(attributes).map(kebab).sort(), expected.sort(), widget);
        const flags = Object.keys(attributes).filter((each) => attributes[each].type === 'boolean');
        for (const flag of flags) assert.ok(list('FLAGS').includes(`'${kebab(flag)}'`), flag);
      }
    });

    it('can be translated: the template has every text, and is in the form of gettext', () => {
      const file = path.join(plugin, 'languages/stemcell-guide.pot');
      execFileSync('msgfmt', ['--check-format', '-o', '/dev/null', file], { stdio: 'pipe' });
      const template = readFileSync(file, 'utf8');
      for (const { title, description } of blocks()) {
        assert.ok(template.includes(`msgctxt "block title"\nmsgid "${title}"`), title);
        assert.ok(template.includes(`msgctxt "block description"\nmsgid "${description}"`), description);
      }
      const code = [...phpFiles().map(read), read('editor.js')].join('\n');
      const calls = code.match(/(?<![\w$])(__|esc_html__|esc_html_e|esc_attr__)\(/g).length;
      const places = template.match(/(includes\/[\w-]+\.php|editor\.js):\d+/g).length;
      assert.equal(places, calls);
      assert.match(template, /settings\.js:\d+\nmsgid "To be mended"/);
    });
  });

if (isThere)
  describe('The plugin’s zip', () => {
    let copy;
    after(() => copy && rmSync(copy, { recursive: true }));

    it('holds the built script with all that it loads, and what WordPress asks for', () => {
      const names = execFileSync('unzip', ['-Z1', path.join(dist, 'stemcell-guide.zip')], {
        encoding: 'utf8',
      })
        .trim()
        .split('\n');
      assert.deepEqual(names, [...names].sort());
      assert.ok(names.every((name) => name.startsWith('stemcell-guide/')));
      const built = path.join(root, 'dist');
      for (const file of [
        'stemcell-guide.js',
        ...filesIn(path.join(built, 'parts'), '.js').map((name) => `parts/${name}`),
      ]) {
        assert.ok(names.includes(`stemcell-guide/script-${version}/${file}`), file);
        assert.ok(
          readFileSync(path.join(built, file)).equals(
            readFileSync(path.join(plugin, `script-${version}`, file)),
          ),
        );
      }
      for (const file of [
        'readme.txt',
        'license.txt',
        'licenses.txt',
        'uninstall.php',
        'languages/stemcell-guide.pot',
        'data/guide.json',
      ])
        assert.ok(names.includes(`stemcell-guide/${file}`), file);
      assert.ok(!names.some((name) => /\.(map|ts|mjs)$/.test(name)));
    });

    it('is the same, byte for byte, when it is built again', () => {
      const hash = () =>
        createHash('sha256')
          .update(readFileSync(path.join(dist, 'stemcell-guide.zip')))
          .digest('hex');
      copy = mkdtempSync(path.join(tmpdir(), 'zip-'));
      cpSync(dist, copy, { recursive: true });
      const first = hash();
      execFileSync(process.execPath, [path.join(root, 'src/wordpress/build.mjs')], {
        cwd: root,
        stdio: 'pipe',
      });
      assert.equal(hash(), first);
    });
  });
