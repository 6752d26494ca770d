import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';

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
function installPacked(project) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stemcell-guide-'));
  const place = path.join(project, 'node_modules/stemcell-guide');
  const note = path.join(project, 'node_modules/.stemcell-guide');
  const { file, integrity } = pack(folder);
  const isThere = existsSync(place) && existsSync(note) && readFileSync(note, 'utf8') === integrity;
  if (!isThere) {
    rmSync(note, { force: true });
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    rmSync(place, { recursive: true, force: true });
    cpSync(path.join(folder, 'package'), place, { recursive: true });
    writeFileSync(note, integrity);
  }
  rmSync(folder, { recursive: true });
}

function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** Lets one process at a time do something with a folder. Whoever was ended halfway keeps nobody out. */
async function alone(folder, action) {
  const lock = path.join(tmpdir(), `stemcell-guide-${createHash('sha256').update(folder).digest('hex')}`);
  for (;;)
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(existsSync(lock) && readFileSync(lock, 'utf8'));
      if (owner && !isAlive(owner)) rmSync(lock, { force: true });
      await sleep(200);
    }
  try {
    return await action();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Gives a project the packages of its lock file, and ours as npm packs it. Two test files use the same project, and may
 * run at once: what is there already is left alone.
 */
export const installProject = (project) =>
  alone(project, async () => {
    if (!(await installPackages(project)))
      throw new Error(`the packages of ${project} could not be installed`);
    installPacked(project);
  });
