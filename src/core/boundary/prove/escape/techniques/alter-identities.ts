import type { AccountModel } from '../../../account/account-model';
import { oneOf, step } from '../attempt';
import type { Attempt, Technique } from '../attempt';
import { deploymentRolesBeyond, targetOf } from '../deployment-roles';

const ABSENT = { 'iam:permissionsboundary': 'absent' } as const;

/** Policies for roles and users that no boundary bounds, or not one of these. */
export const alterIdentities: Technique = (world, model) => [
  {
    path: 'give a policy to a role without boundary',
    targets: [{ pattern: world.iam('role/*') }],
    steps: [
      step(
        'a policy that allows everything, for a role without boundary that is there',
        ...oneOf(['iam:PutRolePolicy', 'iam:AttachRolePolicy'], 'target', ABSENT),
      ),
    ],
    remedy:
      'allow iam:PutRolePolicy and iam:AttachRolePolicy only with the condition StringEquals on iam:PermissionsBoundary',
  },
  {
    path: 'give a policy to a user without boundary',
    targets: [{ pattern: world.iam('user/*') }],
    steps: [
      step(
        'a policy that allows everything, for a user without boundary that is there',
        ...oneOf(['iam:PutUserPolicy', 'iam:AttachUserPolicy'], 'target', ABSENT),
      ),
    ],
    remedy:
      'allow iam:PutUserPolicy and iam:AttachUserPolicy only with the condition StringEquals on iam:PermissionsBoundary',
  },
  ...ofBootstrapRoles(model),
];

function ofBootstrapRoles(model: AccountModel): Attempt[] {
  return deploymentRolesBeyond(model).map((role) => ({
    path: 'give a policy to a role of the bootstrap',
    targets: [targetOf(role)],
    steps: [
      step(
        `a policy that allows everything, for ${role.name}`,
        ...oneOf(['iam:PutRolePolicy', 'iam:AttachRolePolicy'], 'target'),
      ),
    ],
    remedy: 'deny changes of the roles of the bootstrap',
  }));
}
