import { matchesResource } from '../../iam/arn-matching';
import type { Condition, Policy, Statement } from '../../iam/policy';
import type { AccessRequest, DecidingLayer, PoliciesInForce } from '../../iam/request';
import { displayText } from '../../iam/text-matching';
import type { Verdict } from '../../iam/verdict';
import { any, certainly, opposite } from '../../iam/verdict';

/** Whether a statement is about the resource of a request, whatever its actions and conditions. */
export function namesResource({ resources }: Statement, { resource }: AccessRequest): Verdict {
  if (resources === undefined) return certainly(true);
  const isNamed = any(resources.patterns.map((pattern) => matchesResource(pattern, resource)));
  return resources.not ? opposite(isNamed) : isNamed;
}

/** The policies of a layer. */
export function policiesOf({ layer }: DecidingLayer, policies: PoliciesInForce): readonly Policy[] {
  if (layer === 'identity') return policies.identity;
  if (layer === 'session') return policies.session ?? [];
  const policy = layer === 'boundary' ? policies.boundary : policies.resource;
  return policy === undefined ? [] : [policy];
}

/** `iam:PermissionsBoundary StringEquals arn:…`, for people. */
export function displayCondition({ operator, ifExists, quantifier, key, values }: Condition): string {
  const prefix = quantifier === undefined ? '' : `${quantifier}:`;
  return `${key} ${prefix}${operator}${ifExists ? 'IfExists' : ''} ${values.map(displayText).join(' or ')}`;
}
