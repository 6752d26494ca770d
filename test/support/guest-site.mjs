import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// What do the pages look like that the built script is tried on, and who serves them?

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const require = createRequire(import.meta.url);

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  // No encoding: a classic script is then read in that of the page.
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** Notes what goes wrong on a page. It is a file, and written plainly, so that any page can load it first. */
const watch = `
window.seen = { errors: [], violations: [], said: [] };
addEventListener('error', function (event) { seen.errors.push(String(event.message || event.target.src || event.type)); }, true);
addEventListener('unhandledrejection', function (event) { seen.errors.push(String(event.reason)); });
addEventListener('securitypolicyviolation', function (event) {
  // The browser's own wish for an icon.
  if (/favicon/.test(event.blockedURI)) return;
  seen.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
});
['warn', 'error'].forEach(function (kind) {
  var say = console[kind];
  console[kind] = function () { seen.said.push([].slice.call(arguments).join(' ')); say.apply(console, arguments); };
});
`;

export const fileOfDist = (file) => readFile(path.join(dist, file));
export const fileOfPackage = (file) => readFile(require.resolve(file), 'utf8');

/**
 * Serves pages from memory, then what is in dist, on an address of their own: every site starts with empty storage.
 * @param pages - By path: a text, or `{ body, headers }`.
 */
export async function openSite(pages = {}) {
  const requests = [];
  const content = { '/watch.js': watch, ...pages };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname !== '/favicon.ico') requests.push({ path: request.url, headers: request.headers });
    const page = content[pathname];
    const type = contentTypes[path.extname(pathname)] ?? contentTypes['.html'];
    try {
      const { body = page, headers = {}, after } = page?.body === undefined ? {} : page;
      const bytes = body ?? (await fileOfDist(pathname.slice(1)));
      await after;
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...headers }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    content,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A page of a stranger: in the head what it brings, in the body what it shows. */
export const pageOf = ({
  head = '',
  body = '<stemcell-faq></stemcell-faq>',
  script = '',
  attributes = '',
}) => `<!doctype html>
<html lang="en-US"${attributes}>
<head>
<meta charset="utf-8">
<title>A page of a stranger</title>
<script src="/watch.js"${script.nonce ?? ''}></script>
${head}
</head>
<body>
${body}
</body>
</html>`;

export const ourScript = '<script src="/stemcell-guide.js" defer></script>';

/** For `run` in a page: opens the list of sources, which is a file beside the script, and tells how that went. */
export async function openSources() {
  const faq = document.querySelector('stemcell-faq');
  faq.shadowRoot.getElementById('sources').click();
  await faq.sourceList.request();
  await faq.updateComplete;
  const text = faq.shadowRoot.getElementById('sources-panel').textContent;
  if (/If it does not come, close this and open it again/.test(text)) return 'refused';
  return /\d{4}/.test(text) ? 'loaded' : text;
}

/** For `until` in a page: whether the questions show their content. */
export const faqStands = () =>
  Boolean(document.querySelector('stemcell-faq').shadowRoot?.getElementById('sources'));
