import type { BoundaryRule } from './rule';
import { searchEscapes } from '../prove/escape/search-escapes';

/** Whoever can change a template can do whatever the execution role can. */
export const executionBoundaryCannotBeEscaped: BoundaryRule = {
  name: 'ExecutionBoundaryCannotBeEscaped',
  description: 'nothing that CloudFormation may do leads to rights beyond the boundaries',
  check: ({ account, tables }) => {
    const { escapes, closed } = searchEscapes(account, tables.actions);
    return { findings: escapes, closedPaths: closed };
  },
};
