import type { BoundaryRule } from './rule';
import { strippedActions } from '../prove/workload/stripped-actions';

const NAME = 'WorkloadBoundaryAllowsWhatRolesUse';

/** What the boundary takes away from a role shows when a program runs, in production at the latest. */
export const workloadBoundaryAllowsWhatRolesUse: BoundaryRule = {
  name: NAME,
  description: 'the policies of every role and user lie inside the boundary that it carries',
  check: ({ identities, account, tables }) => ({
    findings: strippedActions(identities, account, tables.actions).filter(({ rule }) => rule === NAME),
  }),
};
