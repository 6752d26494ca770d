import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** The file that a path means inside one folder; nothing outside of it, not by "..", nor through a link. */
async function findFile(folder, pathname) {
  try {
    const base = await realpath(folder);
    const asked = path.join(base, pathname);
    const file = await realpath(pathname.endsWith('/') ? path.join(asked, 'index.html') : asked);
    if (!file.startsWith(base + path.sep)) return;
    const { isFile, size } = await stat(file).then((found) => ({ isFile: found.isFile(), size: found.size }));
    if (isFile) return { file, size };
  } catch {
    // Not there.
  }
}

function pathnameOf(request) {
  try {
    const pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    return pathname.includes('\0') ? undefined : pathname;
  } catch {
    return undefined;
  }
}

/**
 * Serves the files of a folder, or of several of which the first that has the file answers, to this machine only.
 * `headers` sets or replaces headers by path, such as `{ '/latin.html': { 'content-type': 'text/html; charset=latin1' } }`.
 * Port 0 is any free one. Resolves with `{ address, close }`; the address has no slash at its end.
 */
export async function serve({ root, port = 0, headers = {} }) {
  const folders = [root].flat();

  const server = createServer(async (request, response) => {
    const refuse = (status, text) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD');
    const pathname = pathnameOf(request);
    if (pathname === undefined) return refuse(400, 'Bad address');

    for (const folder of folders) {
      const found = await findFile(folder, pathname);
      if (!found) continue;
      response.writeHead(200, {
        'content-type': contentTypes[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream',
        'content-length': found.size,
        'cache-control': 'no-cache',
        ...headers[pathname],
      });
      if (request.method === 'HEAD') return response.end();
      const stream = createReadStream(found.file);
      stream.once('error', () => response.destroy());
      response.once('close', () => stream.destroy());
      return stream.pipe(response);
    }
    return refuse(404, 'Not found');
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        // Browsers keep connections open, and close() would wait for them.
        server.closeAllConnections();
      }),
  };
}
