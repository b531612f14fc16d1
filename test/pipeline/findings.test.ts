import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { DockerImageAsset } from 'aws-cdk-lib/aws-ecr-assets';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { CodeBuildStep, ShellStep, Step } from 'aws-cdk-lib/pipelines';
import { addPipeline, newPipelineStack, ServiceStack, SOURCE, TEST } from './sample-app';
import { PLATFORM } from './sample-platform';
import { SecurityRulePacks } from '../../src/nag/security-rule-packs';
import { BranchPipeline } from '../../src/pipeline/branch-pipeline';
import { PlatformPipelines } from '../../src/pipeline/platform-pipelines';
import { DeploymentResources } from '../../src/platform/deployment-resources';
import { reportedFindings } from '../nag/reported-findings';

/** The day of the last review of the library's acknowledgements: a test must not begin to fail by itself. */
const TODAY = '2026-11-21';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'pipeline-findings-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** Findings of an app with the rule packs on, with the construct of each. */
function findingsOf(fill: (app: App) => void): string[] {
  const app = new App({ outdir });
  SecurityRulePacks.addTo(app, { today: TODAY });
  fill(app);
  return reportedFindings(app);
}

/** A service with an image. */
function deploys(stage: Stage): void {
  new DockerImageAsset(new Stack(stage, 'Service'), 'Image', { directory: join(__dirname, 'image') });
}

/** Every option that makes resources. */
const EVERYTHING = { approval: true, approveBroadening: true, smokeCommands: ['true'], rollbackOnFailure: true };

test('the pipelines of an installation have none', () => {
  const fill = (app: App) => {
    const pipelines = PLATFORM.pipelines!.map(({ stages, ...pipeline }) => ({
      ...pipeline,
      stages: stages.map((stage) => ({ ...EVERYTHING, ...stage })),
    }));
    const settings = { ...PLATFORM, pipelines };
    new PlatformPipelines(app, 'Platform', { settings, workload: { deployTo: deploys }, dockerEnabledForSynth: true });
  };

  expect(findingsOf(fill)).toEqual([]);
});

function branchPipeline(app: App, ...qualityGate: Step[]): void {
  const stack = newPipelineStack(app);
  const resources = new DeploymentResources(newPipelineStack(app, 'Shared'), 'Resources');
  const pipeline = new BranchPipeline(stack, 'Main', { branch: 'main', source: SOURCE, qualityGate, resources });
  const stage = new Stage(stack, 'test', { env: TEST });
  deploys(stage);
  pipeline.addStage(stage, EVERYTHING);
}

test('a branch pipeline has none', () => {
  expect(findingsOf((app) => branchPipeline(app, new ShellStep('Lint', { commands: ['make lint'] })))).toEqual([]);
});

test('a pipeline with resources of its own, and with artifacts in another region, has none', () => {
  const intoTwoRegions = (stage: Stage) => {
    deploys(stage);
    new Stack(stage, 'Edge', { env: { account: TEST.account, region: 'eu-west-1' } });
  };
  const findings = findingsOf((app) =>
    addPipeline(newPipelineStack(app), { deploys: intoTwoRegions, stages: [EVERYTHING] }),
  );

  expect(findings).toEqual([]);
});

test('a wildcard that a step of the user brings is one', () => {
  const step = new CodeBuildStep('Reckless', {
    commands: ['true'],
    rolePolicyStatements: [new PolicyStatement({ actions: ['s3:PutBucket*'], resources: ['*'] })],
  });
  const findings = findingsOf((app) => branchPipeline(app, step));

  expect(findings.map((finding) => finding.split(' ')[0]).sort()).toEqual([
    'AwsSolutions-IAM5[Action::s3:PutBucket*]',
    'AwsSolutions-IAM5[Resource::*]',
  ]);
});

test('a wildcard of what a stage deploys is one', () => {
  const reckless = (stage: Stage) => {
    const service = new ServiceStack(stage);
    const role = service.node.findChild('Role') as Role;
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject*'], resources: ['arn:aws:s3:::data/x'] }));
  };
  const findings = findingsOf((app) => addPipeline(newPipelineStack(app), { deploys: reckless }));

  expect(findings.map((finding) => finding.split(' ')[0]).sort()).toEqual([
    'AwsSolutions-IAM5[Action::s3:GetObject*]',
    'HIPAA.Security-IAMNoInlinePolicy',
  ]);
});
