import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyWordPress } from './sources.mjs';
import { findProgram } from './tools.mjs';

// A real WordPress on this machine: MariaDB on a socket of its own, PHP's own web server, nothing that leaves loopback.

/** The people of the site. Their names are their roles. */
export const roles = {
  admin: 'administrator',
  editor: 'editor',
  author: 'author',
  contributor: 'contributor',
};
export const password = 'a long enough password';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};

async function waitFor(condition, what) {
  for (let tries = 0; tries < 2400; tries++) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not start`);
}

/** Ends a program and waits until it has gone. */
async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** A database server that knows nobody but us. Ends with `close()`. */
export async function startDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mariadb-'));
  const data = path.join(folder, 'data');
  const socket = path.join(folder, 'socket');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    findProgram('mariadb-install-db'),
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { stdio: 'pipe' },
  );
  const server = spawn(
    findProgram('mariadbd'),
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${path.join(folder, 'pid')}`,
      '--skip-networking',
      // What is lost with the machine is a test.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      '--skip-log-bin',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  await waitFor(() => existsSync(socket), 'MariaDB');
  return {
    socket,
    async close() {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const config = ({ socket, name, address }) => `<?php
define( 'DB_NAME', '${name}' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${address}' );
define( 'WP_SITEURL', '${address}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
// Whatever PHP has to complain about is in a file, which the tests read.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
define( 'AUTH_KEY', 'a' );
define( 'SECURE_AUTH_KEY', 'b' );
define( 'LOGGED_IN_KEY', 'c' );
define( 'NONCE_KEY', 'd' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;

/** Takes what is in the variable as an admin of long ago would have left the site. */
const install = (users) => `<?php
define( 'WP_INSTALLING', true );
$database = new mysqli( 'localhost', 'root', '', '', 0, $argv[2] );
$database->query( 'CREATE DATABASE ' . $argv[1] );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Rivertown', 'admin', 'admin@example.org', true, '', ${JSON.stringify(password)} );
foreach ( ${users} as $name => $role ) {
	wp_insert_user( array( 'user_login' => $name, 'user_pass' => ${JSON.stringify(password)}, 'user_email' => "$name@example.org", 'role' => $role ) );
}
// Pictures of people come from elsewhere.
update_option( 'show_avatars', 0 );
update_option( 'default_pingback_flag', 0 );
`;

/**
 * A WordPress with the people of `roles`, ready to log in to. Ends with `close()`.
 * @param version - One of `sources`.
 */
export async function startWordPress(version, database) {
  const parent = mkdtempSync(path.join(tmpdir(), 'wordpress-'));
  const folder = path.join(parent, 'site');
  const exact = copyWordPress(version, folder);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const name = `wp${exact.replace(/\D/g, '')}`;
  writeFileSync(path.join(folder, 'wp-config.php'), config({ socket: database.socket, name, address }));
  const users = `array( ${Object.entries(roles)
    .slice(1)
    .map(([user, role]) => `'${user}' => '${role}'`)
    .join(', ')} )`;
  writeFileSync(path.join(folder, 'install.php'), install(users));
  const php = (...parameters) =>
    execFileSync(findProgram('php'), ['-d', 'sendmail_path=/bin/true', ...parameters], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  php('install.php', name, database.socket);
  mkdirSync(path.join(folder, 'wp-content/uploads'), { recursive: true });
  const server = spawn(
    findProgram('php'),
    ['-d', 'sendmail_path=/bin/true', '-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', folder],
    // An editor asks for several things at once, and PHP's server has one worker unless it is told.
    { stdio: 'ignore', env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }, detached: true },
  );
  await waitFor(
    () =>
      fetch(`${address}/wp-login.php`).then(
        (answer) => answer.ok,
        () => false,
      ),
    'WordPress',
  );
  return {
    version: exact,
    address,
    folder,
    /** Runs a line of PHP inside the site, and returns what it prints. */
    run: (code) => php('-r', `require 'wp-load.php'; ${code}`),
    async close() {
      // The workers are children of the server: the group ends as one.
      if (server.exitCode === null) {
        process.kill(-server.pid, 'SIGTERM');
        await once(server, 'exit');
      }
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
