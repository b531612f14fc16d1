import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { uploadOneFile } from './one-file';
import { parseSoakOptions, SOAK_USAGE, SoakOptions } from './options';
import { describeResult } from './report';
import { soak, SOAK_LICENSE_TYPES } from './soak';
import { LocalRunProcess } from '../../local/run-process';

/** What a killed function had comes back after this time: longer than any batch takes, short enough to wait for. */
const RETRY_AFTER_SECONDS = 20;

/** Starts a local run of its own, sends a file through it, and says whether all was well. */
async function main(options: SoakOptions): Promise<boolean> {
  const folder = resolve(options.folder);
  const run = await LocalRunProcess.start({ folder, options: ['--retry-after', String(RETRY_AFTER_SECONDS)] });
  try {
    return options.file === undefined
      ? await soakWith(run, options)
      : await uploadWith(run, options.compact, readFileSync(options.file));
  } finally {
    await run.stop();
  }
}

async function soakWith({ environment }: LocalRunProcess, options: SoakOptions): Promise<boolean> {
  const { rows, seed, badShare, duplicateShare, kills } = options;
  const file = { rows, seed, badShare, duplicateShare, licenseTypes: SOAK_LICENSE_TYPES };
  const result = await soak(environment, { file, kills, onProgress: (line) => console.error(line) });
  describeResult(result, file).forEach((line) => console.log(line));
  return result.failures.length === 0;
}

async function uploadWith({ environment }: LocalRunProcess, compact: string, file: Buffer): Promise<boolean> {
  const { stored, reports, failures } = await uploadOneFile(environment, compact, file);
  [...stored, ...reports, ...failures.map((failure) => `FAILED: ${failure}`)].forEach((line) => console.log(line));
  return failures.length === 0;
}

const options = parseSoakOptions(process.argv.slice(2));
if (options === 'help') console.log(SOAK_USAGE);
else void main(options).then((isWell) => (process.exitCode = isWell ? 0 : 1));
