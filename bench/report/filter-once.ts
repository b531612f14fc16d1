import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { htmlReport } from '../../src/report/writers/html';
import { findBrowser, openPage, startBrowser } from '../../test/e2e/browser';
import { reportWithFindings } from '../../test/report/made-up-report';

/** The clock of a browser has steps of a tenth of a millisecond: what is timed has to be longer. */
const KEYSTROKES = 20;

const ROUNDS = 15;

/** Runs in the page: least time of a number of keystrokes, each of which changes what is shown. */
const TYPE = `(() => {
  const input = document.querySelector('#filter-text');
  const rounds = Array.from({ length: ${ROUNDS} }, () => {
    const start = performance.now();
    for (let index = 0; index < ${KEYSTROKES}; index += 1) {
      input.value = index % 2 === 0 ? 'role' : 'role1';
      input.dispatchEvent(new Event('input'));
    }
    return (performance.now() - start) / ${KEYSTROKES};
  });
  return Math.min(...rounds);
})()`;

/** Prints the milliseconds that a keystroke takes in reports with as many findings as its arguments say. */
async function main(counts: readonly number[]): Promise<void> {
  const options = findBrowser();
  if (options === undefined) throw new Error('there is no Chrome here: install one to measure the report');
  const folder = mkdtempSync(join(tmpdir(), 'report-bench-'));
  const browser = await startBrowser(options);
  try {
    const times: number[] = [];
    for (const count of counts) times.push(await filterTime(browser, folder, count));
    console.log(JSON.stringify(times));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function filterTime(browser: Browser, folder: string, count: number): Promise<number> {
  const file = join(folder, `${count}.html`);
  writeFileSync(file, htmlReport(reportWithFindings(count)));
  const { page } = await openPage(browser, pathToFileURL(file).href);
  return page.evaluate<number>(TYPE);
}

void main(process.argv.slice(2).map(Number));
