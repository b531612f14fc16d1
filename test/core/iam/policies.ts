import { parsePolicy } from '../../../src/core/iam/parse-policy';
import type { Policy } from '../../../src/core/iam/policy';

type Json = Record<string, unknown>;

/** A policy of version 2012-10-17 in which all is understood; Allow on everything where a statement doesn't say otherwise. */
export function policyOf(...statements: readonly Json[]): Policy {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    ...('NotAction' in statement ? {} : { Action: '*' }),
    ...('NotResource' in statement ? {} : { Resource: '*' }),
    ...statement,
  }));
  const { policy, problems } = parsePolicy({ Version: '2012-10-17', Statement }, 'policy');
  expect(problems).toEqual([]);
  return policy;
}
