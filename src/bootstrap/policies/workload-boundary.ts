import {
  BOOTSTRAP_ROLES_ANYWHERE,
  EVERYTHING_IN_IAM,
  EVERYTHING_OF_THE_BOOTSTRAP,
  OwnIdentities,
  READING_THE_BOOTSTRAP,
} from './places';
import type { Statement } from './statement';
import type { BoundaryStatements } from '../content/boundary-statements';

const ASSUMING = ['sts:AssumeRole', 'sts:TagSession'];

/** The boundary of every role and user that stacks make: what running programs can do, at most. */
export function workloadBoundary(
  { workload, workloadPassesRoles, workloadAssumesRoles }: BoundaryStatements,
  own: OwnIdentities,
  deploysWithBootstrapRoles: boolean,
): Statement[] {
  const assumes = workloadAssumesRoles || deploysWithBootstrapRoles;
  return [
    ...workload,
    ...(workloadPassesRoles
      ? [{ Sid: 'PassOwnRoles', Effect: 'Allow' as const, Action: 'iam:PassRole', ...own.resources('role') }]
      : []),
    ...(assumes
      ? [{ Sid: 'AssumeOwnRoles', Effect: 'Allow' as const, Action: ASSUMING, ...own.resources('role') }]
      : []),
    ...(deploysWithBootstrapRoles
      ? [
          {
            Sid: 'AssumeBootstrapRoles',
            Effect: 'Allow' as const,
            Action: ASSUMING,
            Resource: BOOTSTRAP_ROLES_ANYWHERE,
          },
        ]
      : []),
    {
      Sid: 'NoChangesToIdentities',
      Effect: 'Deny',
      NotAction: ['iam:Get*', 'iam:List*', 'iam:PassRole', ...(assumes ? ASSUMING : [])],
      Resource: EVERYTHING_IN_IAM,
    },
    {
      Sid: 'BootstrapIsReadOnly',
      Effect: 'Deny',
      NotAction: [...READING_THE_BOOTSTRAP, ...(deploysWithBootstrapRoles ? ASSUMING : [])],
      Resource: EVERYTHING_OF_THE_BOOTSTRAP,
    },
  ];
}
