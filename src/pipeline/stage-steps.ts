import { ManualApprovalStep, ShellStep, Step } from 'aws-cdk-lib/pipelines';
import type { DeploymentOptions } from './deployment-options';

/** What a stage does before and after its deployment, in CDK Pipelines' form. */
export interface StageSteps {
  readonly pre: Step[];
  readonly post: Step[];
}

/** Names of actions in the pipeline. */
const APPROVE_DEPLOYMENT = 'ApproveDeployment';
const RUN_SMOKE_TESTS = 'SmokeTests';

/** Gates come first, approvals when all of them succeeded, and steps after the deployment when the smoke tests did. */
export function stepsOf(name: string, options: DeploymentOptions, approveBroadening: () => Step): StageSteps {
  const { before = [], after = [], smokeCommands = [] } = options;
  const approvals = [
    ...(options.approval ? [new ManualApprovalStep(APPROVE_DEPLOYMENT, { comment: `Deploy to ${name}?` })] : []),
    ...(options.approveBroadening ? [approveBroadening()] : []),
  ];
  const smoke =
    smokeCommands.length === 0
      ? []
      : [new ShellStep(RUN_SMOKE_TESTS, { commands: smokeCommands, env: { ENVIRONMENT_NAME: name } })];
  follow(approvals, before);
  follow(after, smoke);
  return { pre: [...before, ...approvals], post: [...smoke, ...after] };
}

function follow(later: readonly Step[], earlier: readonly Step[]): void {
  later.forEach((step) => earlier.forEach((before) => step.addStepDependency(before)));
}
