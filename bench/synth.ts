import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Benchmark, run, timed } from './measure';

const RUNS = 5;

/** Process start of an app to written templates, against writing the same templates. */
export function synthBenchmark(app: string, budget: number): Benchmark {
  const assembly = mkdtempSync(join(tmpdir(), 'compact-bench-'));
  const synth = () =>
    run('node', ['--import', 'tsx', join('apps', app, 'main.ts')], { CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' });
  synth();
  const measured = timed(RUNS, synth);
  const templates = readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => JSON.parse(readFileSync(join(assembly, file), 'utf8')));
  const floor = timed(RUNS, () =>
    templates.forEach((template, position) =>
      writeFileSync(join(assembly, `floor-${position}.json`), JSON.stringify(template, undefined, 1)),
    ),
  );
  rmSync(assembly, { recursive: true });
  return {
    name: `synth of apps/${app}, ${templates.length} stacks`,
    measured,
    floor,
    unit: 'ms',
    floorIs: 'writing the same templates as JSON',
    budget,
  };
}
