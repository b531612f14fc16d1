import { oneOf, step } from '../attempt';
import type { Technique } from '../attempt';

/** Groups have no boundary: their policies are rights of users who may have none either. */
export const groups: Technique = (world) => [
  {
    path: 'give a policy to a group',
    targets: [{ pattern: world.iam('group/*') }],
    steps: [
      step(
        'a policy that allows everything, for a group whose members have no boundary',
        ...oneOf(['iam:PutGroupPolicy', 'iam:AttachGroupPolicy'], 'target'),
      ),
    ],
    remedy: 'do not allow iam:PutGroupPolicy and iam:AttachGroupPolicy',
  },
  {
    path: 'put a user into a stronger group',
    targets: [{ pattern: world.iam('group/*') }],
    steps: [
      step('a user without boundary becomes a member of a group of administrators', {
        action: 'iam:AddUserToGroup',
        resource: 'target',
      }),
    ],
    remedy: 'do not allow iam:AddUserToGroup',
  },
];
