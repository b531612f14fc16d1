import { step } from '../attempt';
import type { Technique } from '../attempt';
import { targetOf } from '../deployment-roles';

const ACTION = 'sts:AssumeRole';
/** The CDK's roles refuse external ids; an attacker simply sends none. */
const CONTEXT = { 'sts:externalid': 'absent' } as const;

/** Roles taken on: those that trust the account do it for whoever is allowed to ask. */
export const assumeRoles: Technique = (world, model) => [
  {
    path: 'take on a stronger role',
    targets: [world.othersRoles],
    steps: [
      step('a session of a role without boundary that trusts the account', {
        action: ACTION,
        resource: 'target',
        context: CONTEXT,
      }),
    ],
    remedy: `allow ${ACTION} on names of own roles only`,
  },
  ...model.deploymentRoles.map((role) => ({
    path: 'take on a role of the bootstrap',
    targets: [targetOf(role)],
    steps: [
      step(`a session of ${role.name}`, {
        action: ACTION,
        resource: 'target' as const,
        context: CONTEXT,
        trust: role.trust,
      }),
    ],
    remedy: `deny ${ACTION} on the roles of the bootstrap`,
    gains: role,
  })),
];
