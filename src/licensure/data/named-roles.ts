import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { FunctionContract, FUNCTIONS, NamedRoleId } from '../../core/contracts/functions';

/**
 * The roles that the policy of the SSN key names. They lie beside the key and start empty: each function attaches its
 * rights from its own stack, so the key never depends on a function.
 */
export function namedRoles(scope: Construct): Record<NamedRoleId, Role> {
  const ids = new Set(Object.values<FunctionContract>(FUNCTIONS).flatMap(({ role }) => role ?? []));
  const entries = [...ids].map((id) => [id, namedRole(scope, id)] as const);
  return Object.fromEntries(entries) as Record<NamedRoleId, Role>;
}

function namedRole(scope: Construct, id: NamedRoleId): Role {
  return new Role(scope, id.charAt(0).toUpperCase() + id.slice(1), {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: 'May use the key of social security numbers; see the policy of that key',
  });
}
