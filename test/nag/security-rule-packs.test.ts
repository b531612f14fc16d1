import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, HIPAASecurityChecks, NagPack } from 'cdk-nag';
import { Construct } from 'constructs';
import { reportedFindings } from './reported-findings';
import { Acknowledgements } from '../../src/nag/acknowledgements';
import { SecurityRulePacks } from '../../src/nag/security-rule-packs';

const TODAY = '2026-05-15';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'rule-packs-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** A stack with one queue: without a dead-letter queue and open to plain connections, as the CDK makes it. */
function stackIn(scope: Construct): { readonly queue: Queue } {
  const stack = new Stack(scope, 'Stack');
  return { queue: new Queue(stack, 'Queue') };
}

function acknowledge(scope: Construct, findings: string[], expires = '2026-12-31'): void {
  Acknowledgements.of(scope).add({ findings, expires, reason: 'made for a test', owner: 'operators' });
}

function checked(packs: NagPack[] = [new AwsSolutionsChecks()]): App {
  const app = new App({ outdir });
  SecurityRulePacks.addTo(app, { packs, today: TODAY });
  return app;
}

test('a finding stops the synthesis', () => {
  const app = checked();
  stackIn(app);

  expect(() => app.synth()).toThrow(/does not require requests to use SSL/);
});

test('findings are reported with the id under which they can be acknowledged', () => {
  const app = checked();
  stackIn(app);

  expect(reportedFindings(app)).toEqual([
    'AwsSolutions-SQS3 Stack/Queue/Resource',
    'AwsSolutions-SQS4 Stack/Queue/Resource',
  ]);
});

test('acknowledged findings are not reported, and the acknowledgements count as needed', () => {
  const app = checked();
  acknowledge(stackIn(app).queue, ['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);

  expect(reportedFindings(app)).toEqual([]);
});

test('an acknowledgement that nothing needs is a finding', () => {
  const app = checked();
  acknowledge(stackIn(app).queue, ['AwsSolutions-SQS3', 'AwsSolutions-SQS4', 'AwsSolutions-S1']);

  expect(reportedFindings(app)).toEqual(['CompactPlatform-AcknowledgementIsNeeded Stack/Queue']);
});

test('an acknowledgement that expired is a finding, even where its finding is still there', () => {
  const app = checked();
  acknowledge(stackIn(app).queue, ['AwsSolutions-SQS3', 'AwsSolutions-SQS4'], '2026-05-14');

  expect(reportedFindings(app)).toEqual(['CompactPlatform-AcknowledgementIsCurrent Stack/Queue']);
});

test('an acknowledgement on a stack is a finding, even where its finding is there', () => {
  const app = checked();
  const { queue } = stackIn(app);
  acknowledge(Stack.of(queue), ['AwsSolutions-SQS3']);
  acknowledge(queue, ['AwsSolutions-SQS4']);

  expect(reportedFindings(app)).toEqual(['CompactPlatform-AcknowledgementIsNarrow Stack']);
});

test('stages of pipelines are checked like the app', () => {
  const app = checked();
  acknowledge(stackIn(new Stage(app, 'Stage')).queue, ['AwsSolutions-SQS4']);

  expect(reportedFindings(app)).toEqual(['AwsSolutions-SQS3 Stage/Stack/Queue/Resource']);
});

test('acknowledgements of packs that do not run are left alone', () => {
  const app = checked([new HIPAASecurityChecks()]);
  acknowledge(stackIn(app).queue, ['AwsSolutions-SQS3']);

  expect(reportedFindings(app)).toEqual([]);
});

test('without options both packs run', () => {
  const app = new App({ outdir });
  SecurityRulePacks.addTo(app);
  new Construct(new Stack(app, 'Stack'), 'Nothing');
  acknowledge(app, ['AwsSolutions-SQS3', 'HIPAA.Security-LambdaDLQ']);

  expect(reportedFindings(app)).toHaveLength(2);
});
