import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from '../support/run-command.mjs';

// The oldest PHP that the plugin promises. No Debian has it any more; this is PHP 7.4 itself, compiled for browsers and
// Node, from the npm registry.

const cache = fileURLToPath(new URL('../../node_modules/.cache/wordpress/php-7.4', import.meta.url));

/** Installs it once, into the cache. */
async function install() {
  if (existsSync(cache)) return;
  const unfinished = `${cache}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(fileURLToPath(new URL(file, import.meta.url)), path.join(unfinished, file));
  const parameters = ['ci', '--omit=dev', '--ignore-scripts', '--silent', '--no-audit', '--no-fund'];
  if (!(await run('npm', parameters, { cwd: unfinished })))
    throw new Error('PHP 7.4 could not be had from the npm registry');
  rmSync(cache, { recursive: true, force: true });
  renameSync(unfinished, cache);
}

/**
 * PHP 7.4 with a folder in it, as `/plugin`.
 * @returns A function that runs code and gives what it prints.
 */
export async function openPhp74(folder) {
  await install();
  const { resolve } = createRequire(path.join(cache, 'package.json'));
  const load = (name) => import(pathToFileURL(resolve(name)).href);
  const { PHP, loadPHPRuntime } = await load('@php-wasm/universal');
  const { getPHPLoaderModule } = await load('@php-wasm/node-7-4');
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.posix.join('/plugin', path.relative(folder, file).replaceAll('\\', '/'));
    if (entry.isDirectory()) php.mkdirTree(inside);
    else {
      php.mkdirTree(path.posix.dirname(inside));
      php.writeFile(inside, readFileSync(file));
    }
  }
  return {
    write: (file, content) => php.writeFile(file, content),
    async run(code) {
      const { text, errors } = await php.run({ code });
      if (errors) throw new Error(errors);
      return text;
    },
    close: () => php.exit(),
  };
}
