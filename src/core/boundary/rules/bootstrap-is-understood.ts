import { problemFinding } from './problem-finding';
import type { BoundaryRule } from './rule';

const NAME = 'BootstrapIsUnderstood';

/** A boundary of which a part isn't understood could allow or deny anything. */
export const bootstrapIsUnderstood: BoundaryRule = {
  name: NAME,
  description: 'every part of the bootstrap and its boundaries is understood',
  check: ({ account }) => ({ findings: account.problems.map((problem) => problemFinding(NAME, problem)) }),
};
