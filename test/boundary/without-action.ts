import type { ActionTable } from '../../src/core/iam/action-table';

interface WrittenStatement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
}

/** A policy document that allows everything as before but for one action: patterns that match it name the others. */
export function withoutAction(document: unknown, action: string, table: ActionTable): unknown {
  const { Statement: statements, ...rest } = document as { readonly Statement: readonly WrittenStatement[] };
  return {
    ...rest,
    Statement: statements.flatMap((statement) => {
      if (statement.Effect !== 'Allow') return [statement];
      const actions = [statement.Action ?? []].flat().flatMap((pattern) => othersOf(pattern, action, table));
      return actions.length === 0 ? [] : [{ ...statement, Action: actions }];
    }),
  };
}

function othersOf(pattern: string, action: string, table: ActionTable): string[] {
  const matched = table.matching(pattern).map(({ name }) => name);
  return matched.includes(action) ? matched.filter((name) => name !== action) : [pattern];
}
