import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Puts the demo site together: what is in demo/, but for the tools, with the script beside it, and beside the
// script what it loads. The result is a folder of plain files that any web server can hold.

const demo = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const site = path.join(dist, 'site');

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
await cp(demo, site, { recursive: true, filter: (file) => !file.endsWith('.mjs') });

const built = await readdir(dist, { withFileTypes: true });
for (const { name } of built.filter((entry) => entry.isFile() && !entry.name.endsWith('.map')))
  await cp(path.join(dist, name), path.join(site, name));
for (const folder of ['parts', 'themes'])
  await cp(path.join(dist, folder), path.join(site, folder), { recursive: true });
