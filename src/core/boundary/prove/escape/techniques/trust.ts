import { step } from '../attempt';
import type { Attempt, Target, Technique } from '../attempt';
import { deploymentRolesBeyond, targetOf } from '../deployment-roles';

const ACTION = 'iam:UpdateAssumeRolePolicy';

/** Trust policies of stronger roles: whoever is named there takes them on, from any account. */
export const trust: Technique = (world, model) => [
  edited(
    'change whom a stronger role trusts',
    [world.othersRoles, ...world.otherExecutionRoles],
    'a role without boundary',
  ),
  ...deploymentRolesBeyond(model).map((role) =>
    edited('change whom a role of the bootstrap trusts', [targetOf(role)], role.name),
  ),
];

function edited(path: string, targets: readonly Target[], whose: string): Attempt {
  return {
    path,
    targets,
    steps: [step(`a trust policy for ${whose} that names the attacker`, { action: ACTION, resource: 'target' })],
    remedy: `allow ${ACTION} on names of own roles only, and deny changes of the roles of the bootstrap`,
  };
}
