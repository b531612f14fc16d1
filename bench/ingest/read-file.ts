import { closeSync, openSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { REFERENCE_DOMAIN } from '../../scripts/conformance/reference-domain';
import { CsvReader } from '../../src/core/licensure/csv/csv-reader';
import { LicenseFile } from '../../src/core/licensure/csv/license-file';
import { Utf8Decoder } from '../../src/core/licensure/csv/utf8-decoder';
import { peakMemory } from '../peak-memory';

/** What one process found out about a file. */
export interface ReadingFigures {
  /** Median milliseconds of decoding and parsing. */
  readonly parsing: number;
  /** Median milliseconds of decoding, parsing, validating and looking for duplicates. */
  readonly validating: number;
  /** Largest resident memory of the process, in KB. */
  readonly peakMemory: number;
}

/** As a stream of an object gives them. */
const PIECE_BYTES = 65_536;

const ORIGIN = {
  domain: REFERENCE_DOMAIN,
  compact: 'aslp',
  jurisdiction: 'oh',
  eventTime: '2026-01-01T00:00:00+00:00',
};

/** Once the code is warm the file is read so often, by both ways in turns. */
const [file, runs] = process.argv.slice(2);

function* pieces(): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  for (;;) {
    const bytes = new Uint8Array(PIECE_BYTES);
    const length = readSync(descriptor, bytes);
    if (length === 0) break;
    yield bytes.subarray(0, length);
  }
  closeSync(descriptor);
}

function parse(): number {
  let records = 0;
  const decoder = new Utf8Decoder();
  const reader = new CsvReader(() => (records += 1));
  for (const bytes of pieces()) reader.read(decoder.read(bytes).text);
  reader.end();
  return records - 1;
}

function validate(): number {
  const licenses = new LicenseFile({ ...ORIGIN, ssnCorrections: false });
  const rowsOf = ({ accepted, refused }: ReturnType<LicenseFile['end']>) => accepted.length + refused.length;
  let rows = 0;
  for (const bytes of pieces()) rows += rowsOf(licenses.read(bytes));
  return rows + rowsOf(licenses.end());
}

function timed(read: () => number): number {
  const start = performance.now();
  read();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function figures(): ReadingFigures {
  if (parse() !== validate()) throw new Error('both ways have to see the same rows');
  const turns = Array.from({ length: Number(runs) }, () => [timed(parse), timed(validate)]);
  return {
    parsing: median(turns.map(([parsing]) => parsing)),
    validating: median(turns.map(([, validating]) => validating)),
    peakMemory: peakMemory(),
  };
}

process.stdout.write(JSON.stringify(figures()));
