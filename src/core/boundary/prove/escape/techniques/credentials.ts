import { oneOf, step } from '../attempt';
import type { Technique } from '../attempt';

/** Credentials of users who have no boundary. */
export const credentials: Technique = (world) => [
  {
    path: 'make an access key for a stronger user',
    targets: [world.othersUsers],
    steps: [
      step(
        'a key or certificate with which the attacker is a user without boundary',
        ...oneOf(
          [
            'iam:CreateAccessKey',
            'iam:UploadSigningCertificate',
            'iam:CreateServiceSpecificCredential',
            'iam:ResetServiceSpecificCredential',
          ],
          'target',
        ),
      ),
    ],
    remedy: 'do not allow iam:CreateAccessKey and its like',
  },
  {
    path: 'set the password of a stronger user',
    targets: [world.othersUsers],
    steps: [
      step(
        'a password with which the attacker is a user without boundary',
        ...oneOf(['iam:CreateLoginProfile', 'iam:UpdateLoginProfile'], 'target'),
      ),
    ],
    remedy: 'do not allow iam:CreateLoginProfile and iam:UpdateLoginProfile',
  },
  {
    path: 'take the second factor from a stronger user',
    targets: [world.othersUsers],
    steps: [
      step('a user without boundary signs in with a password only', {
        action: 'iam:DeactivateMFADevice',
        resource: 'target',
      }),
    ],
    remedy: 'do not allow iam:DeactivateMFADevice',
  },
];
