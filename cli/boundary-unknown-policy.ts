import type { PartialText } from '../src/core/iam/partial-text';
import type { Policy, Statement } from '../src/core/iam/policy';

const EVERYTHING: PartialText = ['*'];

/** A policy that nobody here knows: it may allow or deny anything, so that what it would decide is left open. */
export function unknownPolicy(place: string): Policy {
  const statement = (effect: Statement['effect']): Statement => ({
    name: 'whatever it says',
    place,
    effect,
    actions: { not: false, patterns: ['*'] },
    resources: { not: false, patterns: [EVERYTHING] },
    principals: { not: false, patterns: [{ kind: '*', value: EVERYTHING }] },
    conditions: [
      { operator: 'StringEquals', ifExists: false, key: 'content of a policy that is not given', values: [EVERYTHING] },
    ],
  });
  return { place, statements: [statement('Allow'), statement('Deny')] };
}
