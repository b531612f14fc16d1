import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { barriersOf, findBrowser, OpenedPage, openPage, startBrowser } from './browser';
import type { SecurityReport } from '../../src/report/model';
import { htmlReport } from '../../src/report/writers/html';
import {
  analysis,
  DEPLOY_ACCOUNT,
  escapedAnalysis,
  facts,
  finding,
  fullFacts,
  report,
  reportWithFindings,
  stack,
} from '../report/made-up-report';

// Looking at every rule of accessibility takes long on a busy machine.
jest.setTimeout(120_000);

const options = findBrowser();
if (options === undefined) console.warn('the report was not opened in a browser: there is no Chrome here');
const withBrowser = options === undefined ? describe.skip : describe;

const folder = mkdtempSync(join(tmpdir(), 'report-browser-'));
let browser: Browser;

beforeAll(async () => {
  if (options !== undefined) browser = await startBrowser(options);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** A report with a bit of everything. */
function fullReport(): SecurityReport {
  const since = { name: 'main/cdk.out', facts: facts({ stacks: fullFacts().stacks.slice(1) }), identities: [] };
  const boundaries = [analysis(), { ...escapedAnalysis(), place: `${DEPLOY_ACCOUNT}/us-east-1` }];
  return report({ since, boundaries });
}

async function open(model: SecurityReport, context: BrowserContextOptions = {}): Promise<OpenedPage & { url: string }> {
  const file = join(folder, 'report.html');
  writeFileSync(file, htmlReport(model));
  const url = pathToFileURL(file).href;
  return { ...(await openPage(browser, url, context)), url };
}

function visibleRows(page: Page): Promise<number> {
  return page.locator('#findings-table tbody tr:visible').count();
}

withBrowser('the report in a browser', () => {
  test('nothing is complained about, and nothing is loaded but the page', async () => {
    const { complaints, requests, url } = await open(fullReport());

    expect(complaints).toEqual([]);
    expect(requests).toEqual([url]);
  });

  test('names that are HTML stay names', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>';
    const findings = [finding(`Pack-1[${hostile}]`, `Prod/${hostile}`, { description: hostile })];
    const { page, complaints, requests } = await open(
      report({ title: hostile, assembly: { facts: facts({ findings, stacks: [stack(hostile)] }), identities: [] } }),
    );

    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe(`Security report: ${hostile}`);
    expect({ complaints, loaded: requests.length }).toEqual({ complaints: [], loaded: 1 });
  });

  test.each([
    { colorScheme: 'light', viewport: { width: 1400, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 1400, height: 900 } },
    { colorScheme: 'light', viewport: { width: 390, height: 800 } },
  ] as const)('people with any abilities can use it, %j', async (context) => {
    const { page } = await open(fullReport(), { ...context, bypassCSP: true });

    expect(await barriersOf(page)).toEqual([]);
  });

  test('a keyboard is enough to skip the contents, to filter, and to scroll tables', async () => {
    const { page } = await open(fullReport());
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.id || document.activeElement.className');

    await page.keyboard.press('Tab');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ y: 16 });
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');

    await page.locator('#filter-text').focus();
    await page.keyboard.type('lambdadlq');
    expect(await page.locator('#filter-status').textContent()).toBe('Showing 1 of 1 findings that match, of 3 in all.');
    const stops: string[] = [];
    for (let stop = 0; stop < 5; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['filter-severity', 'filter-state', 'filter-source', 'filter-account', 'scroll']);
  });

  test('a link to a rule opens the part that it stands in', async () => {
    const { page } = await open(fullReport());

    await page.locator('#findings-table tbody a').first().click();

    expect(await page.locator('#rules-table').isVisible()).toBe(true);
  });

  test('on paper there are all findings and nothing to click', async () => {
    const { page } = await open(reportWithFindings(300));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");

    expect(await visibleRows(page)).toBe(300);
    for (const part of ['nav', '.skip', '#findings-filter', '#findings-more']) {
      expect({ part, isVisible: await page.locator(part).isVisible() }).toEqual({ part, isVisible: false });
    }

    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await visibleRows(page)).toBe(200);
  });

  test('without scripts all findings are there', async () => {
    const { page } = await open(reportWithFindings(300), { javaScriptEnabled: false });

    expect(await visibleRows(page)).toBe(300);
    expect(await page.locator('#findings-filter').isVisible()).toBe(false);
  });

  describe('with 5,000 findings', () => {
    let page: Page;

    beforeAll(async () => {
      ({ page } = await open(reportWithFindings(5000)));
    });

    test('some are shown, and more when asked for', async () => {
      expect(await visibleRows(page)).toBe(200);
      expect(await page.locator('#filter-status').textContent()).toBe('Showing 200 of 5,000 findings.');

      await page.locator('#findings-more').click();
      expect(await visibleRows(page)).toBe(400);
      const place = "[...document.querySelectorAll('#findings-table tbody tr')].indexOf(document.activeElement)";
      expect(await page.evaluate(place)).toBe(200);
    });

    test('words and choices find a few of them', async () => {
      await page.locator('#filter-text').fill('role4999 iam5');
      expect(await visibleRows(page)).toBe(1);

      await page.locator('#filter-severity').selectOption('error');
      expect(await page.locator('#filter-status').textContent()).toBe('No finding matches.');

      await page.locator('#filter-text').fill('');
      expect(await page.locator('#filter-status').textContent()).toBe(
        'Showing 200 of 2,500 findings that match, of 5,000 in all.',
      );
    });
  });
});
