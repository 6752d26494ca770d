import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * How do tests in Node get to the TypeScript of src/? Vite runs it: `await importSource('content/claims.ts')`.
 * Packages that the source imports come from node_modules.
 */
export async function importSource(file) {
  const { module } = await runnerImport(`/src/${file}`, { root, configFile: false, logLevel: 'error' });
  return module;
}
