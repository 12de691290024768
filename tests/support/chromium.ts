import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium and its relatives usually are. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Nothing leaves this machine, and nothing waits for a screen. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const howTo =
  'The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk, or your system’s way), ' +
  'or set CHROMIUM_PATH to the program';

/** How long an installation may take; for a `beforeAll`. */
export const chromiumPatienceMs = 600_000;

/** Starts Chromium; installs it first where it is missing and that is possible. @throws Error that says how to install it */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium() ?? installChromium();
  return chromium.launch({ executablePath, headless: true, args: quiet });
}

function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  return usualPlaces.find((path) => existsSync(path));
}

function installChromium(): string {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(howTo);
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'], options);
  } catch (error) {
    throw new Error(howTo, { cause: error });
  }
  const path = findChromium();
  if (path === undefined) throw new Error(howTo);
  return path;
}
