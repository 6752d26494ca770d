import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

// Does `npm start` show the demo to somebody who has just cloned the project? Nothing is built there yet.

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the demo starts in a folder in which nothing is built', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
  const isSource = (file) => !/^(node_modules|dist|\.git)$/.test(path.basename(file));
  cpSync(root, folder, { recursive: true, filter: isSource });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  const start = spawn(process.execPath, ['demo/start.mjs'], { cwd: folder });
  try {
    let said = '';
    const address = await new Promise((resolve, reject) => {
      const hear = (text) => {
        said += text;
        const [, found] = /The demo is at (http:\S+)/.exec(said) ?? [];
        if (found) resolve(found);
      };
      start.stdout.on('data', hear);
      start.stderr.on('data', hear);
      start.on('close', () => reject(new Error(said)));
    });
    assert.match(await (await fetch(address)).text(), /<stemcell-/);
    const script = await fetch(new URL('stemcell-guide.js', address));
    assert.ok(script.ok, 'the script is there');
  } finally {
    start.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
