import type { BoundaryRule } from './rule';
import type { BoundaryFinding } from '../finding';

const NAME = 'BoundaryFitsOnePolicy';

/** A role has one boundary, and IAM refuses a policy that is longer. */
export const boundaryFitsOnePolicy: BoundaryRule = {
  name: NAME,
  description: 'each boundary fits into one managed policy',
  check: ({ figures }) => ({
    findings: figures
      .filter(({ characters, limit }) => characters > limit)
      .map(({ boundary, characters, limit }): BoundaryFinding => ({
        rule: NAME,
        severity: 'error',
        description: `the ${boundary} boundary has ${characters} characters, and a managed policy has at most ${limit}`,
        change: 'derive it from the templates, or deploy a part of the stacks to another account',
      })),
  }),
};
