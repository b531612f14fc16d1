import { literalText } from '../../../../iam/text-matching';
import { oneOf, step } from '../attempt';
import type { Attempt, Target, Technique } from '../attempt';
import { deploymentRolesBeyond, targetOf } from '../deployment-roles';
import { trustsService } from '../trusts-service';
import type { World } from '../world';
import { PASSING_SERVICES } from './passing-services';
import type { PassingService } from './passing-services';

/** A stronger role, passed to a service that does with it what the attacker says. */
export const passRoles: Technique = (world, model) =>
  PASSING_SERVICES.map((service) => {
    const ofBootstrap = deploymentRolesBeyond(model)
      .filter((role) => trustsService(role, service.principal))
      .map(targetOf);
    return passed(service, [world.othersRoles, ...ofBootstrap, ...otherBootstraps(service, world)]);
  });

/** Execution roles trust CloudFormation only. */
function otherBootstraps({ principal }: PassingService, world: World): readonly Target[] {
  return principal === 'cloudformation.amazonaws.com' ? world.otherExecutionRoles : [];
}

function passed({ principal, creates }: PassingService, targets: readonly Target[]): Attempt {
  const passing = { action: 'iam:PassRole', resource: 'target' as const };
  return {
    path: `pass a stronger role to ${principal}`,
    targets,
    steps: [
      step(`a role without boundary that trusts ${principal}, passed to it`, {
        ...passing,
        context: { 'iam:passedtoservice': [literalText(principal)] },
      }),
      ...creates.map((actions) => step(`a resource of ${principal} that uses it`, ...oneOf(actions, 'anything'))),
    ],
    remedy: 'allow iam:PassRole on names of own roles only',
  };
}
