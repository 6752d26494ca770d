import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run-command.mjs';

// Are the packages of the lock file there, and if not, how do they get there? Only Node's own modules are used:
// this runs before anything is installed.

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** npm writes down what it has put into node_modules; that must be what the lock file asks for. */
function matchesLockFile(root) {
  const written = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const installed = readJson(written).packages;
  const { '': ours, ...wanted } = readJson(path.join(root, 'package-lock.json')).packages;

  const asked = readJson(path.join(root, 'package.json'));
  for (const kind of ['dependencies', 'devDependencies'])
    if (JSON.stringify(ours[kind] ?? {}) !== JSON.stringify(asked[kind] ?? {})) return false;

  return Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
    const found = installed[folder];
    // Packages for other platforms are in the lock file and rightly not here.
    if (!found) return optional === true;
    return (
      found.version === version &&
      found.integrity === integrity &&
      existsSync(path.join(root, folder, 'package.json'))
    );
  });
}

/** Installs what the lock file says, if that is not there yet; resolves with whether all is there. */
export async function installPackages(root) {
  if (matchesLockFile(root)) return true;
  console.log('  npm ci');
  return run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
}
