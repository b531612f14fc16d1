import { BOUNDED_ACTIONS, UNBOUNDED_ACTIONS } from './identity-actions';
import {
  EVERYTHING_OF_THE_BOOTSTRAP,
  EXECUTION_ROLE_ARN,
  OwnIdentities,
  READING_THE_BOOTSTRAP,
  SERVICE_LINKED_ROLES,
  WORKLOAD_BOUNDARY_ARN,
} from './places';
import { allowing, policyDocument, Statement } from './statement';
import type { BoundaryStatements } from '../content/boundary-statements';
import { longestPolicy, MANAGED_POLICY_CHARACTERS } from '../limits';

/** The boundary of CloudFormation's execution role: what a template can do to the account, at most. */
export function executionBoundary(content: BoundaryStatements, own: OwnIdentities): Statement[] {
  const rules = rulesFor(content, own);
  return [...content.execution(MANAGED_POLICY_CHARACTERS - longestPolicy(policyDocument(rules))), ...rules];
}

/** What is said of identities, bootstraps and other accounts, whatever is deployed. */
function rulesFor(
  { identityActions, passesRoles, nestsStacks, serviceLinkedRoles }: BoundaryStatements,
  own: OwnIdentities,
): Statement[] {
  const bounded = BOUNDED_ACTIONS.filter((action) => identityActions.includes(action));
  const unbounded = UNBOUNDED_ACTIONS.filter((action) => identityActions.includes(action));
  return [
    ...allowing('IdentitiesWithBoundary', bounded, {
      ...own.resources('role', 'user'),
      Condition: { StringEquals: { 'iam:PermissionsBoundary': WORKLOAD_BOUNDARY_ARN } },
    }),
    ...allowing('OwnIdentities', unbounded, own.resources('role', 'user', 'policy')),
    ...allowing('PassOwnRoles', passesRoles ? ['iam:PassRole'] : [], own.resources('role')),
    ...allowing('PassItselfToNestedStacks', nestsStacks ? ['iam:PassRole'] : [], {
      Resource: EXECUTION_ROLE_ARN,
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    }),
    ...allowing('ServiceLinkedRoles', serviceLinkedRoles.length > 0 ? ['iam:CreateServiceLinkedRole'] : [], {
      Resource: SERVICE_LINKED_ROLES,
      ...(serviceLinkedRoles !== 'any' && {
        Condition: { StringEquals: { 'iam:AWSServiceName': [...serviceLinkedRoles] } },
      }),
    }),
    {
      Sid: 'BootstrapIsReadOnly',
      Effect: 'Deny',
      NotAction: [...READING_THE_BOOTSTRAP, 'iam:PassRole'],
      Resource: EVERYTHING_OF_THE_BOOTSTRAP,
    },
    {
      Sid: 'NoOtherAccounts',
      Effect: 'Deny',
      Action: ['account:*', 'cloudformation:*StackInstances', 'cloudformation:*StackSet*'],
      Resource: '*',
    },
  ];
}
