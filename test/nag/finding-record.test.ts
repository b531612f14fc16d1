import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { Acknowledgements } from '../../src/nag/acknowledgements';
import { FINDINGS_FILE, FindingRecord, sha256Of } from '../../src/nag/finding-record';
import { SecurityRulePacks } from '../../src/nag/security-rule-packs';
import { synthesizeInto } from '../report/synthesized-app';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'finding-record-'));
});

afterEach(() => rmSync(outdir, { recursive: true }));

function queueIn(scope: Construct): Queue {
  return new Queue(new Stack(scope, 'Stack'), 'Queue');
}

function acknowledge(scope: Construct, ...findings: string[]): void {
  Acknowledgements.of(scope).add({ findings, expires: '2999-12-31', reason: 'made for a test', owner: 'operators' });
}

function record(make: (app: App) => void): FindingRecord {
  synthesizeInto(outdir, (app) => {
    SecurityRulePacks.addTo(app, { packs: [new AwsSolutionsChecks()] });
    make(app);
  });
  return JSON.parse(readFileSync(join(outdir, FINDINGS_FILE), 'utf8'));
}

test('acknowledged findings are recorded with the open ones', () => {
  const { version, packs, findings } = record((app) => acknowledge(queueIn(app), 'AwsSolutions-SQS3'));

  expect({ version, packs }).toEqual({ version: 1, packs: ['AwsSolutions'] });
  expect(findings).toEqual([
    { id: 'AwsSolutions-SQS3', rule: 'AwsSolutions-SQS3', resource: 'Stack/Queue/Resource' },
    { id: 'AwsSolutions-SQS4', rule: 'AwsSolutions-SQS4', resource: 'Stack/Queue/Resource' },
  ]);
});

test('rules are recorded with what they say and how many resources they were about', () => {
  const { rules } = record((app) => acknowledge(queueIn(app), 'AwsSolutions-SQS3', 'AwsSolutions-SQS4'));
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

  expect(ruleOf('AwsSolutions-SQS4')).toEqual({
    id: 'AwsSolutions-SQS4',
    description: 'The SQS queue does not require requests to use SSL.',
    explanation: expect.stringContaining('HTTPS'),
    severity: 'error',
    resources: 1,
  });
  expect(ruleOf('AwsSolutions-S1')).toMatchObject({ resources: 0 });
});

test('acknowledgements are recorded wherever they stand, those of the CDK itself too', () => {
  const { acknowledgements } = record((app) => {
    const queue = queueIn(app);
    acknowledge(queue, 'AwsSolutions-SQS3');
    Validations.of(app).acknowledge({ id: 'AwsSolutions-SQS4', reason: 'plain' });
  });

  expect(acknowledgements).toEqual([
    { scope: '', findings: ['AwsSolutions-SQS4'], reason: 'plain' },
    {
      scope: 'Stack/Queue',
      findings: ['AwsSolutions-SQS3'],
      reason: 'made for a test',
      owner: 'operators',
      expires: '2999-12-31',
    },
  ]);
});

test('the record says which templates it is about, in stages too', () => {
  const { templates } = record((app) => {
    queueIn(app);
    queueIn(new Stage(app, 'Stage'));
  });

  expect(Object.keys(templates).sort()).toEqual([
    'Stack.template.json',
    expect.stringMatching(/^assembly-Stage\/StageStack\w+\.template\.json$/),
  ]);
  for (const [template, digest] of Object.entries(templates)) expect(digest).toBe(sha256Of(join(outdir, template)));
});

test('a later synthesis replaces the record', () => {
  const first = record((app) => queueIn(app));
  const second = record((app) => new Stack(app, 'Nothing'));

  expect(first.findings).toHaveLength(2);
  expect(second.findings).toEqual([]);
});

test('packs that were added to an app and to a stage have one record', () => {
  const { packs } = record((app) => {
    const stage = new Stage(app, 'Stage');
    SecurityRulePacks.addTo(stage, { packs: [new HIPAASecurityChecks()] });
    queueIn(stage);
  });

  expect([...packs].sort()).toEqual(['AwsSolutions', 'HIPAA.Security']);
});

test('an app without rule packs has no record', () => {
  const app = new App({ outdir });
  queueIn(app);
  app.synth();

  expect(existsSync(join(outdir, FINDINGS_FILE))).toBe(false);
});
