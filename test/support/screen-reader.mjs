import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installDebianPackages, sayMissing, sayNotRun } from './debian-packages.mjs';

// How is a real screen reader listened to? Orca runs on a screen, a session bus and a speech service of its own, with a
// voice that makes no sound; what it says is read from its log.

/** Each program with the package of Debian that brings it. */
const programs = {
  '/usr/bin/orca': 'orca',
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/bin/openbox': 'openbox',
  '/usr/bin/xdotool': 'xdotool',
  '/usr/bin/dbus-daemon': 'dbus-daemon',
  '/usr/bin/speech-dispatcher': 'speech-dispatcher',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
};
const programFile = (name) => Object.keys(programs).find((file) => path.basename(file) === name);

const missingPackages = () =>
  Object.entries(programs)
    .filter(([file]) => !existsSync(file))
    .map(([, name]) => name);

/**
 * The version of Orca, such as "43.1"; nothing if it is not there, which is said. It is installed where that can be done
 * without asking.
 * @param wanted - The first number of the version: others have other words for the same things.
 * @throws {Error} on a server, if something is missing still.
 */
export async function findScreenReader(wanted) {
  await installDebianPackages(missingPackages());
  const missing = missingPackages();
  if (missing.length) return sayMissing('Screen reader', missing);
  const version = execFileSync(programFile('orca'), ['--version'], { encoding: 'utf8' }).trim();
  if (version.split('.')[0] === wanted) return version;
  return sayNotRun('Screen reader', `the scripts are agreed with Orca ${wanted}, and here is ${version}`);
}

/** Words for each key that is pressed would drown what we listen for, and there is nothing to read with the fingers. */
const settings = {
  general: { startingProfile: ['Default', 'default'] },
  profiles: {
    default: {
      profile: ['Default', 'default'],
      enableKeyEcho: false,
      enableEchoByCharacter: false,
      enableEchoByWord: false,
      enableTutorialMessages: false,
      enableBraille: false,
      speakDescription: true,
    },
  },
  pronunciations: {},
  keybindings: {},
};

/**
 * Runs inside Orca. Its log is written line by line, or words would wait there until 8 kB are full. What a page has is
 * not read out when it loads: with a voice that makes no sound that never ends. And a browser on a busy machine may take
 * longer to answer than the 0.8 seconds after which Orca takes it for dead.
 */
const customizations = `
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
from orca import debug, settings
Atspi.set_timeout(20000, 20000)
settings.sayAllOnLoad = False
settings.pageSummaryOnLoad = False
if debug.debugFile:
    debug.debugFile.reconfigure(line_buffering=True)
`;

const speechSettings = `
LogLevel 1
AudioOutputMethod "alsa"
DefaultModule silent
AddModule "silent" "sd_generic" "silent.conf"
`;

/** A voice that has said everything at once, and needs no loudspeaker. */
const voice = `
GenericExecuteSynth "true"
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "MALE1" "en"
DefaultVoice "en"
`;

/** Where ALSA plays to: nowhere. */
const loudspeaker = 'pcm.!default { type null }\nctl.!default { type null }\n';

/**
 * In the place of `pgrep`, with which Orca looks for others of the same user, and does not start beside them. This one has
 * a screen of its own and is in nobody's way.
 */
const findNoOther = '#!/bin/sh\nexit 1\n';

/** So long, in milliseconds, it may take until something happens that is waited for. */
const longestWait = 20_000;
/** Where Orca writes nothing at all for so long, it has nothing left to say, as far as anybody can know. */
const silence = 1500;

async function waitFor(what, isThere) {
  for (const end = Date.now() + longestWait; !(await isThere()); await sleep(50))
    if (Date.now() > end) throw new Error(`${what} did not come within ${longestWait / 1000} seconds`);
}

/** Reads a log as it grows. */
function follow(file) {
  let size = 0;
  let rest = '';
  /** The whole lines since the last call. */
  return async () => {
    const length = existsSync(file) ? (await stat(file)).size - size : 0;
    if (length <= 0) return [];
    const log = await open(file);
    const { buffer } = await log.read(Buffer.alloc(length), 0, length, size).finally(() => log.close());
    size += length;
    // A letter of several bytes may be cut in two here; a line is not.
    const lines = (rest + buffer.toString('latin1')).split('\n');
    rest = lines.pop();
    return lines.map((line) => Buffer.from(line, 'latin1').toString('utf8'));
  };
}

/** Starts all that it takes. Whoever starts it closes it. `SPOKEN_LOG=file` keeps Orca's log. */
export async function startScreenReader() {
  const folder = await mkdtemp(path.join(tmpdir(), 'spoken-'));
  const inFolder = (name) => path.join(folder, name);
  const processes = [];
  const environment = {
    ...process.env,
    HOME: folder,
    PATH: `${inFolder('bin')}:${process.env.PATH}`,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_SESSION_TYPE: 'x11',
    LC_ALL: 'C.UTF-8',
    NO_AT_BRIDGE: '0',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    SPEECHD_ADDRESS: `unix_socket:${inFolder('speech.sock')}`,
  };
  // Those of whoever runs the tests.
  for (const name of ['WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'LANGUAGE', 'XAUTHORITY'])
    delete environment[name];

  function start(name, parameters, stdio = []) {
    const [input = 'ignore', output = 'ignore', errors = 'ignore', ...more] = stdio;
    const child = spawn(programFile(name), parameters, {
      env: environment,
      stdio: [input, output, errors, ...more],
      cwd: folder,
    });
    processes.push({ child, gone: new Promise((resolve) => child.once('close', resolve)) });
    return child;
  }
  const firstLine = (name, stream) =>
    new Promise((resolve, reject) => {
      stream.once('data', (data) => resolve(String(data).trim().split('\n')[0]));
      stream.once('end', () => reject(new Error(`${name} ended without a word`)));
    });

  async function close() {
    if (process.env.SPOKEN_LOG && existsSync(inFolder('orca.log')))
      copyFileSync(inFolder('orca.log'), process.env.SPOKEN_LOG);
    for (const { child, gone } of processes.reverse()) {
      child.kill('SIGTERM');
      // Orca may be in the middle of a sentence.
      if ((await Promise.race([gone, sleep(2000, 'busy')])) === 'busy') child.kill('SIGKILL');
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async function startAll() {
    const screen = start(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      ['ignore', 'ignore', 'ignore', 'pipe'],
    );
    environment.DISPLAY = `:${await firstLine('Xvfb', screen.stdio[3])}`;
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], ['ignore', 'pipe']);
    environment.DBUS_SESSION_BUS_ADDRESS = await firstLine('dbus-daemon', bus.stdout);
    start('at-spi-bus-launcher', ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
    start('openbox', []);

    const speech = inFolder('speech');
    const preferences = inFolder('orca');
    await mkdir(path.join(speech, 'modules'), { recursive: true });
    await mkdir(preferences);
    await mkdir(inFolder('bin'));
    await writeFile(path.join(inFolder('bin'), 'pgrep'), findNoOther, { mode: 0o755 });
    await writeFile(path.join(speech, 'speechd.conf'), speechSettings);
    await writeFile(path.join(speech, 'modules', 'silent.conf'), voice);
    await writeFile(inFolder('.asoundrc'), loudspeaker);
    await writeFile(path.join(preferences, 'user-settings.conf'), JSON.stringify(settings));
    await writeFile(path.join(preferences, 'orca-customizations.py'), customizations);
    start('speech-dispatcher', [
      ...['-s', '-C', speech, '-S', inFolder('speech.sock'), '-c', 'unix_socket', '-L', folder],
      ...['-P', inFolder('speech.pid'), '-t', '0'],
    ]);
    await waitFor('The speech service', () => existsSync(inFolder('speech.sock')));
    await waitFor('The bus of accessibility', () => existsSync(inFolder('at-spi')));
    start('orca', ['--user-prefs', preferences, '--debug-file', inFolder('orca.log')]);
  }

  const newLines = follow(inFolder('orca.log'));
  let log = [];
  let said = [];

  /** Reads what is new in the log, and tells whether there was anything. */
  async function read() {
    const lines = await newLines();
    log.push(...lines);
    for (const line of lines) {
      const words = /SPEECH OUTPUT: '(.*)'(?:[[{]|$)/.exec(line)?.[1].replace(/\s+/g, ' ').trim();
      if (words) said.push(words);
    }
    return lines.length > 0;
  }

  /**
   * All that is said from here on, as a list.
   * @param isAll - Whether words are all that is waited for; without it, any are.
   * @param pause - How long Orca writes nothing then.
   * @param limit - How long words are waited for.
   */
  async function hear({ isAll = () => true, pause = silence, limit = longestWait } = {}) {
    const start = Date.now();
    let last = start;
    while (Date.now() - start < limit) {
      await sleep(20);
      if (await read()) last = Date.now();
      if (Date.now() - last > pause && isAll(said)) break;
    }
    log = [];
    const words = said;
    said = [];
    return words;
  }

  const type = (...parameters) =>
    new Promise((resolve, reject) => {
      const child = spawn(programFile('xdotool'), parameters, { env: environment, stdio: 'ignore' });
      child.once('error', reject);
      child.once('exit', resolve);
    });

  try {
    await startAll();
    if (!(await hear({ isAll: (words) => words.length > 0, pause: 0 })).length)
      throw new Error('Orca says nothing');
  } catch (error) {
    await close();
    throw error;
  }

  return {
    /** For the browser that it reads. */
    environment,
    hear,
    close,
    /** Waits until the log, from the last words that were heard, tells of something. */
    notices: (pattern) =>
      waitFor(`${pattern} in Orca's log`, async () => {
        await read();
        return log.some((line) => pattern.test(line));
      }),
    /** A key as the visitor presses it: `Tab`, `Return`, `space`, `shift+Tab`. */
    press: (key) => type('key', '--clearmodifiers', key),
    write: (text) => type('type', '--delay', '120', text),
  };
}
