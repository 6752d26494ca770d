import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findWebKit } from './browsers.mjs';

// How is WebKitGTK started and spoken to? WebKitWebDriver speaks the W3C WebDriver protocol, which is plain HTTP.

/** MiniBrowser's toolbar keeps the window 447 px wide or more; a toolbar of nothing lets us test 320 px. */
const shrunkenToolbar =
  '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }' +
  ' image { -gtk-icon-transform: scale(0) }';

/** In milliseconds. */
const longestStart = 60_000;
/** What a script in a page may take; most are done at once. In milliseconds. */
const longestScript = 300_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function call(method, address, body = {}) {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json' },
    body: method === 'POST' ? JSON.stringify(body) : undefined,
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error}: ${value?.message}`);
  return value;
}

async function startVirtualScreen(program, processes) {
  const arguments_ = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const screen = spawn(program, arguments_, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  processes.push(screen);
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb stopped before it had a display')));
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

async function startDriver(program, environment, processes) {
  const port = await freePort();
  const driver = spawn(program, ['--host=127.0.0.1', `--port=${port}`], {
    env: environment,
    stdio: 'ignore',
  });
  processes.push(driver);
  const address = `http://127.0.0.1:${port}`;
  const end = Date.now() + longestStart;
  for (;;) {
    try {
      await fetch(`${address}/status`);
      return address;
    } catch (error) {
      if (driver.exitCode !== null) throw new Error('WebKitWebDriver stopped as soon as it was started');
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}

/** Starts WebKit; returns `send(method, path, body)` for its one session and `close()`. */
export async function startWebKit() {
  const webkit = findWebKit();
  if (!webkit) throw new Error('WebKitWebDriver, MiniBrowser or Xvfb is missing');

  const processes = [];
  const settings = mkdtempSync(path.join(tmpdir(), 'webkit-settings-'));
  mkdirSync(path.join(settings, 'gtk-3.0'));
  writeFileSync(path.join(settings, 'gtk-3.0', 'gtk.css'), shrunkenToolbar);

  // Runs also when the process that started us is stopped halfway: nothing of ours may stay behind.
  const cleanUp = () => {
    for (const child of processes.splice(0).reverse()) child.kill();
    rmSync(settings, { recursive: true, force: true });
  };
  process.once('exit', cleanUp);

  try {
    const environment = {
      ...process.env,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      NO_AT_BRIDGE: '1',
      XDG_CONFIG_HOME: settings,
    };
    if (!webkit.hasScreen) environment.DISPLAY = await startVirtualScreen(webkit.virtualScreen, processes);
    const address = await startDriver(webkit.driver, environment, processes);
    const { sessionId } = await call('POST', `${address}/session`, {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          pageLoadStrategy: 'none',
          'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation', '--full-screen'] },
        },
      },
    });
    const session = `${address}/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: longestScript });
    return {
      send: (method, path, body) => call(method, session + path, body),
      async close() {
        await call('DELETE', session).catch(() => {});
        process.removeListener('exit', cleanUp);
        cleanUp();
      },
    };
  } catch (error) {
    process.removeListener('exit', cleanUp);
    cleanUp();
    throw error;
  }
}
