import type { BoundaryRule } from './rule';
import { carriedBoundary } from '../prove/workload/carried-boundary';

/** The account refuses to make roles and users without it. */
export const rolesCarryWorkloadBoundary: BoundaryRule = {
  name: 'RolesCarryWorkloadBoundary',
  description: 'every role and user that stacks make carries the boundary that the account demands',
  check: ({ identities, account }) => ({
    findings: identities.flatMap((identity) => carriedBoundary(identity, account).findings),
  }),
};
