import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run-command.mjs';

// Where do libraries come from that were never on npm?

const folder = '/usr/share/javascript';

const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Several engines want the same at once, and apt-get works for one at a time: whoever comes later waits here. */
let installing = Promise.resolve();

async function install(packageName) {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const tryIt = () =>
    run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', packageName], options);
  if (await tryIt()) return;
  await run('apt-get', [...wait, 'update', '-qq'], options);
  await tryIt();
}

/** A file of one of Debian's JavaScript packages; as root on Debian the package is installed if it is not there. */
export async function debianLibrary(packageName, file) {
  const there = path.join(folder, file);
  if (canInstall) {
    installing = installing.then(() => (existsSync(there) ? undefined : install(packageName)));
    await installing;
  }
  if (!existsSync(there)) throw new Error(`${there} is not there: sudo apt-get install ${packageName}`);
  return readFile(there, 'utf8');
}
