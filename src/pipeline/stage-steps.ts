import { ManualApprovalStep, ShellStep, Step } from 'aws-cdk-lib/pipelines';
import type { DeploymentOptions } from './deployment-options';
import type { PlannedStage } from '../core/tagplan/plan';

/** What a stage does before and after its deployment, in CDK Pipelines' form. */
export interface StageSteps {
  readonly pre: Step[];
  readonly post: Step[];
}

/** What people call the approvals, in plans and as names of actions. */
const DEPLOYMENT = { subject: 'deployment', actionName: 'ApproveDeployment' };
const BROADENING = { subject: 'broader permissions' };
const SMOKE_TESTS = { subject: 'smoke tests', actionName: 'SmokeTests' };

/** Gates come first, approvals when all of them succeeded, and steps after the deployment when the smoke tests did. */
export function stepsOf(name: string, options: DeploymentOptions, approveBroadening: () => Step): StageSteps {
  const { before = [], after = [], smokeCommands = [] } = options;
  const approvals = [
    ...(options.approval ? [new ManualApprovalStep(DEPLOYMENT.actionName, { comment: `Deploy to ${name}?` })] : []),
    ...(options.approveBroadening ? [approveBroadening()] : []),
  ];
  const smoke =
    smokeCommands.length === 0
      ? []
      : [new ShellStep(SMOKE_TESTS.actionName, { commands: smokeCommands, env: { ENVIRONMENT_NAME: name } })];
  follow(approvals, before);
  follow(after, smoke);
  return { pre: [...before, ...approvals], post: [...smoke, ...after] };
}

/** The same as data. */
export function plannedSteps(
  options: DeploymentOptions,
): Pick<PlannedStage, 'approvals' | 'gates' | 'smoke' | 'rollback'> {
  const { before = [], after = [], smokeCommands = [] } = options;
  return {
    gates: before.map(({ id }) => id),
    approvals: [
      ...(options.approval ? [DEPLOYMENT.subject] : []),
      ...(options.approveBroadening ? [BROADENING.subject] : []),
    ],
    smoke: [...(smokeCommands.length > 0 ? [SMOKE_TESTS.subject] : []), ...after.map(({ id }) => id)],
    rollback: options.rollbackOnFailure ?? false,
  };
}

function follow(later: readonly Step[], earlier: readonly Step[]): void {
  later.forEach((step) => earlier.forEach((before) => step.addStepDependency(before)));
}
