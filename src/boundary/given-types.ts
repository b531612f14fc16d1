import { HANDLERS, TypeNeeds } from '../core/handler-permissions/type-needs';
import type { ActionTable } from '../core/iam/action-table';

/** Resource types as users give them: every action may be needed for everything that is done with the resource. */
export function givenTypes(typeActions: Readonly<Record<string, readonly string[]>>, table: ActionTable): TypeNeeds[] {
  return Object.entries(typeActions).map(([type, given]) => ({
    type,
    actions: given.flatMap((action) => actionsOf(action, table)).map((action) => ({ action, handlers: HANDLERS })),
    passedRoles: [],
    serviceLinkedRoles: [],
    reviewed: false,
    source: 'typeActions',
  }));
}

/** A pattern is what it matches; an action that the table doesn't have yet stands for itself. */
function actionsOf(action: string, table: ActionTable): string[] {
  const known = table.matching(action).map(({ name }) => name);
  return known.length === 0 ? [action] : known;
}
