import { ArnFormat, ARN_FORMATS } from './arn-formats';
import type { TemplateResource } from './template-model';
import type { IntrinsicScope } from '../../iam/intrinsic-scope';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import { literalText } from '../../iam/text-matching';

/** Characters of `-` and what CloudFormation draws behind a name. */
const RANDOM_END = 14;

/**
 * Characters of the name of the stack that are taken to be left of it where a name is too long. How CloudFormation cuts
 * isn't documented: this is well below the half of the name that resources with such names have of it.
 */
const LEAST_OF_STACK_NAME = 16;

/** The ARN of a resource as far as the template tells it; nothing for types whose format isn't known here. */
export function arnOf(resource: TemplateResource): PartialText | undefined {
  const format = formatOf(resource.type);
  return format && arnIn(resource, format);
}

/** What `Ref` (no attribute) or `Fn::GetAtt` gives, where something of it is known. */
export function attributeOf(resource: TemplateResource, attribute?: string): PartialText | undefined {
  const format = formatOf(resource.type);
  if (!format) return undefined;
  if (attribute === undefined) {
    if (format.ref === 'something else') return undefined;
    return format.ref === 'arn' ? arnIn(resource, format) : nameIn(resource, format);
  }
  if (attribute === format.nameAttribute) return nameIn(resource, format);
  if (attribute !== format.arn) return undefined;
  return concatenated(arnIn(resource, format), literalText(format.arnEnd ?? ''));
}

/** A text of the template in which `R`, `A` and `P` stand for region, account and partition. */
export function arnText(beginning: string, scope: IntrinsicScope): PartialText {
  const [service, region, account, ...rest] = beginning.split(':');
  return concatenated(
    literalText('arn:'),
    pseudo('AWS::Partition', scope),
    literalText(`:${service}:`),
    region === 'R' ? pseudo('AWS::Region', scope) : literalText(region),
    literalText(':'),
    account === 'A' ? pseudo('AWS::AccountId', scope) : literalText(account),
    literalText(`:${rest.join(':')}`),
  );
}

/** An ARN of the format, with nothing of a resource in it: for comparing with the formats that actions know. */
export function sampleArn(type: string): string | undefined {
  const format = formatOf(type);
  if (!format) return undefined;
  return `arn:P:${format.beginning}${format.path === undefined ? '' : '/'}N${format.beforeEnd ? `${format.beforeEnd}E` : ''}`;
}

function formatOf(type: string): ArnFormat | undefined {
  return Object.hasOwn(ARN_FORMATS, type) ? ARN_FORMATS[type] : undefined;
}

function pseudo(name: string, scope: IntrinsicScope): PartialText {
  return textsOf({ Ref: name }, scope)[0];
}

function arnIn(resource: TemplateResource, format: ArnFormat): PartialText {
  const { scope } = resource.model;
  let name = nameIn(resource, format);
  // Names of parameters may begin with a slash, of which the ARN has only one.
  if (resource.type === 'AWS::SSM::Parameter') name = withoutLeadingSlash(name);
  return concatenated(
    arnText(format.beginning, scope),
    pathIn(resource, format),
    resource.type === 'AWS::Events::Rule' ? busOf(resource) : [],
    name,
    format.beforeEnd ? [format.beforeEnd, unknownOf(resource, 'end of the ARN')] : [],
  );
}

function pathIn(resource: TemplateResource, { path }: ArnFormat): PartialText {
  if (path === undefined) return [];
  return oneText(resource, resource.properties[path] ?? '/') ?? [unknownOf(resource, path)];
}

/** Rules of a bus that isn't the default one have its name in their ARN; it may be given as an ARN. */
function busOf(resource: TemplateResource): PartialText {
  const bus = resource.properties.EventBusName;
  if (bus === undefined) return [];
  const text = oneText(resource, bus);
  const isName = text && !JSON.stringify(text).includes(':');
  return isName ? concatenated(text, literalText('/')) : [unknownOf(resource, 'EventBusName')];
}

function nameIn(resource: TemplateResource, format: ArnFormat): PartialText {
  const given = format.name === undefined ? undefined : resource.properties[format.name];
  const text = given === undefined ? undefined : oneText(resource, given);
  if (text) return text;
  const whole = [unknownOf(resource, given === undefined ? 'name' : format.name!)];
  if (given !== undefined || format.generated === undefined) return whole;
  const beginning = generatedBeginning(resource, format.generated);
  return concatenated(literalText(format.lowerCase ? beginning.toLowerCase() : beginning), whole);
}

/** The only text that a value can have; nothing where it may have several or none. */
function oneText({ model }: TemplateResource, value: unknown): PartialText | undefined {
  const texts = textsOf(value, model.scope);
  return texts.length === 1 ? texts[0] : undefined;
}

function generatedBeginning({ model, logicalId }: TemplateResource, longest: number): string {
  // The name of a nested stack begins with that of the stack that it is nested in, and is cut in names of its resources.
  const [stack, ...nested] = model.stack.split('/');
  const whole = `${stack}-${logicalId}-`;
  const isWhole = nested.length === 0 && whole.length + RANDOM_END <= longest;
  return isWhole ? whole : stack.slice(0, LEAST_OF_STACK_NAME);
}

function unknownOf({ model, logicalId }: TemplateResource, what: string): { readonly unknown: string } {
  return { unknown: `${logicalId}.${what}@${model.scope.stack}` };
}

function withoutLeadingSlash(text: PartialText): PartialText {
  const [first, ...rest] = text;
  return typeof first === 'string' && first.startsWith('/') ? concatenated(literalText(first.slice(1)), rest) : text;
}
