import { pipeline, stage, TEST_AND_RELEASE } from './sample-pipelines';
import { planFor } from '../../../src/core/tagplan/plan';
import { pipelineLines, planJson, planLines } from '../../../src/core/tagplan/render';

function linesFor(tag: string, pipelines = TEST_AND_RELEASE): string[] {
  return planLines(planFor(tag, pipelines), pipelines);
}

test('a release tag shows beta and prod with their accounts and approvals', () => {
  expect(linesFor('cc-prod-2026.11.21')).toEqual([
    'the tag cc-prod-2026.11.21 starts 1 pipeline',
    '',
    'PIPELINE    TRIGGER    STAGE  ACCOUNT       REGION     BEFORE                                                   AFTER        ON FAILURE',
    'cc-release  cc-prod-*  beta   333344445555  us-east-1  -                                                        smoke tests  stop',
    '                       prod   444455556666  us-east-1  approval of deployment, approval of broader permissions  -            roll back',
  ]);
});

test('a tag of two pipelines says that they run at the same time', () => {
  const pipelines = [pipeline('beta', 'cc-prod-*'), pipeline('prod', 'cc-prod-*')];

  expect(linesFor('cc-prod-1', pipelines)[0]).toBe('the tag cc-prod-1 starts 2 pipelines at the same time');
});

test.each([
  ['cc-prd-1', 'the tag cc-prd-1 starts nothing: the nearest pattern is cc-prod-* of the pipeline cc-release'],
  ['cc prod', 'the tag cc prod starts nothing: Git allows no tag of this name (see git-check-ref-format)'],
])('the tag %s, which nothing matches, gets a reason', (tag, line) => {
  expect(linesFor(tag)).toEqual([line]);
});

test('a tag of an installation without tags gets a reason', () => {
  expect(linesFor('v1', [])).toEqual(['the tag v1 starts nothing: no pipeline is started by tags']);
});

test('the table shows gates, branches, and stages that go where the pipeline is', () => {
  const trigger = { kind: 'branch', repository: 'example/service', branch: 'main' } as const;
  const local = stage('dev', { account: undefined, region: undefined, gates: ['Lint', 'Tests'] });

  expect(pipelineLines([pipeline('one', '', { trigger, stages: [local] })])).toEqual([
    'PIPELINE  TRIGGER      STAGE  ACCOUNT          REGION           BEFORE       AFTER  ON FAILURE',
    'one       branch main  dev    of the pipeline  of the pipeline  Lint, Tests  -      stop',
  ]);
});

test('the JSON has the tag, what it starts, and for a miss the nearest pattern', () => {
  const json = (tag: string) => JSON.parse(planJson(planFor(tag, TEST_AND_RELEASE), TEST_AND_RELEASE));

  expect(json('cc-prod-1')).toEqual({ tag: 'cc-prod-1', starts: [TEST_AND_RELEASE[1]] });
  expect(json('cc-prd-1')).toEqual({
    tag: 'cc-prd-1',
    starts: [],
    nearest: { pattern: 'cc-prod-*', pipeline: 'cc-release', edits: 1 },
  });
});
