import type { PoliciesInForce, RequestContext, RequestPrincipal } from '../../iam/request';
import { literalText } from '../../iam/text-matching';
import type { AccountModel, AccountRole } from '../account/account-model';

/** Somebody who asks, with the policies that decide. */
export interface Caller {
  readonly principal: RequestPrincipal;
  readonly policies: PoliciesInForce;
  /** Condition keys that all of its requests carry: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
  readonly context: RequestContext;
}

export function callerOf({ arn, identity, boundary }: AccountRole, { account, region }: AccountModel): Caller {
  const id = literalText(arn);
  return {
    principal: { kind: 'role', id, account },
    policies: { identity, boundary: boundary?.policy },
    context: {
      'aws:principalaccount': [literalText(account)],
      'aws:principalarn': [id],
      'aws:principaltype': [literalText('AssumedRole')],
      'aws:requestedregion': [literalText(region)],
    },
  };
}
