import { existsSync } from 'node:fs';
import { run } from './run-command.mjs';

// How do Debian's packages get here that a test needs?

/** Installs them where that can be done without asking: as root on Debian and its children. */
export async function installDebianPackages(names) {
  if (!names.length || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log(`  installing ${names.join(', ')}`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  // Two files of tests may want something at the same time.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update', '-qq'], options);
  await run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

/**
 * Says that something was not run, and why.
 * @throws {Error} on a server: there nobody reads that.
 */
export function sayNotRun(what, reason) {
  const message = `${what}: not run, ${reason}`;
  if (!['', 'false', '0', undefined].includes(process.env.CI)) throw new Error(message);
  console.log(`  ${message}`);
}

/** The same where packages are missing; says what to type. */
export const sayMissing = (what, names) =>
  sayNotRun(what, `on Debian it needs: sudo apt-get install ${names.join(' ')}`);
