import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { serve } from '../../demo/serve.mjs';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';
import { installPackages } from '../support/packages.mjs';

// What does Lighthouse say of the home page, on a telephone with a slow line? Lighthouse is a matter of this test
// alone: it is installed in test/site/lighthouse, from a lock file of its own.

const root = fileURLToPath(new URL('../../dist/site', import.meta.url));
const folder = fileURLToPath(new URL('lighthouse', import.meta.url));
const require = createRequire(path.join(folder, 'package.json'));
const importOf = async (name) => import(pathToFileURL(require.resolve(name)).href);

const textual = /^(text|application\/(json|xml))|javascript|svg/;

/** What hosts take for pages that they compress as they are asked for. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses what is text, as any web host does. Brotli first. */
async function compressed(address) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(address + request.url);
    const type = answer.headers.get('content-type');
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000', vary: 'accept-encoding' };
    let body = Buffer.from(await answer.arrayBuffer());
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    if (encoding && textual.test(type)) {
      body = encoding === 'br' ? brotliCompressSync(body, brotli) : gzipSync(body);
      headers['content-encoding'] = encoding;
    }
    response.writeHead(answer.status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What a category fell short in, and where, in readable lines. */
const shortcomings = (report, category) =>
  category.auditRefs
    .map(({ id, weight }) => ({ weight, ...report.audits[id] }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
    .map(({ id, title, details }) =>
      [`${id}: ${title}`, ...(details?.items ?? []).map((item) => item.node?.snippet ?? item.url ?? '')].join(
        ' ',
      ),
    );

describe('the home page, as Lighthouse sees it on a telephone', () => {
  let site, host, browser, report;
  before(async () => {
    assert.ok(await installPackages(folder), 'npm ci in test/site/lighthouse');
    const { default: lighthouse } = await importOf('lighthouse');
    const { launch } = await importOf('chrome-launcher');
    site = await serve({ root });
    host = await compressed(site.address);
    browser = await launch({
      chromePath: findChromium(),
      chromeFlags: ['--headless=new', ...chromiumFlags],
    });
    ({ lhr: report } = await lighthouse(`${host.address}/`, {
      port: browser.port,
      logLevel: 'error',
      onlyCategories: ['accessibility', 'best-practices', 'seo', 'performance'],
    }));
  });
  after(async () => {
    browser?.kill();
    host?.close();
    await site?.close();
  });

  it('is judged with the settings for mobiles, and in all of its categories', () => {
    assert.equal(report.runtimeError, undefined);
    assert.equal(report.configSettings.formFactor, 'mobile');
    assert.deepEqual(Object.keys(report.categories).sort(), [
      'accessibility',
      'best-practices',
      'performance',
      'seo',
    ]);
  });

  for (const name of ['accessibility', 'best-practices', 'seo'])
    it(`has 100 of 100 in ${name}`, () => {
      const category = report.categories[name];
      assert.deepEqual(shortcomings(report, category), []);
      assert.equal(category.score, 1);
    });

  // Times depend on the machine and on what else it does: they are told, not judged.
  after(() => {
    const { performance } = report.categories;
    const times = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'speed-index',
    ];
    const values = [...times, 'cumulative-layout-shift'].map(
      (id) => `${id} ${report.audits[id].displayValue}`,
    );
    console.log(`  Lighthouse ${report.lighthouseVersion}, mobile:`);
    for (const { title, score } of Object.values(report.categories))
      console.log(`    ${title.padEnd(16)} ${Math.round(score * 100)}`);
    console.log(`    ${values.join(', ')}`);
    for (const line of shortcomings(report, performance)) console.log(`    ${line}`);
  });
});
