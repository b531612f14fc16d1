import { Benchmark, run, timed } from './measure';

const RUNS = 3;

/** A warm start of the local run with its stop, against synthesizing the app that it serves. */
export function localStartBenchmark(synthMilliseconds: number): Benchmark {
  const start = () => run('node', ['local/start.mjs', '--once', 'true', '--port', '4790']);
  start();
  return {
    name: 'local run, warm start and stop',
    measured: timed(RUNS, start),
    floor: synthMilliseconds,
    unit: 'ms',
    floorIs: 'synth of the same app',
    budget: 4,
  };
}
