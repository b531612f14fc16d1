import { memberOf, membersOf } from './json-values';
import { intrinsicOf } from '../../iam/intrinsic-function';
import type { IntrinsicScope } from '../../iam/intrinsic-scope';
import { textsOf } from '../../iam/intrinsic-text';
import { knownText } from '../../iam/text-matching';
import { all, any, certainly, opposite } from '../../iam/verdict';
import type { Verdict } from '../../iam/verdict';

/** Conditions within each other; CloudFormation takes no cycles, and no person writes chains of this length. */
const DEEPEST = 40;

/** Outcomes of a template's conditions that are known before a deployment, by name. */
export function knownConditions(section: unknown, scope: IntrinsicScope): Record<string, boolean> {
  const known: [string, boolean][] = [];
  for (const [name, condition] of membersOf(section)) {
    const verdict = outcome(condition, { section, scope }, 0);
    if (verdict !== 'unknown') known.push([name, verdict === 'yes']);
  }
  return Object.fromEntries(known);
}

interface Conditions {
  readonly section: unknown;
  readonly scope: IntrinsicScope;
}

function outcome(condition: unknown, conditions: Conditions, depth: number): Verdict {
  if (depth > DEEPEST) return 'unknown';
  const named = memberOf(condition, 'Condition');
  if (typeof named === 'string') return outcome(memberOf(conditions.section, named), conditions, depth + 1);
  const [name, argument] = intrinsicOf(condition) ?? [];
  if (!Array.isArray(argument)) return 'unknown';
  const parts = () => argument.map((part) => outcome(part, conditions, depth + 1));
  switch (name) {
    case 'Fn::Equals':
      return argument.length === 2 ? equal(argument[0], argument[1], conditions.scope) : 'unknown';
    case 'Fn::Not':
      return argument.length === 1 ? opposite(parts()[0]) : 'unknown';
    case 'Fn::And':
      return all(parts());
    case 'Fn::Or':
      return any(parts());
    default:
      return 'unknown';
  }
}

function equal(one: unknown, other: unknown, scope: IntrinsicScope): Verdict {
  const [left, right] = [one, other].map((value) => {
    const texts = textsOf(value, scope);
    return texts.length === 1 ? knownText(texts[0]) : undefined;
  });
  if (left === undefined || right === undefined) return 'unknown';
  return certainly(left === right);
}
