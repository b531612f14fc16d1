import { BACKUP_POLICIES } from './managed-policies/backup';
import { PEOPLE_POLICIES } from './managed-policies/people';
import type { AwsPolicy, AwsStatement } from './managed-policies/policies';
import { RUN_TIME_POLICIES } from './managed-policies/run-time';
import { words } from './review';
import type { ManagedPolicyFile } from '../../src/core/handler-permissions/read-managed-policies';
import type { ManagedPolicyFacts } from '../../src/core/handler-permissions/type-needs';

const REFERENCE = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

/** What the file says about itself: each entry has its own source. */
export const MANAGED_POLICY_NOTE = 'policies of AWS, each with the page that shows it; AWS changes them without notice';

/** The content of `data/managed-policies.json`. */
export function managedPolicyFile(): ManagedPolicyFile {
  const policies = [...BACKUP_POLICIES, ...PEOPLE_POLICIES, ...RUN_TIME_POLICIES];
  const entries = policies.map((policy): [string, ManagedPolicyFacts] => [`policy/${policy.name}`, factsOf(policy)]);
  return { policies: Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

function factsOf({ name, statements, version, difference }: AwsPolicy): ManagedPolicyFacts {
  const page = `${REFERENCE}/${name.split('/').at(-1)}.html`;
  const remarks = [version, difference].filter((remark) => remark !== undefined);
  return {
    document: { Version: '2012-10-17', Statement: statements.map(statementOf) },
    source: remarks.length > 0 ? `${page} (${remarks.join('; ')})` : page,
  };
}

function statementOf({ allow, on, condition }: AwsStatement): object {
  return {
    Effect: 'Allow',
    Action: words(allow),
    Resource: on ? on.map((arn) => `arn:aws:${arn}`) : '*',
    ...(condition && { Condition: condition }),
  };
}
