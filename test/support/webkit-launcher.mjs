import { setTimeout as sleep } from 'node:timers/promises';
import { startWebKit } from './webkit-driver.mjs';

// How does web-test-runner run its pages in WebKit?

/** The keys that have a name, in WebDriver's private characters. */
const namedKeys = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
const buttons = { left: 0, middle: 1, right: 2 };

const keyDown = (key) => ({ type: 'keyDown', value: namedKeys[key] ?? key });
const keyUp = (key) => ({ type: 'keyUp', value: namedKeys[key] ?? key });
const move = (x, y) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y });
const pointerDown = (button = 'left') => ({ type: 'pointerDown', button: buttons[button] });
const pointerUp = (button = 'left') => ({ type: 'pointerUp', button: buttons[button] });

function keyboardOf(send) {
  const act = (...actions) =>
    send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  return {
    type: (text) => act(...[...text].flatMap((character) => [keyDown(character), keyUp(character)])),
    press(combination) {
      const keys = combination === '+' ? ['+'] : combination.split('+');
      return act(...keys.map(keyDown), ...keys.reverse().map(keyUp));
    },
    down: (key) => act(keyDown(key)),
    up: (key) => act(keyUp(key)),
  };
}

function mouseOf(send) {
  const act = (...actions) =>
    send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  return {
    move: (x, y) => act(move(x, y)),
    click: (x, y, { button } = {}) => act(move(x, y), pointerDown(button), pointerUp(button)),
    down: ({ button } = {}) => act(pointerDown(button)),
    up: ({ button } = {}) => act(pointerUp(button)),
    reset: () => send('DELETE', '/actions'),
  };
}

/** WebDriver sizes the window, frame and all; the page is what must fit, so we correct by what is over. */
async function setViewport(send, { width, height }) {
  const measure = () =>
    send('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
  // A window takes a moment to get its size.
  for (let tries = 0; tries < 50; tries++) {
    if (tries > 0) await sleep(20 * tries);
    const [innerWidth, innerHeight] = await measure();
    if (innerWidth === width && innerHeight === height) return;
    const frame = await send('GET', '/window/rect');
    await send('POST', '/window/rect', {
      width: frame.width + width - innerWidth,
      height: frame.height + height - innerHeight,
    });
  }
  const [innerWidth, innerHeight] = await measure();
  if (innerWidth !== width || innerHeight !== height)
    throw new Error(`WebKit: the viewport is ${innerWidth}x${innerHeight}, not ${width}x${height}`);
}

class WebKitLauncher {
  name = 'webkit';
  /** We speak the part of puppeteer's Page that @web/test-runner-commands calls. */
  type = 'puppeteer';
  concurrency = 1;

  #starting;
  #activeSession;

  async initialize() {}

  async #send(method, path, body) {
    this.#starting ??= startWebKit();
    const webkit = await this.#starting;
    return webkit.send(method, path, body);
  }

  async startSession(id, url) {
    await this.#send('POST', '/url', { url });
    this.#activeSession = id;
  }

  isActive(id) {
    return this.#activeSession === id;
  }

  getBrowserUrl() {
    return this.#send('GET', '/url');
  }

  async stopSession() {
    this.#activeSession = undefined;
    // Lets go of keys and buttons that a failed test left down.
    await this.#send('DELETE', '/actions').catch(() => {});
    await this.#send('POST', '/url', { url: 'about:blank' });
    return { browserLogs: [] };
  }

  async startDebugSession() {
    throw new Error('WebKitGTK cannot be debugged from here');
  }

  async stop() {
    const webkit = await this.#starting?.catch(() => {});
    await webkit?.close();
  }

  getPage() {
    const send = (method, path, body) => this.#send(method, path, body);
    return {
      url: () => '',
      keyboard: keyboardOf(send),
      mouse: mouseOf(send),
      setViewport: (size) => setViewport(send, size),
      emulateMediaFeatures: async () => {
        throw new Error('WebKit: emulateMedia is not supported');
      },
      screenshot: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
    };
  }
}

export const webkitLauncher = () => new WebKitLauncher();
