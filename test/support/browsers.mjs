import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './run-command.mjs';

// Which browsers are on this machine, and how do the missing ones get here? Only Node's own modules are used:
// this runs before anything is installed.

export const engines = ['chromium', 'firefox', 'webkit'];

/** The packages of Debian and Ubuntu that bring each engine. */
const packages = {
  // Without recommended packages a browser may come without any font.
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

const isRoot = process.getuid?.() === 0;

const firstThere = (...files) => files.find((file) => file && existsSync(file));

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return firstThere(...names.flatMap((name) => folders.map((folder) => path.join(folder, name))));
}

function inProgramFiles(program) {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return firstThere(...roots.filter(Boolean).map((root) => path.join(root, program)));
}

export const findChromium = () =>
  firstThere(
    process.env.CHROME_PATH,
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    inProgramFiles('Google/Chrome/Application/chrome.exe'),
    inProgramFiles('Microsoft/Edge/Application/msedge.exe'),
  );

export const findFirefox = () =>
  firstThere(
    process.env.FIREFOX_PATH,
    onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    inProgramFiles('Mozilla Firefox/firefox.exe'),
  );

/** MiniBrowser, WebKitGTK's own little browser, is kept among the libraries, in a folder that varies. */
function findMiniBrowser() {
  if (process.env.WEBKIT_MINIBROWSER) return firstThere(process.env.WEBKIT_MINIBROWSER);
  const roots = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync);
  const folders = roots.flatMap((root) => {
    const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [root, ...entries.map((entry) => path.join(root, entry.name))];
  });
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return firstThere(
    ...folders.flatMap((folder) => versions.map((version) => path.join(folder, version, 'MiniBrowser'))),
  );
}

/** WebKit is several programs: the driver, the browser, and a screen if there is none. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = findMiniBrowser();
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const virtualScreen = onPath('Xvfb');
  if (driver && browser && (hasScreen || virtualScreen)) return { driver, browser, hasScreen, virtualScreen };
}

const find = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };

export const missingEngines = (wanted) => wanted.filter((engine) => !find[engine]());

/** What to type to get these engines. */
export const howToInstall = (missing) =>
  `sudo apt-get install ${missing.flatMap((engine) => packages[engine]).join(' ')}` +
  ' (or set CHROME_PATH, FIREFOX_PATH, WEBKIT_MINIBROWSER)';

/**
 * Installs what is missing where that can be done without asking, as root on Debian and its children, and
 * returns what is missing still.
 */
export async function installEngines(wanted) {
  const missing = missingEngines(wanted);
  if (missing.length === 0 || !isRoot || !existsSync('/etc/debian_version')) return missing;
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const wantedPackages = missing.flatMap((engine) => packages[engine]);
  console.log(`  installing ${wantedPackages.join(', ')}`);
  // Machines that have just been started may be at it themselves.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update', '-qq'], options);
  await run(
    'apt-get',
    [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...wantedPackages],
    options,
  );
  return missingEngines(wanted);
}

/** No phoning home, no graphics card; Chromium's sandbox refuses to run as root. */
export const chromiumFlags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  ...(isRoot ? ['--no-sandbox'] : []),
];
