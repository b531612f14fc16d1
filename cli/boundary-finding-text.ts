import type { BoundaryFinding } from '../src/core/boundary/finding';

/** A finding for people: what, where, for ways out of the boundary how, and what mends it. */
export function findingLines({ rule, description, path, steps = [], change }: BoundaryFinding): string[] {
  return [
    `  ${rule}: ${description}`,
    ...(path === undefined ? [] : [`    at ${path}`]),
    ...steps.map((step, index) => `    ${index + 1}. ${step}`),
    `    change: ${change}`,
  ];
}
