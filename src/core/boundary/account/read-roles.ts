import type { AccountRole } from './account-model';
import type { PolicyShelf } from './policy-shelf';
import type { ResolvedResource } from './resolve-template';
import { fieldsOf, listOf } from './template-values';
import type { Policy } from '../../iam/policy';

/** A role of the template, with its logical id. */
export interface TemplateRole extends AccountRole {
  readonly id: string;
}

export function readRoles(resources: readonly ResolvedResource[], shelf: PolicyShelf): readonly TemplateRole[] {
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  return roles.map((role) => readRole(role, resources, shelf));
}

function readRole(role: ResolvedResource, resources: readonly ResolvedResource[], shelf: PolicyShelf): TemplateRole {
  const { id, properties, identity } = role;
  const attached = [
    ...listOf(properties.ManagedPolicyArns).map(nameOf),
    ...policiesAttachedTo(identity.ref, resources),
  ];
  const found = attached.map((arn) => shelf.find(arn));
  const boundary = properties.PermissionsBoundary;
  return {
    id,
    name: identity.ref,
    arn: identity.arn ?? identity.ref,
    identity: [
      ...inlinePolicies(role, resources, shelf),
      ...found.flatMap(({ policy }) => (policy === undefined ? [] : [policy])),
    ],
    unknownPolicies: found.flatMap(({ arn, policy }) => (policy === undefined ? [arn] : [])),
    trust: shelf.read(properties.AssumeRolePolicyDocument, `${id}.AssumeRolePolicyDocument`),
    boundary: boundary === undefined ? undefined : shelf.find(nameOf(boundary)),
  };
}

/** What couldn't be worked out is named by what is written. */
function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function inlinePolicies(
  { id, properties, identity }: ResolvedResource,
  resources: readonly ResolvedResource[],
  shelf: PolicyShelf,
): Policy[] {
  const own = listOf(properties.Policies).map((policy, index) =>
    shelf.read(fieldsOf(policy).PolicyDocument, `${id}.Policies[${index}]`),
  );
  const beside = resources.filter(
    ({ type, properties: { Roles: roles, RoleName: role } }) =>
      (type === 'AWS::IAM::Policy' && listOf(roles).includes(identity.ref)) ||
      (type === 'AWS::IAM::RolePolicy' && role === identity.ref),
  );
  return [...own, ...beside.map((resource) => shelf.read(resource.properties.PolicyDocument, resource.id))];
}

function policiesAttachedTo(role: string, resources: readonly ResolvedResource[]): string[] {
  return resources
    .filter(({ type, properties }) => type === 'AWS::IAM::ManagedPolicy' && listOf(properties.Roles).includes(role))
    .map(({ identity }) => identity.ref);
}
