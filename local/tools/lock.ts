import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processExists } from './processes';

const POLL_MILLISECONDS = 100;

/** Does something that only one process may do at a time; the file tells the others who does it. */
export async function exclusively<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  while (!taken(file)) await delay(POLL_MILLISECONDS);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Who was killed could not remove it.
    if (!processExists(ownerOf(file))) rmSync(file, { force: true });
    return false;
  }
}

/** Our own number, which surely exists, where the owner has just gone or has not written its own yet. */
function ownerOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}
