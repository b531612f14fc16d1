import type { PropertyCondition } from '../../handler-permissions/type-needs';
import { choicesOf, intrinsicOf, isNoValue } from '../../iam/intrinsic-function';
import { textsOf } from '../../iam/intrinsic-text';
import { knownText } from '../../iam/text-matching';
import { all, any } from '../../iam/verdict';
import type { Verdict } from '../../iam/verdict';
import { memberOf } from '../templates/json-values';
import type { TemplateResource } from '../templates/template-model';

/** A value of a property, and whether it is certainly that. */
export interface PropertyValue {
  readonly value: unknown;
  /** Depends on a condition, or on an intrinsic function that stands for a whole object. */
  readonly isCertain: boolean;
  /** The function that stands where the property would be read: the value itself isn't known. */
  readonly isHidden?: true;
}

interface Step extends PropertyValue {
  readonly depth: number;
}

/**
 * The values at a path such as `Rules.Destination.Bucket`, of all members of lists on the way; both sides of an `Fn::If`
 * whose condition isn't known. None when the property isn't set.
 */
export function valuesAt({ properties, model }: TemplateResource, path: string): PropertyValue[] {
  const names = path.split('.');
  const found: PropertyValue[] = [];
  const open: Step[] = [{ value: properties, isCertain: true, depth: 0 }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { depth } = step;
    const choices = choicesOf(step.value, model.scope.conditions);
    const isCertain = step.isCertain && choices.length === 1;
    for (const value of choices) {
      if (value === undefined || value === null || isNoValue(value)) continue;
      if (Array.isArray(value)) for (const item of [...value].reverse()) open.push({ value: item, isCertain, depth });
      else if (depth === names.length) found.push({ value, isCertain });
      else if (intrinsicOf(value)) found.push({ value, isCertain: false, isHidden: true });
      else open.push({ value: memberOf(value, names[depth]), isCertain, depth: depth + 1 });
    }
  }
  return found;
}

/** Whether a resource has a property as the condition says. */
export function holds(resource: TemplateResource, { property, equals }: PropertyCondition): Verdict {
  return any(
    valuesAt(resource, property).map(({ value, isCertain, isHidden }) => {
      const verdict = equals && !isHidden ? isOneOf(resource, value, equals) : 'yes';
      return verdict === 'yes' && !isCertain ? 'unknown' : verdict;
    }),
  );
}

/** CloudFormation takes numbers and truth values as texts, too: `true` and `"true"` are the same. */
function isOneOf({ model }: TemplateResource, value: unknown, equals: readonly string[]): Verdict {
  const allowed = equals.map((json) => String(JSON.parse(json)));
  const verdicts = textsOf(value, model.scope).map((text): Verdict => {
    const known = knownText(text);
    if (known === undefined) return 'unknown';
    return allowed.includes(known) ? 'yes' : 'no';
  });
  const verdict = all(verdicts);
  return verdict === 'no' && verdicts.some((each) => each !== 'no') ? 'unknown' : verdict;
}
