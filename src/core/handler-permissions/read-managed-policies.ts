import type { ManagedPolicyFacts, ManagedPolicyTable } from './type-needs';

/** `data/managed-policies.json`: by what follows the account in the ARN, `policy/service-role/AWSLambdaBasicExecutionRole`. */
export interface ManagedPolicyFile {
  readonly policies: Readonly<Record<string, ManagedPolicyFacts>>;
}

export function readManagedPolicies({ policies }: ManagedPolicyFile): ManagedPolicyTable {
  return { find: (name) => (Object.hasOwn(policies, name) ? policies[name] : undefined) };
}
