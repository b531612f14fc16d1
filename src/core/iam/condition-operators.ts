import { matchesArn } from './arn-matching';
import { isInRange } from './ip-range';
import type { PartialText } from './partial-text';
import { isSameText, knownText, matchesText } from './text-matching';
import { certainly, Verdict } from './verdict';

/** How one value of a request compares with one value of a condition. */
export type Comparison = (expected: PartialText, found: PartialText) => Verdict;

export interface ConditionOperator {
  readonly compare: Comparison;
  /** Holds where no value compares, and where the request doesn't have the key. */
  readonly negated: boolean;
  /** Whether policy variables can stand in its values. */
  readonly takesVariables: boolean;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const EPOCH_SECONDS = /^\d+$/;
const ISO_DATE = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/;
const MILLISECONDS_PER_SECOND = 1000;

const text = (compare: Comparison, negated = false) => ({ compare, negated, takesVariables: true });
const fact = (compare: Comparison, negated = false) => ({ compare, negated, takesVariables: false });

const isSame: Comparison = (expected, found) => isSameText(expected, found);
const isSameInAnyCase: Comparison = (expected, found) => isSameText(expected, found, true);
const isSameNumber = ordered(numberOf, (found, expected) => found === expected);
const isSameDate = ordered(timeOf, (found, expected) => found === expected);
const isAddress: Comparison = known((expected, found) => isInRange(found, expected));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: text(isSame),
  StringNotEquals: text(isSame, true),
  StringEqualsIgnoreCase: text(isSameInAnyCase),
  StringNotEqualsIgnoreCase: text(isSameInAnyCase, true),
  StringLike: text(matchesText),
  StringNotLike: text(matchesText, true),
  ArnEquals: text(matchesArn),
  ArnLike: text(matchesArn),
  ArnNotEquals: text(matchesArn, true),
  ArnNotLike: text(matchesArn, true),
  NumericEquals: fact(isSameNumber),
  NumericNotEquals: fact(isSameNumber, true),
  NumericLessThan: fact(ordered(numberOf, (found, expected) => found < expected)),
  NumericLessThanEquals: fact(ordered(numberOf, (found, expected) => found <= expected)),
  NumericGreaterThan: fact(ordered(numberOf, (found, expected) => found > expected)),
  NumericGreaterThanEquals: fact(ordered(numberOf, (found, expected) => found >= expected)),
  DateEquals: fact(isSameDate),
  DateNotEquals: fact(isSameDate, true),
  DateLessThan: fact(ordered(timeOf, (found, expected) => found < expected)),
  DateLessThanEquals: fact(ordered(timeOf, (found, expected) => found <= expected)),
  DateGreaterThan: fact(ordered(timeOf, (found, expected) => found > expected)),
  DateGreaterThanEquals: fact(ordered(timeOf, (found, expected) => found >= expected)),
  Bool: fact(isSameInAnyCase),
  BinaryEquals: fact(isSame),
  IpAddress: fact(isAddress),
  NotIpAddress: fact(isAddress, true),
};

/** Whether the request has the key at all; it compares with nothing. */
export const NULL_OPERATOR = 'Null';

export const OPERATOR_NAMES: readonly string[] = [...Object.keys(OPERATORS), NULL_OPERATOR];

/** The operator of that name; nothing for `Null`, and for what no documentation knows. */
export function operatorOf(name: string): ConditionOperator | undefined {
  return Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
}

/** A comparison of values that must be known. */
function known(compare: (expected: string, found: string) => boolean): Comparison {
  return (expected, found) => {
    const [one, other] = [knownText(expected), knownText(found)];
    return one === undefined || other === undefined ? 'unknown' : certainly(compare(one, other));
  };
}

/** A comparison by size. What can't be read has no size, and so never compares. */
function ordered(size: (value: string) => number, holds: (found: number, expected: number) => boolean): Comparison {
  return known((expected, found) => {
    const [one, other] = [size(found), size(expected)];
    return !Number.isNaN(one) && !Number.isNaN(other) && holds(one, other);
  });
}

function numberOf(value: string): number {
  return NUMBER.test(value) ? Number(value) : Number.NaN;
}

/** Milliseconds since 1970; dates come in the forms of ISO 8601 or as seconds since 1970. */
function timeOf(value: string): number {
  if (EPOCH_SECONDS.test(value)) return Number(value) * MILLISECONDS_PER_SECOND;
  if (!ISO_DATE.test(value)) return Number.NaN;
  return Date.parse(value.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value}Z` : value);
}
