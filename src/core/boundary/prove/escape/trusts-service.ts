import { evaluate } from '../../../iam/evaluate';
import { literalText } from '../../../iam/text-matching';
import type { AccountRole } from '../../account/account-model';

/** Whether a service may take on a role; roles whose trust nobody knows might let it. */
export function trustsService({ arn, trust }: AccountRole, service: string): boolean {
  if (trust === undefined) return true;
  const { verdict } = evaluate(
    {
      action: 'sts:AssumeRole',
      resource: literalText(arn),
      context: { 'sts:externalid': 'absent' },
      principal: { kind: 'service', id: literalText(service) },
    },
    { identity: [], resource: trust, resourcePolicyIsRequired: true },
  );
  return verdict !== 'no';
}
