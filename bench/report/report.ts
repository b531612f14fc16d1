import { join } from 'node:path';
import { Benchmark, figuresOf } from '../measure';

const FEW = 500;
const MANY = 5_000;

/** A keystroke in the filter of the report's findings: how it grows with their number. */
export function reportBenchmark(): Benchmark {
  const program = join(__dirname, 'filter-once.ts');
  const [few, many] = figuresOf<[number, number]>('--import', 'tsx', program, String(FEW), String(MANY));
  return {
    name: `keystroke among ${MANY} findings`,
    measured: many,
    floor: (few * MANY) / FEW,
    unit: 'ms',
    floorIs: `${MANY / FEW} times that among ${FEW}`,
    budget: 1.5,
  };
}
