import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// What do those get who install the package? The tarball that `npm pack` makes of what is built.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packs the package into a folder. Returns what npm says of it: its file name, and the files that are in it. */
export function pack(folder) {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(said);
  return { ...packed, file: path.join(folder, packed.filename) };
}

/** Puts the packed package into the node_modules of a project, as an installation would, without asking a registry. */
export function installPacked(project) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stemcell-guide-'));
  const place = path.join(project, 'node_modules/stemcell-guide');
  const { file } = pack(folder);
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  rmSync(place, { recursive: true, force: true });
  renameSync(path.join(folder, 'package'), place);
  rmSync(folder, { recursive: true });
  return place;
}
