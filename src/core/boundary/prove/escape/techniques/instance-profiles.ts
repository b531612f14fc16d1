import { literalText } from '../../../../iam/text-matching';
import { step } from '../attempt';
import type { Technique } from '../attempt';

/** A stronger role, put into an instance profile: every instance with the profile has it. */
export const instanceProfiles: Technique = (world) => [
  {
    path: 'put a stronger role into an instance profile',
    targets: [world.othersRoles],
    steps: [
      step('a role without boundary that trusts EC2, passed to it', {
        action: 'iam:PassRole',
        resource: 'target',
        context: { 'iam:passedtoservice': [literalText('ec2.amazonaws.com')] },
      }),
      step('AWS::IAM::InstanceProfile with this role', {
        action: 'iam:AddRoleToInstanceProfile',
        resource: 'anything',
      }),
    ],
    remedy: 'allow iam:PassRole on names of own roles only',
  },
];
