import { DynamicReference, dynamicReferencesIn } from './dynamic-references';
import { isArn, isUnknown } from './identity-index';
import { ImpliedNeed, needOfResource, needOfTemplate } from './needs-context';
import { DEPLOYING } from './operations';
import type { IntrinsicScope } from '../../iam/intrinsic-scope';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import { literalText } from '../../iam/text-matching';
import type { Need } from '../need';
import { membersOf, textMember } from '../templates/json-values';
import { arnText } from '../templates/physical-names';
import type { TemplateModel } from '../templates/template-model';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const REFERENCES_SOURCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html';

/**
 * A deployment with a service role does everything with that role, so also the reading of parameters before it touches a
 * resource: `BootstrapVersion` of templates of the CDK, too. A boundary of the execution role without this right made the
 * deployment fail (https://github.com/aws-samples/aws-bootstrap-kit-examples/pull/36).
 */
const PARAMETERS_SOURCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html';

/** Parameters of Systems Manager whose values are read for parameters of the template. */
export function parameterNeeds(model: TemplateModel): Need[] {
  return membersOf(model.parameters).flatMap(([name, parameter]) => {
    if (!textMember(parameter, 'Type')?.startsWith('AWS::SSM::Parameter::')) return [];
    const parameterName = textMember(parameter, 'Default');
    return needOfTemplate(model, {
      action: 'ssm:GetParameters',
      operations: DEPLOYING,
      ...(parameterName !== undefined && { resource: parameterArn(literalText(parameterName), model.scope) }),
      kind: 'parameter',
      property: `Parameters.${name}`,
      source: PARAMETERS_SOURCE,
    });
  });
}

/** Values that `{{resolve:…}}` stands for, in resources and elsewhere. */
export function dynamicReferenceNeeds(model: TemplateModel): Need[] {
  const { scope, parameters, outputs } = model;
  const ofResources = [...model.resources.values()].flatMap((resource) =>
    dynamicReferencesIn(resource.properties, scope)
      .flatMap((reference) => readNeeds(reference, scope))
      .map((need) => needOfResource(resource, need)),
  );
  const ofTemplate = dynamicReferencesIn([parameters, outputs], scope)
    .flatMap((reference) => readNeeds(reference, scope))
    .map((need) => needOfTemplate(model, need));
  return [...ofResources, ...ofTemplate];
}

function readNeeds({ service, reference }: DynamicReference, scope: IntrinsicScope): ImpliedNeed[] {
  const what = { operations: DEPLOYING, kind: 'dynamic-reference', source: REFERENCES_SOURCE } as const;
  // The key of an encrypted value stands where the value is made; keys that AWS manages need no right.
  const decrypt = { ...what, action: 'kms:Decrypt', isCertain: false };
  if (service === 'ssm' || service === 'ssm-secure') {
    const read = { ...what, action: 'ssm:GetParameters', resource: parameterArn(upToColon(reference), scope) };
    return service === 'ssm' ? [read] : [read, decrypt];
  }
  if (service !== 'secretsmanager') return [];
  const secret = secretArn(reference, scope);
  return [{ ...what, action: 'secretsmanager:GetSecretValue', ...(secret && { resource: secret }) }, decrypt];
}

/** The ARN has one slash after `parameter`, whether the name begins with one or not. */
function parameterArn(name: PartialText, scope: IntrinsicScope): PartialText {
  const [first, ...rest] = name;
  if (isArn(name)) return name;
  const begun = typeof first === 'string' && first.startsWith('/');
  return concatenated(arnText('ssm:R:A:parameter/', scope), begun ? [first.slice(1), ...rest] : name);
}

/** A secret is named by its ARN or by its name, to which the ARN adds six characters. */
function secretArn(reference: PartialText, scope: IntrinsicScope): PartialText | undefined {
  const secret = upTo(reference, /:Secret(?:String|Binary)/);
  if (isArn(secret)) return secret;
  const name = upToColon(secret);
  if (isUnknown(name)) return undefined;
  const end = [{ unknown: `end of the ARN of ${JSON.stringify(name)}` }];
  return concatenated(arnText('secretsmanager:R:A:secret:', scope), name, literalText('-'), end);
}

function upToColon(text: PartialText): PartialText {
  return upTo(text, /:/);
}

/** The text before the first literal part that the expression is found in. */
function upTo(text: PartialText, expression: RegExp): PartialText {
  for (const [index, part] of text.entries()) {
    const found = typeof part === 'string' ? part.search(expression) : -1;
    if (found >= 0) return concatenated(text.slice(0, index), [(part as string).slice(0, found)]);
  }
  return text;
}
