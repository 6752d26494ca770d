import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run-command.mjs';

// Where do libraries come from that were never on npm?

const folder = '/usr/share/javascript';

/** A file of one of Debian's JavaScript packages; as root on Debian the package is installed if it is not there. */
export async function debianLibrary(packageName, file) {
  const there = path.join(folder, file);
  if (!existsSync(there) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    const install = () =>
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packageName], options);
    if (!(await install())) {
      await run('apt-get', ['update', '-qq'], options);
      await install();
    }
  }
  if (!existsSync(there)) throw new Error(`${there} is not there: sudo apt-get install ${packageName}`);
  return readFile(there, 'utf8');
}
