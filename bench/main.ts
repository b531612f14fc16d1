import { boundaryBenchmarks } from './boundary/boundary';
import { handlerBenchmarks } from './handlers';
import { ingestBenchmarks } from './ingest/ingest';
import { localStartBenchmark } from './local-start';
import { Benchmark } from './measure';
import { reportBenchmark } from './report/report';
import { synthBenchmark } from './synth';

function main(): void {
  const synth = synthBenchmark('sandbox', 1_500);
  const deployAccount = synthBenchmark('deploy-account', 600);
  const benchmarks = [
    synth,
    deployAccount,
    ...boundaryBenchmarks(),
    ...ingestBenchmarks(),
    ...handlerBenchmarks(),
    reportBenchmark(),
    localStartBenchmark(synth.measured),
  ];
  for (const benchmark of benchmarks) console.log(line(benchmark));
  const missed = benchmarks.filter((benchmark) => ratio(benchmark) > benchmark.budget);
  if (missed.length === 0) return;
  console.error(`${missed.length} of ${benchmarks.length} budgets are missed`);
  process.exitCode = 1;
}

function ratio({ measured, floor }: Benchmark): number {
  return measured / floor;
}

function line(benchmark: Benchmark): string {
  const { name, measured, floor, unit, floorIs, budget } = benchmark;
  const verdict = ratio(benchmark) <= budget ? 'ok' : 'MISSED';
  const figures = `${measured.toFixed(1)} ${unit}, ${ratio(benchmark).toFixed(2)} × ${floorIs} (${floor.toFixed(1)} ${unit})`;
  return `${verdict.padEnd(7)}${name.padEnd(42)}${figures}, budget ${budget} ×`;
}

main();
