import type { ActionTable } from '../../iam/action-table';
import type { ExtraAction } from '../analysis';

/**
 * What patterns match beyond what was needed, sorted: in the table that they were folded with, the over-grant; in a
 * newer one, also what AWS has added since.
 */
export function newlyMatched(patterns: readonly string[], needed: Iterable<string>, table: ActionTable): ExtraAction[] {
  const expected = new Set([...needed].map((action) => action.toLowerCase()));
  const matched = new Map(patterns.flatMap((pattern) => table.matching(pattern).map((facts) => [facts.name, facts])));
  return [...matched.values()]
    .filter(({ name }) => !expected.has(name.toLowerCase()))
    .map(({ name, level }) => ({ action: name, level }))
    .sort((one, other) => (one.action < other.action ? -1 : 1));
}
