import type { AccessLevel, ActionTable } from '../../../../src/core/iam/action-table';
import { readActionTable } from '../../../../src/core/iam/read-action-table';

/** Names of actions by access level, separated by spaces. */
export type MadeUpService = { readonly [Level in AccessLevel]?: string } & { readonly resources?: readonly string[] };

/** A table of services that AWS doesn't have; all actions of a service know all its formats of ARNs. */
export function madeUpTable(services: Readonly<Record<string, MadeUpService>>): ActionTable {
  return readActionTable({
    provenance: { source: 'made up', version: '1', date: '2026-01-01', license: 'none' },
    services: Object.fromEntries(
      Object.entries(services).map(([service, { resources = [], ...levels }]) => {
        const indexes = resources.map((_, index) => index).join() || '-';
        const actions = Object.entries(levels).map(([level, names]) => [`${level} ${indexes} -`, names]);
        return [service, { resources, keys: [], actions: Object.fromEntries(actions) }];
      }),
    ),
  });
}

/** All actions of a table. */
export function actionsIn(table: ActionTable): string[] {
  return table.services.flatMap((service) => table.actionsOf(service).map(({ name }) => name));
}
