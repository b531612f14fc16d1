import type { DeploymentOptions } from './deployment-options';
import type { PlannedStage } from '../core/tagplan/plan';

/** What a stage does before and after its deployment, as data; needs no engine. */
export function plannedSteps(
  options: DeploymentOptions,
): Pick<PlannedStage, 'approvals' | 'gates' | 'smoke' | 'rollback'> {
  const { before = [], after = [], smokeCommands = [] } = options;
  return {
    gates: before.map(({ id }) => id),
    approvals: [
      ...(options.approval ? ['deployment'] : []),
      ...(options.approveBroadening ? ['broader permissions'] : []),
    ],
    smoke: [...(smokeCommands.length > 0 ? ['smoke tests'] : []), ...after.map(({ id }) => id)],
    rollback: options.rollbackOnFailure ?? false,
  };
}
