import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { Browser, BrowserContextOptions, chromium, LaunchOptions, Page } from 'playwright-core';

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

export interface OpenedPage {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  /** What the page loaded. */
  readonly requests: readonly string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  context: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...context });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}

/**
 * What keeps people with some ability from using the page, with everything in it unfolded. The page must have been opened
 * with `bypassCSP`: its own policy lets nobody add a script, not even this check.
 */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
  await page.addScriptTag({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  // A check that could not look at colours has looked at nothing.
  if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('the contrast of the page was not checked');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
