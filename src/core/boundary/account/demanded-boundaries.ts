import { namesAction } from './named-action';
import type { PartialText } from '../../iam/partial-text';
import type { Policy } from '../../iam/policy';

const CREATING_IDENTITIES = ['iam:CreateRole', 'iam:CreateUser'];

/** Operators that let a value through, by the effect of the statement that they stand in. */
const DEMANDING = {
  Allow: ['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'ArnEquals', 'ArnLike'],
  Deny: ['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'ArnNotEquals', 'ArnNotLike'],
};

/** Patterns of ARNs of boundaries that a policy lets new roles and users have, as its conditions say. */
export function demandedBoundaries({ statements }: Policy): readonly PartialText[] {
  return statements
    .filter((statement) => CREATING_IDENTITIES.some((action) => namesAction(statement, action)))
    .flatMap(({ effect, conditions }) =>
      conditions
        .filter(({ key }) => key.toLowerCase() === 'iam:permissionsboundary')
        .filter(({ operator }) => DEMANDING[effect].includes(operator))
        .flatMap(({ values }) => values),
    );
}
