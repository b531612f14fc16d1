import { oneOf, step } from '../attempt';
import type { Technique } from '../attempt';

/** What bounds the account as a whole, and who gets its mail. */
export const organization: Technique = () => [
  {
    path: 'change the organization',
    targets: [{ pattern: ['*'] }],
    steps: [
      step(
        'policies of the organization that bound accounts taken away, or the account taken out',
        ...oneOf(
          [
            'organizations:DetachPolicy',
            'organizations:DeletePolicy',
            'organizations:UpdatePolicy',
            'organizations:DisablePolicyType',
            'organizations:LeaveOrganization',
            'organizations:MoveAccount',
            'organizations:RegisterDelegatedAdministrator',
          ],
          'anything',
        ),
      ),
    ],
    remedy: 'deny organizations:*',
  },
  {
    path: 'change the settings of the account',
    targets: [{ pattern: ['*'] }],
    steps: [
      step(
        'the address of the root user changed, with which its password can be set anew',
        ...oneOf(
          ['account:StartPrimaryEmailUpdate', 'account:PutContactInformation', 'account:PutAlternateContact'],
          'anything',
        ),
      ),
    ],
    remedy: 'deny account:*',
  },
];
