import { ConditionOperator, NULL_OPERATOR, operatorOf } from './condition-operators';
import type { PartialText } from './partial-text';
import type { Condition } from './policy';
import { withVariables } from './policy-variables';
import type { AccessRequest, ContextValue } from './request';
import { contextValue } from './request-context';
import { isSameText, literalText } from './text-matching';
import { all, any, certainly, opposite, Verdict } from './verdict';

/** Whether all conditions of a statement hold for a request. */
export function conditionsHold(conditions: readonly Condition[], request: AccessRequest): Verdict {
  return all(conditions.map((condition) => conditionHolds(condition, request)));
}

/**
 * Whether a condition holds. An operator that isn't known holds perhaps: parsing has reported it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionHolds(condition: Condition, request: AccessRequest): Verdict {
  const value = contextValue(request, condition.key.toLowerCase());
  if (condition.operator === NULL_OPERATOR) return isAbsentAsExpected(condition.values, value);
  const operator = operatorOf(condition.operator);
  if (!operator) return 'unknown';
  const expected = condition.values.map((one) => (operator.takesVariables ? withVariables(one, request) : one));
  if (value === 'unknown') return withoutContext(condition, operator);
  return value === 'absent' || value.length === 0
    ? ofAbsentKey(condition, operator)
    : ofValues(condition, operator, expected, value);
}

/** `Null` with `true` holds where the request doesn't have the key. */
function isAbsentAsExpected(expected: readonly PartialText[], value: ContextValue): Verdict {
  if (value === 'unknown') return 'unknown';
  const found = literalText(String(value === 'absent' || value.length === 0));
  return any(expected.map((one) => isSameText(one, found, true)));
}

/** A condition without values compares with nothing; whatever the request carries, that is known. */
function withoutContext({ values, quantifier }: Condition, { negated }: ConditionOperator): Verdict {
  return values.length === 0 && negated && quantifier !== 'ForAnyValue' ? 'yes' : 'unknown';
}

/**
 * A set without values has none that fails, and none that holds.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function ofAbsentKey({ ifExists, quantifier }: Condition, { negated }: ConditionOperator): Verdict {
  if (ifExists || quantifier === 'ForAllValues') return 'yes';
  return certainly(negated && quantifier === undefined);
}

function ofValues(
  { quantifier }: Condition,
  { compare, negated }: ConditionOperator,
  expected: readonly PartialText[],
  found: readonly PartialText[],
): Verdict {
  const each = found.map((value) => {
    const matches = any(expected.map((one) => compare(one, value)));
    return negated ? opposite(matches) : matches;
  });
  if (quantifier === 'ForAnyValue') return any(each);
  // "a null dataset, such as an empty string" is an empty set.
  if (quantifier === 'ForAllValues') return found.every((value) => value.length === 0) ? 'yes' : all(each);
  // What several values do without a quantifier is not documented; it doesn't matter where all agree.
  return any(each) === all(each) ? all(each) : 'unknown';
}
