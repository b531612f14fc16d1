import type { PartialText } from '../../iam/partial-text';
import type { Policy, Statement } from '../../iam/policy';
import { literalText, matchesText } from '../../iam/text-matching';
import type { AccountModel } from '../account/account-model';

/**
 * A boundary without its denials about the bootstrap itself. They say nothing of resources whose names only the
 * deployment knows: what a stack makes is never what the bootstrap made before.
 */
export function besideBootstrap(policy: Policy, account: AccountModel): Policy {
  const { resources } = account;
  const arns = [
    ...[account.executionRole, ...account.deploymentRoles, ...account.policies].map(({ arn }) => arn),
    ...[resources.stack, resources.bucket, `${resources.bucket}/asset`, resources.repository, ...resources.parameters],
    ...(resources.key === undefined ? [] : [resources.key]),
  ].map(literalText);
  const isAboutAll = (pattern: PartialText) => pattern.length === 1 && pattern[0] === '*';
  return {
    ...policy,
    statements: policy.statements.flatMap((statement): Statement[] => {
      const { effect, resources: named } = statement;
      if (effect === 'Allow' || named === undefined || named.not) return [statement];
      const others = named.patterns.filter(
        (pattern) => isAboutAll(pattern) || arns.every((arn) => matchesText(pattern, arn) !== 'yes'),
      );
      return others.length === 0 ? [] : [{ ...statement, resources: { ...named, patterns: others } }];
    }),
  };
}
