import type { BoundaryRule } from './rule';
import { unmetNeeds } from '../prove/needs/unmet-needs';

/** A deployment that needs more fails halfway, and its rollback may too. */
export const executionBoundaryAllowsEveryOperation: BoundaryRule = {
  name: 'ExecutionBoundaryAllowsEveryOperation',
  description: 'CloudFormation may do everything that creating, updating, deleting and rolling back the stacks takes',
  check: ({ needs, account }) => ({ findings: unmetNeeds(needs, account) }),
};
