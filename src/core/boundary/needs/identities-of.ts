import { IdentityIndex, identityKind, IdentityKind, isArn, textKey } from './identity-index';
import { PolicyReading } from './policy-reading';
import { valuesAt } from './property-values';
import type { ManagedPolicyTable } from '../../handler-permissions/type-needs';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import type { Policy } from '../../iam/policy';
import type { DeployedIdentity } from '../deployed-identity';
import type { DeployedTemplate, TemplateProblem } from '../deployed-template';
import { listOf, memberOf } from '../templates/json-values';
import { arnOf } from '../templates/physical-names';
import { readTemplates } from '../templates/read-templates';
import type { TemplateModel, TemplateResource } from '../templates/template-model';

export interface IdentitiesTables {
  readonly managedPolicies: ManagedPolicyTable;
}

export interface IdentitiesOfTemplates {
  readonly identities: readonly DeployedIdentity[];
  readonly problems: readonly TemplateProblem[];
}

/** Types with a policy that they give to the identities that they name. */
const ATTACHING = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]);

/** Properties with the names of identities, by their kind. */
const NAMES = [
  ['Roles', 'role'],
  ['RoleName', 'role'],
  ['Users', 'user'],
  ['UserName', 'user'],
] as const;

/** Every role and user of the templates, with all that they are allowed. */
export function identitiesOf(templates: readonly DeployedTemplate[], tables: IdentitiesTables): IdentitiesOfTemplates {
  const { models } = readTemplates(templates);
  const reading = new PolicyReading();
  const index = new IdentityIndex(models);
  const attached = new Map<TemplateResource, Policy[]>();
  const ownPolicies = new Map<string, Policy>();
  for (const resource of resourcesOf(models, ({ type }) => ATTACHING.has(type))) {
    const policy = reading.policy(resource, 'PolicyDocument');
    if (resource.type === 'AWS::IAM::ManagedPolicy') ownPolicies.set(textKey(arnOf(resource) ?? []), policy);
    for (const identity of namedIdentities(resource, index, reading)) {
      attached.set(identity, [...(attached.get(identity) ?? []), policy]);
    }
  }
  const find = (arn: PartialText) => ownPolicies.get(textKey(arn)) ?? policyOfAws(arn, tables, reading);
  const identities = resourcesOf(models, (resource) => identityKind(resource) !== undefined).map((resource) =>
    identityOf(resource, attached.get(resource) ?? [], find, reading),
  );
  return { identities, problems: reading.problems };
}

function resourcesOf(
  models: readonly TemplateModel[],
  isWanted: (resource: TemplateResource) => boolean,
): TemplateResource[] {
  return models.flatMap(({ resources }) => [...resources.values()].filter(isWanted));
}

/** The identities of these templates that a policy belongs to; it may name one that somebody else made. */
function namedIdentities(policy: TemplateResource, index: IdentityIndex, reading: PolicyReading): TemplateResource[] {
  const named = new Set<TemplateResource>();
  for (const [property, kind] of NAMES) {
    for (const { value } of valuesAt(policy, property)) {
      for (const name of textsOf(value, policy.model.scope)) {
        const identity = index.find(kind, name, policy.model);
        if (identity) named.add(identity);
        else reading.foreignIdentity(policy, property, kind, name);
      }
    }
  }
  return [...named];
}

function identityOf(
  resource: TemplateResource,
  attached: readonly Policy[],
  find: (arn: PartialText) => Policy | undefined,
  reading: PolicyReading,
): DeployedIdentity {
  const { model, logicalId, path, properties } = resource;
  const kind = identityKind(resource) as IdentityKind;
  const managed = valuesAt(resource, 'ManagedPolicyArns')
    .flatMap(({ value }) => textsOf(value, model.scope))
    .map((arn) => ({ arn, policy: find(arn) }));
  const boundaries = textsOf(properties.PermissionsBoundary, model.scope);
  const { account } = model.deployed;
  return {
    kind,
    stack: model.stack,
    logicalId,
    ...(path !== undefined && { path }),
    ...(account !== undefined && { account }),
    arn: arnOf(resource)!,
    policies: [...inlinePolicies(resource, reading), ...attached, ...managed.flatMap(({ policy }) => policy ?? [])],
    unknownPolicies: managed.filter(({ policy }) => !policy).map(({ arn }) => arn),
    ...(kind === 'role' && { trust: reading.policy(resource, 'AssumeRolePolicyDocument') }),
    ...(properties.PermissionsBoundary !== undefined &&
      boundaries.length > 0 && {
        boundary: boundaries.length === 1 ? boundaries[0] : [{ unknown: `${logicalId}.PermissionsBoundary` }],
      }),
  };
}

function inlinePolicies(resource: TemplateResource, reading: PolicyReading): Policy[] {
  return valuesAt(resource, 'Policies').map(({ value }, index) =>
    reading.document(resource, `Policies[${index}]`, memberOf(value, 'PolicyDocument')),
  );
}

/** Policies of AWS have no account in their ARN; the partition makes no difference to what they say. */
const OF_AWS = /^arn:[^:]*:iam::aws:(policy\/.+)$/;

function policyOfAws(
  arn: PartialText,
  { managedPolicies }: IdentitiesTables,
  reading: PolicyReading,
): Policy | undefined {
  if (!isArn(arn)) return undefined;
  const text = listOf(arn).map((part) => (typeof part === 'string' ? part : ''));
  const name = OF_AWS.exec(text.join(''))?.[1];
  const facts = name === undefined ? undefined : managedPolicies.find(name);
  return facts && reading.ofAws(name!, facts.document);
}
