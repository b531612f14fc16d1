import type { PermissionsBoundaryBootstrap } from '../../src/bootstrap/permissions-boundary-bootstrap';
import { upstreamTemplate } from '../../src/bootstrap/upstream-template';

/** What the overlay relies on in the upstream template: what there is, and what stands in the places that it changes. */
export interface UpstreamShape {
  readonly source: string;
  readonly parameters: readonly string[];
  readonly conditions: readonly string[];
  /** Types of the resources by logical id. */
  readonly resources: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, unknown>>;
}

export function upstreamShape(bootstraps: readonly PermissionsBoundaryBootstrap[]): UpstreamShape {
  const { source, template } = upstreamTemplate();
  const changed = bootstraps.flatMap((bootstrap) => bootstrap.changes().flatMap(({ places }) => places));
  const places = [...new Set(changed)].sort().map((place) => [place, valueAt(template, place)] as const);
  return {
    source: `${source.package} ${source.version}`,
    parameters: Object.keys(template.Parameters),
    conditions: Object.keys(template.Conditions),
    resources: Object.fromEntries(Object.entries(template.Resources).map(([id, { Type }]) => [id, Type])),
    places: Object.fromEntries(places.filter(([, value]) => value !== undefined)),
  };
}

/** The differences of two shapes in words. */
export function movesOf(before: UpstreamShape, after: UpstreamShape): string[] {
  return [
    ...movedList('parameter', before.parameters, after.parameters),
    ...movedList('condition', before.conditions, after.conditions),
    ...movedValues('resource', before.resources, after.resources),
    ...movedValues('place that the overlay changes', before.places, after.places),
  ];
}

function movedList(kind: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((name) => !after.includes(name)).map((name) => `${kind} ${name} is gone`),
    ...after.filter((name) => !before.includes(name)).map((name) => `${kind} ${name} is new`),
  ];
}

function movedValues(
  kind: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const changed = Object.keys(before).filter((name) => name in after && text(before[name]) !== text(after[name]));
  return [
    ...movedList(kind, Object.keys(before), Object.keys(after)),
    ...changed.map((name) => `${kind} ${name} was ${text(before[name])} and is ${text(after[name])}`),
  ];
}

const text = (value: unknown) => JSON.stringify(value);

function valueAt(root: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce((value: any, key) => value?.[key], root);
}
