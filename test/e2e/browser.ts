import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Browser, chromium, LaunchOptions } from 'playwright-core';

/** Where people have Chrome installed. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/** The package is an ES module, which tests can't import. */
const PACKAGED = `
import chromium from '@sparticuz/chromium';
console.log(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));
`;

/** A browser for checks of pages; nothing on systems that have none. */
export function findBrowser(): LaunchOptions | undefined {
  // The browser in the package is for this system alone.
  if (process.platform === 'linux' && process.arch === 'x64') {
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', PACKAGED], { encoding: 'utf8' }),
    );
  }
  const executablePath = INSTALLED.find((file) => existsSync(file));
  return executablePath === undefined ? undefined : { executablePath };
}

export function startBrowser(options: LaunchOptions): Promise<Browser> {
  return chromium.launch({ ...options, headless: true });
}
