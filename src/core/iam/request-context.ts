import type { PartialText } from './partial-text';
import type { AccessRequest, ContextValue } from './request';
import { literalText } from './text-matching';

/**
 * What a request carries for a condition key, in lower case. Besides what the request says of its context, the keys that
 * follow from who asks: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextValue(request: AccessRequest, key: string): ContextValue {
  if (Object.hasOwn(request.context, key)) return request.context[key];
  const { principal, resourceAccount } = request;
  switch (key) {
    case 'aws:principalarn':
      return principal.kind === 'service' ? 'absent' : [principal.id];
    case 'aws:principalaccount':
      return account(principal.account);
    case 'aws:resourceaccount':
      return account(resourceAccount ?? principal.account);
    case 'aws:principalisawsservice':
      return [literalText(String(principal.kind === 'service'))];
    case 'aws:username':
      return principal.kind === 'user' ? 'unknown' : 'absent';
    default:
      return 'unknown';
  }
}

function account(id: string | undefined): readonly PartialText[] | 'unknown' {
  return id === undefined ? 'unknown' : [literalText(id)];
}
