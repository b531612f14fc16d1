import { problemFinding } from './problem-finding';
import type { BoundaryRule } from './rule';

const NAME = 'EveryTemplateIsUnderstood';

/** What isn't understood can't be derived or checked, so it is never passed over. */
export const everyTemplateIsUnderstood: BoundaryRule = {
  name: NAME,
  description: 'it is known what CloudFormation and roles need for every part of every template',
  check: ({ problems }) => ({ findings: problems.map((problem) => problemFinding(NAME, problem)) }),
};
