import type { FindingFacts, StackFacts } from '../assembly/assembly-facts';
import type { ReportedResource } from '../model';

/** Where a finding is, as far as the assembly tells. */
export interface Place {
  readonly stack?: StackFacts;
  readonly resource?: ReportedResource;
}

/** Finds places by construct path, or by template and logical id where a plugin names these. */
export function placeFinder(stacks: readonly StackFacts[]): (finding: FindingFacts) => Place {
  const stackByPath = new Map(stacks.map((stack) => [stack.path, stack]));
  const stackByTemplate = new Map(stacks.map((stack) => [stack.template, stack]));
  const resources = new Map<string, ReportedResource>();
  for (const { template, resources: inStack } of stacks) {
    for (const { logicalId, type, path } of inStack) {
      const resource = { logicalId, type };
      resources.set(resourceKey(template, logicalId), resource);
      if (path !== undefined) resources.set(path, resource);
    }
  }
  return ({ path, template = '', logicalId }) => ({
    stack: nearest(path, stackByPath) ?? stackByTemplate.get(template),
    resource:
      resources.get(path) ??
      (logicalId === undefined ? undefined : (resources.get(resourceKey(template, logicalId)) ?? { logicalId })),
  });
}

/** Of stacks within stacks the inner one. */
function nearest(path: string, stackByPath: ReadonlyMap<string, StackFacts>): StackFacts | undefined {
  for (let scope = path; scope !== ''; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('/')))) {
    const stack = stackByPath.get(scope);
    if (stack) return stack;
  }
  return undefined;
}

/** Construct paths have no line breaks. */
function resourceKey(template: string, logicalId: string): string {
  return `${template}\n${logicalId}`;
}
