import { isRecord, JsonRecord, listOf, memberOf, membersOf, textMember } from './json-values';
import type { TemplateProblem } from '../deployed-template';

/** What a template says of a resource. */
export interface ResourceSection {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonRecord;
  readonly path?: string;
  readonly condition?: string;
}

/** A template as it stands, with empty sections where it says nothing or nonsense. */
export interface TemplateSections {
  readonly resources: readonly ResourceSection[];
  readonly parameters: JsonRecord;
  readonly outputs: JsonRecord;
  readonly mappings: JsonRecord;
  readonly conditions: JsonRecord;
  readonly transforms: readonly string[];
}

/** The one that tells of what it doesn't understand. */
type Tell = (problem: TemplateProblem) => void;

/** @param stack what findings call the template */
export function sectionsOf(template: unknown, stack: string, tell: Tell): TemplateSections {
  if (!isRecord(template)) {
    tell({
      place: stack,
      value: kindOf(template),
      reason: 'a template is an object',
      remedy: 'give the template that CloudFormation gets',
    });
  }
  const section = (name: string) => recordIn(template, name, stack, tell);
  return {
    resources: membersOf(section('Resources')).flatMap((entry) => resourceOf(entry, stack, tell)),
    parameters: section('Parameters'),
    outputs: section('Outputs'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    transforms: listOf(memberOf(template, 'Transform')).flatMap((transform) => transformName(transform) ?? []),
  };
}

/** Macros are named by a text or, with parameters, by an object. */
function transformName(transform: unknown): string | undefined {
  return typeof transform === 'string' ? transform : textMember(transform, 'Name');
}

function resourceOf([logicalId, resource]: [string, unknown], stack: string, tell: Tell): ResourceSection[] {
  const place = `${stack}: Resources.${logicalId}`;
  if (logicalId.startsWith('Fn::')) {
    tell({
      place,
      value: logicalId,
      reason: 'which resources CloudFormation makes of it is not known before the deployment',
      remedy: 'write the resources out, or give the template after the transform',
    });
    return [];
  }
  const type = textMember(resource, 'Type');
  if (type === undefined || type === '') {
    tell({
      place,
      value: kindOf(isRecord(resource) ? resource.Type : resource),
      reason: 'a resource has a type',
      remedy: 'add its Type, for example "AWS::S3::Bucket"',
    });
    return [];
  }
  const path = textMember(memberOf(resource, 'Metadata'), 'aws:cdk:path');
  const condition = textMember(resource, 'Condition');
  const properties = recordIn(resource, 'Properties', place, tell);
  return [{ logicalId, type, properties, ...(path && { path }), ...(condition && { condition }) }];
}

function recordIn(parent: unknown, name: string, place: string, tell: Tell): JsonRecord {
  const section = memberOf(parent, name);
  if (section !== undefined && section !== null && !isRecord(section)) {
    tell({
      place: place.includes(': ') ? `${place}.${name}` : `${place}: ${name}`,
      value: kindOf(section),
      reason: 'an object is expected',
      remedy: 'write its members in braces',
    });
  }
  return isRecord(section) ? section : {};
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : JSON.stringify(value).slice(0, 80);
}
