// `npm start`: builds the demo and serves it. `npm start -- --port=8080` picks the port.
//
// Only Node's own modules may be imported here: this file runs before anything is installed.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from '../test/support/packages.mjs';
import { run } from '../test/support/run-command.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const orStop = (done, message) => {
  if (done) return;
  console.error(message);
  process.exit(1);
};

orStop(await installPackages(root), 'The packages of package-lock.json could not be installed.');
const node = (file, ...parameters) =>
  run(process.execPath, [path.join(root, file), ...parameters], { cwd: root });
const build = (...parameters) => node('node_modules/vite/bin/vite.js', 'build', ...parameters);
orStop(await build(), 'The script could not be built.');
orStop(await build('--mode', 'parts'), 'The files beside the script could not be built.');
orStop(await build('--mode', 'embed'), 'The page for frames could not be built.');
const manifest = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
orStop(
  await node('node_modules/@custom-elements-manifest/analyzer/cem.js', ...manifest),
  'The manifest of the elements could not be written.',
);
orStop(await build('--mode', 'site'), 'The demo could not be put together.');

try {
  const { address } = await serve({ root: path.join(root, 'dist', 'site'), port: Number(values.port) });
  console.log(`\nThe demo is at ${address}/ (Ctrl+C ends it)`);
} catch (error) {
  orStop(false, `Port ${values.port} cannot be used: ${error.message}`);
}
