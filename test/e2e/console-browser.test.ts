import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { barriersOf, findBrowser, openPage, startBrowser } from './browser';
import { synthesizeMappingsApp } from './mappings-app';
import { LocalRunProcess } from '../../local/run-process';
import { emulatorSettings } from '../../scripts/soak/emulator-clients';
import { scratchFolder } from '../local/scratch-folder';

// Starting installs the emulator on a machine that never ran it.
jest.setTimeout(300_000);

const options = findBrowser();
if (options === undefined) console.warn('the console was not opened in a browser: there is no Chrome here');
const withBrowser = options === undefined ? describe.skip : describe;

const HOSTILE = '</pre><script>alert(1)</script><img src=x onerror=alert(1)>';
const PATHS = ['/', '/events', '/tables', '/tables/ChangesTable', '/dead-letters', '/mailbox'];

withBrowser('the console in a browser', () => {
  const folder = scratchFolder();
  let run: LocalRunProcess;
  let browser: Browser;
  let opened: Page | undefined;

  beforeAll(async () => {
    const assembly = synthesizeMappingsApp(folder);
    run = await LocalRunProcess.start({
      folder: join(folder, 'run'),
      options: ['--assembly', assembly, '--retry-after', '1'],
    });
    browser = await startBrowser(options!);
    for (const index of [1, 2, 3]) await put(`item ${index} ${HOSTILE}`);
    await publish(`FAIL ${HOSTILE}`);
  });

  afterAll(async () => {
    await browser?.close();
    await run?.stop();
  });

  async function put(text: string): Promise<void> {
    const Item = { pk: { S: text }, sk: { S: 'x' }, dateOfUpdate: { S: new Date().toISOString() } };
    const TableName = run.environment.tables.ChangesTable;
    await new DynamoDBClient(emulatorSettings(run.environment)).send(new PutItemCommand({ TableName, Item }));
  }

  async function publish(text: string): Promise<void> {
    const Detail = JSON.stringify({ text });
    const Entries = [{ EventBusName: run.environment.dataEventBus, Source: 'org.example', DetailType: 'type', Detail }];
    await new EventBridgeClient(emulatorSettings(run.environment)).send(new PutEventsCommand({ Entries }));
  }

  async function open(path: string, context: BrowserContextOptions = {}) {
    // A page that stays open keeps a connection, of which a browser has few; one that closed last would end the browser.
    await opened?.goto('about:blank');
    const watched = await openPage(browser, `${run.environment.address}${path}`, context);
    opened = watched.page;
    return watched;
  }

  test.each(PATHS)('%s complains about nothing and loads nothing from elsewhere', async (path) => {
    const { page, complaints, requests } = await open(path);

    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(run.environment.address) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.locator('img').count()).toBe(0);
  });

  test.each(PATHS.flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme }))))(
    'people with any abilities can use it, %j',
    async ({ path, colorScheme }) => {
      const { page } = await open(path, { colorScheme, bypassCSP: true });

      expect(await barriersOf(page)).toEqual([]);
    },
  );

  test('a page shows what happens while it is open, and what is open in it stays open', async () => {
    const { page, complaints } = await open('/events');
    await page.locator('summary').last().click();
    await page.locator('summary').last().focus();

    await publish('a new one');

    await page.getByText('a new one', { exact: false }).first().waitFor({ state: 'attached', timeout: 15_000 });
    expect(await page.locator('details[open]').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
    expect(complaints).toEqual([]);
  });

  test('a page that is told so stays as it is', async () => {
    const { page } = await open('/events');
    await page.locator('#updates input').uncheck();
    const rows = await page.locator('tbody tr').count();

    await publish('unseen');
    await page.waitForTimeout(7_000);

    expect(await page.locator('tbody tr').count()).toBe(rows);
  });

  test('without scripts everything is there, and dead letters can be tried again', async () => {
    const { page } = await open('/dead-letters', { javaScriptEnabled: false });
    await untilThere(page, () => page.getByRole('button', { name: /^Try \d+ again$/ }).count());

    await page
      .getByRole('button', { name: /^Try \d+ again$/ })
      .first()
      .click();

    expect(new URL(page.url()).pathname).toBe('/dead-letters');
    expect(await page.locator('#updates').isVisible()).toBe(false);
  });

  test('items of a table can be searched', async () => {
    const { page } = await open('/tables/ChangesTable');

    await page.getByRole('textbox').fill('item 2');
    await page.getByRole('button', { name: 'Show' }).click();

    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('caption').textContent()).toContain('1 items that contain “item 2”');
  });

  async function untilThere(page: Page, count: () => Promise<number>): Promise<void> {
    for (let attempt = 0; attempt < 30 && (await count()) === 0; attempt += 1) {
      await new Promise((later) => setTimeout(later, 500));
      await page.reload();
    }
  }
});
