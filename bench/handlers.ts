import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { Benchmark, run } from './measure';
import { BUNDLE_OPTIONS } from '../scripts/bundle-options';
import { COMMON_ENVIRONMENT, FunctionContract, FUNCTIONS } from '../src/core/contracts/functions';

const RUNS = 15;
/**
 * How many times as long as the bare client a program may take to load: 60 ms on the machine of the plan, where the client
 * took 34 ms.
 */
const LONGEST_LOAD = 60 / 34;
/** What Lambda has to fetch and read before the first event, in kilobytes: no program may be larger. */
const LARGEST_PROGRAM = 600;
const HANDLERS = resolve(__dirname, '..', 'assets', 'handlers');

/** Loading each handler in a fresh process, and its size, against a module that only makes a DynamoDB client. */
export function handlerBenchmarks(): Benchmark[] {
  const folder = mkdtempSync(join(tmpdir(), 'compact-bench-'));
  const bare = bundleBareClient(folder);
  const bareSize = size(bare);
  const benchmarks = Object.values<FunctionContract>(FUNCTIONS).flatMap((contract): Benchmark[] => {
    const entry = join(HANDLERS, `${contract.entry}.mjs`);
    const turns = Array.from({ length: RUNS }, () => ({
      ofBare: load(bare),
      ofProgram: load(entry, environmentOf(contract)),
    }));
    return [
      {
        name: `load of ${contract.id}`,
        // The least: what a busy machine adds to so short a time is not the program's.
        measured: Math.min(...turns.map(({ ofProgram }) => ofProgram)),
        floor: Math.min(...turns.map(({ ofBare }) => ofBare)),
        unit: 'ms',
        floorIs: 'loading the bare DynamoDB client',
        budget: LONGEST_LOAD,
      },
      {
        name: `size of ${contract.id}`,
        measured: size(entry),
        floor: bareSize,
        unit: 'KB',
        floorIs: 'the bare DynamoDB client',
        budget: LARGEST_PROGRAM / bareSize,
      },
    ];
  });
  rmSync(folder, { recursive: true });
  return benchmarks;
}

/** Bundled as the handlers are: what the client loads lazily is in chunks of its own. */
function bundleBareClient(folder: string): string {
  buildSync({
    stdin: {
      contents:
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export const client = new DynamoDBClient({});",
      resolveDir: resolve(__dirname, '..'),
      sourcefile: 'bare.ts',
    },
    outdir: folder,
    entryNames: 'bare',
    ...BUNDLE_OPTIONS,
  });
  return join(folder, 'bare.mjs');
}

/** Milliseconds of importing a module in a process of its own. */
function load(file: string, environment: Record<string, string> = {}): number {
  const module = JSON.stringify(pathToFileURL(file).href);
  const script = `const start = performance.now(); import(${module}).then(() => console.log(performance.now() - start))`;
  const common = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };
  return Number(run('node', ['-e', script], { ...common, ...environment }));
}

function environmentOf(contract: FunctionContract): Record<string, string> {
  const names = [...COMMON_ENVIRONMENT, ...contract.environment];
  return Object.fromEntries(names.map((name) => [name, '[]']));
}

/** Kilobytes of a module and of every chunk that it imports. */
function size(entry: string): number {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, chunk] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.\/[^"]+\.mjs)"/g)) {
      visit(join(dirname(file), chunk));
    }
  };
  visit(entry);
  return [...seen].reduce((total, file) => total + statSync(file).size, 0) / 1024;
}
