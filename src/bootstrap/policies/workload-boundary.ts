import {
  BOOTSTRAP_ROLES_ANYWHERE,
  EVERYTHING_IN_IAM,
  EVERYTHING_OF_THE_BOOTSTRAP,
  OwnIdentities,
  READING_THE_BOOTSTRAP,
} from './places';
import { allowing, policyDocument, Statement } from './statement';
import type { BoundaryStatements } from '../content/boundary-statements';
import { longestPolicy, MANAGED_POLICY_CHARACTERS } from '../limits';

const ASSUME_ROLE = 'sts:AssumeRole';

/** The boundary of every role and user that stacks make: what running programs can do, at most. */
export function workloadBoundary(
  content: BoundaryStatements,
  own: OwnIdentities,
  deploysWithBootstrapRoles: boolean,
): Statement[] {
  const rules = rulesFor(content, own, deploysWithBootstrapRoles);
  return [...content.workload(MANAGED_POLICY_CHARACTERS - longestPolicy(policyDocument(rules))), ...rules];
}

/** What is said of identities and bootstraps, whatever programs do. */
function rulesFor(
  { workloadPassesRoles, workloadAssuming }: BoundaryStatements,
  own: OwnIdentities,
  deploysWithBootstrapRoles: boolean,
): Statement[] {
  const assuming = deploysWithBootstrapRoles ? [...new Set([ASSUME_ROLE, ...workloadAssuming])] : workloadAssuming;
  return [
    ...allowing('PassOwnRoles', workloadPassesRoles ? ['iam:PassRole'] : [], own.resources('role')),
    ...allowing('AssumeOwnRoles', workloadAssuming, own.resources('role')),
    ...allowing('AssumeBootstrapRoles', deploysWithBootstrapRoles ? assuming : [], {
      Resource: BOOTSTRAP_ROLES_ANYWHERE,
    }),
    {
      Sid: 'NoChangesToIdentities',
      Effect: 'Deny',
      NotAction: ['iam:Get*', 'iam:List*', 'iam:PassRole', ...assuming],
      Resource: EVERYTHING_IN_IAM,
    },
    {
      Sid: 'BootstrapIsReadOnly',
      Effect: 'Deny',
      NotAction: [...READING_THE_BOOTSTRAP, ...(deploysWithBootstrapRoles ? assuming : [])],
      Resource: EVERYTHING_OF_THE_BOOTSTRAP,
    },
  ];
}
