import type { PartialText } from './partial-text';
import type { AccessRequest } from './request';
import { contextValue } from './request-context';
import { replaceBracketed } from './text-building';
import { patternOf } from './text-matching';

/** `${aws:username}`, or with a default value `${aws:PrincipalTag/team, 'company-wide'}`. */
const VARIABLE = /^\$\{([^,]*?)\s*(?:,\s*'([^']*)'\s*)?\}$/;

/**
 * Policy variables of a policy's text as unknown parts. `${$}` is a dollar sign; `${*}` and `${?}` are parts that match
 * just that character. A variable that something unknown stands in is unknown as a whole.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readVariables(text: PartialText): PartialText {
  return replaceBracketed(text, { open: '${', close: '}' }, (name) =>
    name === '$' ? '$' : { unknown: `\${${name}}` },
  );
}

/** The text with the values that the request has for its variables; others stay unknown. */
export function withVariables(text: PartialText, request: AccessRequest): PartialText {
  if (!text.some((part) => typeof part !== 'string' && part.unknown.startsWith('${'))) return text;
  return text.flatMap((part) =>
    typeof part === 'string' ? [part] : (valueOfVariable(part.unknown, request) ?? [part]),
  );
}

function valueOfVariable(name: string, request: AccessRequest): PartialText | undefined {
  const [, key, byDefault] = VARIABLE.exec(name) ?? [];
  if (key === undefined || key === '*' || key === '?') return undefined;
  const value = contextValue(request, key.toLowerCase());
  if (value === 'absent') return byDefault === undefined ? undefined : patternOf([byDefault]);
  return value !== 'unknown' && value.length === 1 ? patternOf(value[0]) : undefined;
}
