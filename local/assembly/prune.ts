import { isIntrinsic, isObject, Missing, refersTo, Resource, Template } from './template';

export interface Pruned {
  readonly template: Template;
  /** Properties of remaining resources that lost a value, as `LogicalId.Property.path`. */
  readonly places: readonly string[];
  /** Names of exports that went with what they exported. */
  readonly exports: readonly string[];
}

/**
 * Takes resources out of a template together with everything that refers to them: dependencies, outputs, and the
 * smallest part of a property that can go, which is a value, a list element or a policy statement.
 */
export function prune(template: Template, missing: Missing): Pruned {
  const places: string[] = [];
  const kept = Object.entries(template.Resources).filter(([logicalId]) => !missing.logicalIds.has(logicalId));
  const outputs = Object.entries(template.Outputs ?? {});
  const lost = outputs.filter(([, output]) => refersTo(output, missing));
  const resources = kept.map(([logicalId, resource]) => [
    logicalId,
    pruneResource(logicalId, resource, missing, places),
  ]);
  return {
    template: {
      ...template,
      Resources: Object.fromEntries(resources),
      ...(template.Outputs && { Outputs: Object.fromEntries(outputs.filter((entry) => !lost.includes(entry))) }),
    },
    places,
    exports: lost.flatMap(([, output]) => (typeof output.Export?.Name === 'string' ? [output.Export.Name] : [])),
  };
}

function pruneResource(logicalId: string, resource: Resource, missing: Missing, places: string[]): Resource {
  const { DependsOn, Properties, ...rest } = resource;
  const dependsOn = [DependsOn ?? []].flat().filter((target) => !missing.logicalIds.has(target));
  return {
    ...rest,
    ...(Properties && {
      Properties: (pruneValue(Properties, missing, logicalId, places) ?? {}) as Resource['Properties'],
    }),
    ...(dependsOn.length > 0 && { DependsOn: dependsOn }),
  };
}

function pruneValue(value: unknown, missing: Missing, place: string, places: string[]): unknown {
  if (!refersTo(value, missing)) return value;
  if (Array.isArray(value)) {
    const elements = value
      .map((element, index) => pruneValue(element, missing, `${place}[${index}]`, places))
      .filter((element) => element !== undefined);
    return elements.length > 0 ? elements : undefined;
  }
  if (!isObject(value) || isIntrinsic(value)) {
    places.push(place);
    return undefined;
  }
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, pruneValue(inner, missing, `${place}.${key}`, places)] as const)
    .filter(([, inner]) => inner !== undefined);
  return isCrippledStatement(value, entries) ? undefined : Object.fromEntries(entries);
}

/** A policy statement without its resources would mean something else, so it goes as a whole. */
function isCrippledStatement(
  before: Readonly<Record<string, unknown>>,
  after: readonly (readonly [string, unknown])[],
): boolean {
  const remaining = new Set(after.map(([key]) => key));
  return (
    'Effect' in before && ['Resource', 'NotResource', 'Principal'].some((key) => key in before && !remaining.has(key))
  );
}
