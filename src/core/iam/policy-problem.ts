import { canonicalJson } from './canonical-json';

/** A part of a policy that could not be understood, and what was taken in its place: never passed over silently. */
export interface PolicyProblem {
  /** `Backend-Data: Resources.Role.Properties.Policies[0].PolicyDocument.Statement[2].Action`. */
  readonly place: string;
  /** The value as JSON, cut where it is long. */
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

const LONGEST_VALUE = 120;

/** The value of a problem, for people. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = canonicalJson(value, LONGEST_VALUE);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
