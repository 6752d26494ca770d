import { existsSync } from 'node:fs';
import path from 'node:path';
import { installDebianPackages, sayMissing } from '../support/debian-packages.mjs';

// Which programs does a real WordPress need, and how do the missing ones get here? As root on Debian they are
// installed, as the browsers are.

/** Each program with the package of Debian that brings it. */
const programs = {
  php: 'php-cli',
  mariadbd: 'mariadb-server',
  'mariadb-install-db': 'mariadb-server',
  phpcs: 'php-codesniffer',
  msgfmt: 'gettext',
  unzip: 'unzip',
  dpkg: 'dpkg',
};
/** What PHP must be able to do, as it names it, with the packages. */
const extensions = { mysqli: 'php-mysql', dom: 'php-xml', mbstring: 'php-mbstring', gd: 'php-gd' };

const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin'].filter(Boolean);

export const findProgram = (name) =>
  folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));

/** PHP writes a file for each extension that is turned on. */
const hasExtension = (name) =>
  ['8.1', '8.2', '8.3', '8.4'].some((version) =>
    ['10', '20'].some((order) => existsSync(`/etc/php/${version}/cli/conf.d/${order}-${name}.ini`)),
  );

function missingPackages(wanted) {
  const programsMissing = Object.entries(programs).filter(([name]) => !findProgram(name));
  const extensionsMissing = Object.entries(extensions).filter(([name]) => !hasExtension(name));
  const missing = [...programsMissing, ...extensionsMissing].map(([, from]) => from);
  return [...new Set(missing)].filter((from) => wanted.includes(from));
}

const all = [...new Set([...Object.values(programs), ...Object.values(extensions)])];

/**
 * Whether everything is there; installs what is missing where that can be done without asking. What is missing still is
 * named, with what to type.
 * @throws {Error} on a server: there nobody reads that something was not run.
 */
export async function havePackages(wanted = all) {
  let missing = missingPackages(wanted);
  await installDebianPackages(missing);
  missing = missingPackages(wanted);
  if (missing.length) sayMissing('WordPress plugin', missing);
  return !missing.length;
}
