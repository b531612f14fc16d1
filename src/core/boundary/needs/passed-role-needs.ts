import { reasonOf } from './handler-needs';
import { isArn, isUnknown } from './identity-index';
import { needOfResource, NeedsContext } from './needs-context';
import { CHANGING, DEPLOYING } from './operations';
import { valuesAt } from './property-values';
import type { PassedRole, TypeNeeds } from '../../handler-permissions/type-needs';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import { literalText } from '../../iam/text-matching';
import type { Need } from '../need';
import { arnText } from '../templates/physical-names';
import type { TemplateResource } from '../templates/template-model';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
const PASS_ROLE_SOURCE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

/** Roles that the resource gives to its service. */
export function passedRoleNeeds(resource: TemplateResource, facts: TypeNeeds, context: NeedsContext): Need[] {
  return facts.passedRoles.flatMap((passed) => ofProperty(resource, passed, context));
}

function ofProperty(resource: TemplateResource, { property, service }: PassedRole, context: NeedsContext): Need[] {
  return valuesAt(resource, property).flatMap(({ value, isCertain, isHidden }) => {
    const texts = isHidden ? [] : textsOf(value, resource.model.scope);
    const roles = texts.length === 0 ? [undefined] : texts.map((text) => roleArn(text, resource, context));
    return roles.flatMap((role) =>
      role && isOfOtherAccount(role, resource)
        ? []
        : needOfResource(resource, {
            action: 'iam:PassRole',
            operations: DEPLOYING,
            ...(role && { resource: role }),
            context: { 'iam:passedtoservice': [literalText(service)] },
            isCertain: isCertain && texts.length < 2,
            kind: 'pass-role',
            property,
            source: PASS_ROLE_SOURCE,
          }),
    );
  });
}

/** Nobody passes a role of another account; services are told of it, and assume it (the same page). */
function isOfOtherAccount([beginning]: PartialText, { model }: TemplateResource): boolean {
  const [, , , , account] = typeof beginning === 'string' ? beginning.split(':') : [];
  const own = model.deployed.account;
  return own !== undefined && /^\d{12}$/.test(account ?? '') && account !== own;
}

/** Some properties take a name instead of an ARN; of what isn't known at all, it may be either. */
function roleArn(role: PartialText, { model }: TemplateResource, { identities }: NeedsContext): PartialText {
  const byName = identities.find('role', role, model);
  if (isArn(role) || (isUnknown(role) && !byName)) return role;
  return identities.arnOfName('role', role, model);
}

/** Roles that a service makes for itself with the first resource of a kind. */
export function serviceLinkedRoleNeeds(resource: TemplateResource, facts: TypeNeeds): Need[] {
  return facts.serviceLinkedRoles.flatMap(({ service, when, source }) => {
    const reason = when ? reasonOf(resource, when) : { isCertain: true };
    if (!reason) return [];
    const role = arnText(`iam::A:role/aws-service-role/${service}/`, resource.model.scope);
    return needOfResource(resource, {
      action: 'iam:CreateServiceLinkedRole',
      operations: DEPLOYING,
      resource: concatenated(role, [{ unknown: `service-linked role of ${service}` }]),
      context: { 'iam:awsservicename': [literalText(service)] },
      ...reason,
      kind: 'service-linked-role',
      source,
    });
  });
}

/**
 * A nested stack is deployed with the role of its parent, which CloudFormation is given for it
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html).
 */
export function executionRoleNeeds(resource: TemplateResource, { options }: NeedsContext): Need[] {
  if (resource.type !== 'AWS::CloudFormation::Stack') return [];
  const { deployed, scope } = resource.model;
  const role = deployed.executionRole ?? options.executionRole;
  const texts = role === undefined ? [] : textsOf({ 'Fn::Sub': role }, scope);
  return [
    needOfResource(resource, {
      action: 'iam:PassRole',
      operations: CHANGING,
      ...(texts.length === 1 && { resource: texts[0] }),
      context: { 'iam:passedtoservice': [literalText('cloudformation.amazonaws.com')] },
      kind: 'pass-role',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    }),
  ];
}
