import { createServer } from 'node:http';

/**
 * Serves what the sides have in memory to this machine only, always compressed, as a good host does. `asked` are the
 * files that were asked for, each as `side/file`.
 */
export async function serveSides(sides) {
  const asked = new Set();
  const server = createServer((request, response) => {
    const [, key, ...rest] = new URL(request.url, 'http://localhost').pathname.split('/');
    if (!key)
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>-</title>');
    const file = sides.find((side) => side.key === key)?.files.get(rest.join('/'));
    if (!file) return response.writeHead(404).end();
    asked.add(`${key}/${rest.join('/')}`);
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.bytes.length,
      'cache-control': 'max-age=600',
    });
    response.end(file.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
