import type { ActionResources } from './action-resources';
import { boundaryContext, IdentityKind, identityKind } from './identity-index';
import { ImpliedNeed, needOfResource, NeedsContext } from './needs-context';
import { operationsOf } from './operations';
import { holds, valuesAt } from './property-values';
import type { PropertyCondition, TypeAction, TypeNeeds } from '../../handler-permissions/type-needs';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import type { Verdict } from '../../iam/verdict';
import type { Need } from '../need';
import { arnOf, arnText } from '../templates/physical-names';
import type { TemplateResource } from '../templates/template-model';

/**
 * What the handlers of a resource's type call.
 *
 * @param implied actions that are known more exactly from elsewhere, such as the roles that are passed
 */
export function handlerNeeds(
  resource: TemplateResource,
  facts: TypeNeeds,
  context: NeedsContext,
  implied: ReadonlySet<string>,
): Need[] {
  const own = arnOf(resource);
  const nested = resource.type === 'AWS::CloudFormation::Stack';
  return facts.actions.flatMap((action) => {
    const operations = operationsOf(action.handlers);
    const reason = operations.length === 0 ? undefined : reasonFor(resource, action);
    if (!reason || implied.has(action.action)) return [];
    const { property, isCertain } = reason;
    const kind = action.action.startsWith('kms:') && property !== undefined ? 'encryption' : 'handler';
    return targetsOf(action.action, resource, property, own, context).map((target) =>
      needOfResource(resource, {
        action: action.action,
        operations,
        ...target,
        isCertain,
        kind: nested ? 'nested-stack' : kind,
        ...(property !== undefined && { property }),
        source: action.source ?? facts.source,
      }),
    );
  });
}

interface Reason {
  readonly isCertain: boolean;
  readonly property?: string;
}

/** Why the action is needed; nothing when it isn't. */
function reasonFor(resource: TemplateResource, { when }: TypeAction): Reason | undefined {
  return when ? reasonOf(resource, when) : { isCertain: true };
}

/** The first condition that holds, or else that may hold. */
export function reasonOf(resource: TemplateResource, when: readonly PropertyCondition[]): Reason | undefined {
  const verdicts = when.map((condition) => [condition.property, holds(resource, condition)] as const);
  const found = (wanted: Verdict) => verdicts.find(([, verdict]) => verdict === wanted);
  const [property, verdict] = found('yes') ?? found('unknown') ?? [];
  return property === undefined ? undefined : { property, isCertain: verdict === 'yes' };
}

type Target = Pick<ImpliedNeed, 'resource' | 'context'>;

/** What the action is called for: mostly one ARN, for policies one for every role that they belong to. */
function targetsOf(
  action: string,
  resource: TemplateResource,
  property: string | undefined,
  own: PartialText | undefined,
  { actionResources, identities }: NeedsContext,
): Target[] {
  if (action === 'iam:CreateServiceLinkedRole') return [{ resource: linkedRole(resource) }];
  const arn = actionResources.ofResource(action, resource, own);
  if (arn) return withBoundary(action, resource, arn, actionResources);
  const kind = IDENTITY_KINDS.find((each) => actionResources.isAbout(action, `AWS::IAM::${each}`));
  if (kind) {
    return identityTargets(action, kind.toLowerCase() as IdentityKind, resource, { actionResources, identities });
  }
  const named = property === undefined ? [] : valuesAt(resource, property);
  const texts = named.flatMap(({ value }) => textsOf(value, resource.model.scope));
  return texts.length === 1 && actionResources.takes(action, texts[0]) ? [{ resource: texts[0] }] : [{}];
}

/** Of a service that the type's data doesn't name; all such roles have the same path. */
function linkedRole({ model, type }: TemplateResource): PartialText {
  return concatenated(arnText('iam::A:role/aws-service-role/', model.scope), [{ unknown: `service of ${type}` }]);
}

/** Properties with the names of the identities that a policy belongs to. */
const NAMES: Readonly<Record<IdentityKind, readonly string[]>> = {
  role: ['Roles', 'RoleName'],
  user: ['Users', 'UserName'],
};

const IDENTITY_KINDS = ['Role', 'User'];

/** Policies call actions on the roles and users that they belong to. */
function identityTargets(
  action: string,
  kind: IdentityKind,
  resource: TemplateResource,
  { actionResources, identities }: Pick<NeedsContext, 'actionResources' | 'identities'>,
): Target[] {
  const { model } = resource;
  const names = NAMES[kind].flatMap((property) => valuesAt(resource, property));
  const targets = names
    .flatMap(({ value }) => textsOf(value, model.scope))
    .flatMap((name): Target[] => {
      const arn = identities.arnOfName(kind, name, model);
      const identity = identities.find(kind, name, model);
      return identity ? withBoundary(action, identity, arn, actionResources) : [{ resource: arn }];
    });
  return targets.length === 0 ? [{}] : targets;
}

/** With what the request tells of the boundary of the role or user, for actions that know that. */
function withBoundary(
  action: string,
  resource: TemplateResource,
  arn: PartialText,
  actionResources: ActionResources,
): Target[] {
  if (!identityKind(resource) || !actionResources.knowsBoundary(action)) return [{ resource: arn }];
  const boundary = boundaryContext(resource);
  if (boundary === 'unknown') return [{ resource: arn }];
  return [{ resource: arn, context: { 'iam:permissionsboundary': boundary } }];
}
