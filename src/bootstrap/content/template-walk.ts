import type { JsonObject, Resource, Template } from '../overlay/template';
import { listOf, Statement } from '../policies/statement';

/** Where something stands in one of the templates: `templates[0].Resources.Role`. */
export interface Found<Value> {
  readonly place: string;
  readonly value: Value;
}

export type SynthesizedTemplate = Partial<Template>;

export function resourcesOf(templates: readonly SynthesizedTemplate[]): Found<Resource>[] {
  return templates.flatMap((template, index) =>
    Object.entries(template.Resources ?? {}).map(([id, value]) => ({
      place: `templates[${index}].Resources.${id}`,
      value,
    })),
  );
}

/** Every policy statement that roles and users of the templates have, whichever way they are given them. */
export function identityStatements(templates: readonly SynthesizedTemplate[]): Found<Statement>[] {
  return resourcesOf(templates).flatMap(({ place, value: { Type: type, Properties: properties = {} } }) => {
    if (!IDENTITY_TYPES.has(type)) return [];
    const inline = alternatives(properties.Policies).map((policy) => (policy as JsonObject).PolicyDocument);
    return [properties.PolicyDocument, ...inline]
      .flatMap(alternatives)
      .flatMap((document) => alternatives((document as JsonObject).Statement))
      .map((value) => ({ place, value: value as unknown as Statement }));
  });
}

/** Policies of AWS that roles and users of the templates have, by name; other policies stand in the templates. */
export function managedPolicyNames(templates: readonly SynthesizedTemplate[]): Found<string>[] {
  return resourcesOf(templates).flatMap(({ place, value: { Type: type, Properties: properties = {} } }) => {
    if (!IDENTITY_TYPES.has(type)) return [];
    return alternatives(properties.ManagedPolicyArns).flatMap((arn) => {
      const name = /:iam::aws:policy\/(?:[^"]*\/)?([\w+=,.@-]+)"/.exec(JSON.stringify(arn))?.[1];
      return name === undefined ? [] : [{ place, value: name }];
    });
  });
}

const IDENTITY_TYPES = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
]);

/** The values that a property can have: members of a list, and both sides of a condition. */
function alternatives(value: unknown): unknown[] {
  return listOf(value).flatMap((item) => {
    const sides = (item as JsonObject | null)?.['Fn::If'];
    if (Array.isArray(sides)) return sides.slice(1).flatMap(alternatives);
    const isNothing = item === undefined || (item as JsonObject)?.Ref === 'AWS::NoValue';
    return isNothing ? [] : [item];
  });
}
