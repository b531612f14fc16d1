import { unknownPolicy } from './boundary-unknown-policy';
import type { DeployedIdentity } from '../src/core/boundary/deployed-identity';
import type { DeployedTemplate } from '../src/core/boundary/deployed-template';
import { resourcePoliciesOf } from '../src/core/boundary/needs/resource-policies-of';
import type { ActionFacts } from '../src/core/iam/action-table';
import { matchesResource } from '../src/core/iam/arn-matching';
import type { PartialText } from '../src/core/iam/partial-text';
import type { Policy } from '../src/core/iam/policy';
import type { PoliciesInForce } from '../src/core/iam/request';
import { displayText, patternOf } from '../src/core/iam/text-matching';
import { any } from '../src/core/iam/verdict';

interface OwnedPolicy {
  /** ARN of what the policy belongs to. */
  readonly owner: PartialText;
  readonly policy: Policy;
}

/** The policies of resources in templates, and who may take on roles in them. */
export class ResourcePolicies {
  private readonly policies: readonly OwnedPolicy[];

  constructor(templates: readonly DeployedTemplate[], identities: readonly DeployedIdentity[]) {
    this.policies = [
      ...resourcePoliciesOf(templates).policies.flatMap(({ resource, policy }) =>
        resource === undefined ? [] : [{ owner: resource, policy }],
      ),
      ...identities.flatMap(({ arn, trust }) => (trust === undefined ? [] : [{ owner: arn, policy: trust }])),
    ];
  }

  /** What the resource itself says about an action, as far as the templates tell. */
  about(action: ActionFacts, resource: PartialText): Pick<PoliciesInForce, 'resource' | 'resourcePolicyIsRequired'> {
    const service = owningService(action);
    const policies = this.policies.filter(
      ({ owner }) => displayText(owner).includes(`:${service}:`) && belongsTo(owner, resource) !== 'no',
    );
    const isRequired = mustAllow(action);
    if (policies.length === 0) {
      return isRequired
        ? { resource: unknownPolicy(`policy of ${displayText(resource)}`), resourcePolicyIsRequired: true }
        : {};
    }
    return { resource: merged(policies.map(({ policy }) => policy)), resourcePolicyIsRequired: isRequired };
  }
}

/** Roles are taken on with an action of another service. */
function owningService({ name }: ActionFacts): string {
  return isAssumption(name) ? 'iam' : name.slice(0, name.indexOf(':'));
}

function isAssumption(action: string): boolean {
  return action.startsWith('sts:AssumeRole');
}

/**
 * Keys and roles must allow by themselves, whatever identities may:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
function mustAllow({ name, resources }: ActionFacts): boolean {
  return isAssumption(name) || (name.startsWith('kms:') && resources.length > 0);
}

/** The policy of a bucket is also about its objects, that of a function about its versions. */
function belongsTo(owner: PartialText, resource: PartialText) {
  const pattern = patternOf(owner);
  return any([pattern, [...pattern, '/*'], [...pattern, ':*']].map((each) => matchesResource(each, resource)));
}

/** Each permission of a function is a statement of its policy. */
function merged(policies: readonly Policy[]): Policy {
  return {
    place: [...new Set(policies.map(({ place }) => place))].join(', '),
    statements: policies.flatMap(({ statements }) => statements),
  };
}
