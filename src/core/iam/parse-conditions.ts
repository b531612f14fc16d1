import { NULL_OPERATOR, OPERATOR_NAMES, operatorOf } from './condition-operators';
import { intrinsicOf } from './intrinsic-function';
import type { PartialText } from './partial-text';
import type { Condition } from './policy';
import { Bounds, exactly } from './policy-bounds';
import { isObject, PolicyReader } from './policy-reader';
import { suggestionFor } from './suggestion';

/** A condition from both sides: nothing for `certain` never holds for certain, nothing for `possible` may always hold. */
interface BoundedCondition {
  readonly certain?: Condition;
  readonly possible?: Condition;
}

type ConditionHead = Omit<Condition, 'values'>;

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

const NOT_UNDERSTOOD: BoundedCondition = {};

/** The conditions of a statement; without the element there are none. */
export function parseConditions(reader: PolicyReader, value: unknown, place: string): Bounds<readonly Condition[]> {
  const choices = reader.choices(value);
  if (choices.length === 0) return exactly([]);
  if (choices.length !== 1 || !choices[0].isCertain) return boundsOf([NOT_UNDERSTOOD]);
  const [{ value: block }] = choices;
  if (!isObject(block) || intrinsicOf(block)) {
    reader.report(place, block, 'conditions are an object by operator', 'write for example {"StringEquals": {…}}');
    return boundsOf([NOT_UNDERSTOOD]);
  }
  return boundsOf(Object.entries(block).flatMap(([name, keys]) => ofOperator(reader, name, keys, `${place}.${name}`)));
}

function boundsOf(conditions: readonly BoundedCondition[]): Bounds<readonly Condition[]> {
  const possible = conditions.flatMap((condition) => condition.possible ?? []);
  if (conditions.every(({ certain, possible: all }) => certain !== undefined && certain === all)) {
    return exactly(possible);
  }
  const certain = conditions.flatMap((condition) => condition.certain ?? []);
  return { certain: certain.length === conditions.length ? certain : undefined, possible };
}

function ofOperator(reader: PolicyReader, name: string, keys: unknown, place: string): BoundedCondition[] {
  const [, quantifier, operator = name, ifExists] = OPERATOR.exec(name) ?? [];
  if (!OPERATOR_NAMES.includes(operator) || (operator === NULL_OPERATOR && ifExists !== undefined)) {
    const suggestion = suggestionFor(operator, OPERATOR_NAMES);
    const remedy =
      suggestion === undefined ? 'use an operator of the IAM documentation' : `did you mean "${suggestion}"?`;
    reader.report(place, name, 'IAM has no such condition operator', remedy);
    return [NOT_UNDERSTOOD];
  }
  if (!isObject(keys) || intrinsicOf(keys)) {
    reader.report(
      place,
      keys,
      'an operator has an object of condition keys',
      'write for example {"aws:RequestTag/owner": "…"}',
    );
    return [NOT_UNDERSTOOD];
  }
  return Object.entries(keys).map(([key, values]) => {
    const head = { operator, ifExists: ifExists !== undefined, quantifier: quantifierOf(quantifier), key };
    return ofKey(reader, head, values, `${place}["${key}"]`);
  });
}

function quantifierOf(name: string | undefined): Condition['quantifier'] {
  return name === 'ForAllValues' || name === 'ForAnyValue' ? name : undefined;
}

function ofKey(reader: PolicyReader, head: ConditionHead, value: unknown, place: string): BoundedCondition {
  const operator = operatorOf(head.operator);
  const certain: PartialText[] = [];
  const possible: PartialText[] = [];
  for (const item of reader.items(value)) {
    const texts = reader.texts(item.value);
    if (!texts) {
      reader.report(place, item.value, 'a value of a condition is a text', 'write a text, number or boolean');
      return NOT_UNDERSTOOD;
    }
    const read = operator?.takesVariables
      ? texts.alternatives.map((text) => reader.withVariables(text))
      : texts.alternatives;
    possible.push(...read);
    if (item.isCertain && texts.isCertain) certain.push(...read);
  }
  return ofValues(head, certain, possible);
}

/** More values make a condition easier to fulfil; a negated one harder. */
function ofValues(
  head: ConditionHead,
  certain: readonly PartialText[],
  possible: readonly PartialText[],
): BoundedCondition {
  const all = { ...head, values: possible };
  if (certain.length === possible.length) return { certain: all, possible: all };
  if (head.operator === NULL_OPERATOR) return NOT_UNDERSTOOD;
  const some = { ...head, values: certain };
  return operatorOf(head.operator)?.negated ? { certain: all, possible: some } : { certain: some, possible: all };
}
