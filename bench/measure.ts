import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** One promise of speed or size: a ratio of two figures of the same run, so that it holds on any machine. */
export interface Benchmark {
  readonly name: string;
  /** What the product does, and its unit. */
  readonly measured: number;
  /** The floor that it is compared with, same unit. */
  readonly floor: number;
  readonly unit: 'ms' | 'KB' | 'actions';
  readonly floorIs: string;
  /** Largest allowed `measured / floor`. */
  readonly budget: number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Median wall-clock milliseconds of `runs` calls. */
export function timed(runs: number, call: () => void): number {
  return timedByTurns(runs, [call])[0];
}

/** Medians of several calls that take turns, so that a slow moment of the machine meets all of them. */
export function timedByTurns(runs: number, calls: readonly (() => void)[]): number[] {
  const times: number[][] = calls.map(() => []);
  for (let round = 0; round < runs; round += 1) {
    calls.forEach((call, position) => {
      const start = performance.now();
      call();
      times[position].push(performance.now() - start);
    });
  }
  return times.map(median);
}

/** Runs a command to its end and returns what it prints; a failure of the measured thing is one of the benchmark. */
export function run(command: string, args: readonly string[], environment: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status}: ${stderr}`);
  return stdout;
}

/** What a program of its own process prints as JSON: memory that another one took is never given back. */
export function figuresOf<Figures>(...command: readonly string[]): Figures {
  return JSON.parse(run(process.execPath, command));
}
