import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenTypes } from './given-types';
import { parseLazily } from './lazy-table';
import { withOwnTypes } from '../core/handler-permissions/own-types';
import { ManagedPolicyFile, readManagedPolicies } from '../core/handler-permissions/read-managed-policies';
import { readTypeTable, TypeTableFile } from '../core/handler-permissions/read-type-table';
import type { ManagedPolicyTable, TypeTable } from '../core/handler-permissions/type-needs';
import type { ActionTable } from '../core/iam/action-table';
import { ActionTableFile, readActionTable } from '../core/iam/read-action-table';

/** The folder lies at the package root, whether this file runs from `src`, from `lib` or from a program in `assets`. */
const DATA = join(__dirname, '..', '..', 'data');

/** What is known of actions, resource types and policies of AWS. */
export interface BoundaryTables {
  readonly actions: ActionTable;
  readonly types: TypeTable;
  readonly managedPolicies: ManagedPolicyTable;
}

let loaded: BoundaryTables | undefined;

/** The tables that the package carries, read on first use. */
export function boundaryTables(): BoundaryTables {
  loaded ??= readTables();
  return loaded;
}

/** The same with resource types as users know them, by type; instead of what the tables say of them. */
export function tablesWith(typeActions: Readonly<Record<string, readonly string[]>> = {}): BoundaryTables {
  const tables = boundaryTables();
  return { ...tables, types: withOwnTypes(tables.types, givenTypes(typeActions, tables.actions)) };
}

export function readTables(folder = DATA): BoundaryTables {
  return {
    actions: readActionTable(readTable<ActionTableFile>(folder, 'actions.json')),
    types: readTypeTable(readTable<TypeTableFile>(folder, 'resource-types.json')),
    managedPolicies: readManagedPolicies(readTable<ManagedPolicyFile>(folder, 'managed-policies.json')),
  };
}

function readTable<Table>(folder: string, name: string): Table {
  const file = join(folder, name);
  if (existsSync(file)) return parseLazily(readFileSync(file, 'utf8'));
  throw new Error(
    `the table ${name} is missing in ${folder}: run "npx projen data" in a checkout, or install the package anew`,
  );
}
