import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { ReadingFigures } from './read-file';
import { BUNDLE_OPTIONS } from '../../scripts/bundle-options';
import { REFERENCE_DOMAIN } from '../../scripts/conformance/reference-domain';
import { madeUpPieces } from '../../scripts/soak/made-up-license-file';
import { licenseTypeNames } from '../../src/core/contracts/domain';
import { Benchmark, figuresOf } from '../measure';

const RUNS = 9;
const TIMED_ROWS = 100_000;

/** Rows whose peak memory is compared: the most that one upload holds, and a twentieth of it. */
const FEW_ROWS = 10_000;
const MANY_ROWS = 200_000;

/** Reading files of licenses: how long against the parser alone, and how memory grows with the file. */
export function ingestBenchmarks(): Benchmark[] {
  const folder = mkdtempSync(join(tmpdir(), 'compact-bench-'));
  const reader = bundleReader(folder);
  const read = (file: string, runs: number) => figuresOf<ReadingFigures>(reader, file, String(runs));
  const timed = read(madeUpFile(folder, TIMED_ROWS, true), RUNS);
  const few = read(madeUpFile(folder, FEW_ROWS, false), 1);
  const many = read(madeUpFile(folder, MANY_ROWS, false), 1);
  rmSync(folder, { recursive: true });
  return [
    {
      name: `${TIMED_ROWS} license rows, bytes to verdicts`,
      measured: timed.validating,
      floor: timed.parsing,
      unit: 'ms',
      floorIs: 'decoding and parsing alone, same reader',
      budget: 3.5,
    },
    {
      name: `memory of reading ${MANY_ROWS} license rows`,
      measured: many.peakMemory,
      floor: few.peakMemory,
      unit: 'KB',
      floorIs: `the peak of ${FEW_ROWS} rows`,
      budget: 2,
    },
  ];
}

/** Bundled as the handlers are, so that what is measured is the code that runs. */
function bundleReader(folder: string): string {
  buildSync({
    entryPoints: [join(__dirname, 'read-file.ts')],
    outdir: folder,
    ...BUNDLE_OPTIONS,
  });
  return join(folder, 'read-file.mjs');
}

function madeUpFile(folder: string, rows: number, filled: boolean): string {
  const licenseTypes = licenseTypeNames(REFERENCE_DOMAIN, 'aslp');
  const file = join(folder, `${rows}.csv`);
  const descriptor = openSync(file, 'w');
  const settings = { rows, seed: 1, badShare: 0.01, duplicateShare: 0.01, licenseTypes, filled };
  for (const piece of madeUpPieces(settings)) writeSync(descriptor, piece);
  closeSync(descriptor);
  return file;
}
