import type { Condition, Policy, Statement } from '../../core/iam/policy';
import { displayText } from '../../core/iam/text-matching';

/** What must hold for a statement of a trust policy, `StringEquals aws:PrincipalOrgID = o-1`; denials of the policy too. */
export function trustConditions({ conditions }: Statement, { statements }: Policy): string[] {
  const denials = statements.filter(({ effect }) => effect === 'Deny');
  return [...conditions.map(conditionText), ...denials.map(({ name }) => `unless ${name} of the policy denies it`)];
}

function conditionText({ operator, ifExists, quantifier, key, values }: Condition): string {
  const name = `${quantifier === undefined ? '' : `${quantifier}:`}${operator}${ifExists ? 'IfExists' : ''}`;
  return `${name} ${key} = ${values.map(displayText).join(' or ')}`;
}
