import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { addPipeline, newPipelineStack } from './sample-app';

let outdir: string;

beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'selectors-'));
  const app = new App({ outdir });
  const deploys = (stage: Stage) => {
    new Stack(stage, 'Direct');
    new Stack(new Construct(stage, 'Workload'), 'Nested');
  };
  addPipeline(newPipelineStack(app), { deploys });
  app.synth();
});

afterAll(() => {
  rmSync(outdir, { recursive: true });
});

/** Paths of the stacks that the pinned CLI selects. */
function selected(selector: string): string[] {
  const cli = join(require.resolve('aws-cdk/package.json'), '..', 'bin', 'cdk');
  const list = execFileSync(process.execPath, [cli, 'ls', '--app', outdir, selector], { encoding: 'utf8' });
  return list
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0])
    .sort();
}

test('the comparison before an approval looks at every stack of its stage, however deep it stands', () => {
  expect(selected('Pipelines/Release/test/**')).toEqual([
    'Pipelines/Release/test/Direct',
    'Pipelines/Release/test/Workload/Nested',
  ]);
});

test('the update of the pipeline finds the stack of the pipeline, and not those of its stages', () => {
  expect(selected('Pipelines')).toEqual(['Pipelines']);
});
