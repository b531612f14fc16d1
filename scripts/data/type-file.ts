import { merged, NeededAction } from './merge';
import { UNTOLD_TYPES } from './normalisations';
import { readSchemas, schemaProvenance } from './packages';
import type { Reviews } from './review';
import { HandlersOfActions, SchemaActions } from './schema-actions';
import type { ActionGroup, TypeEntry, TypeTableFile } from '../../src/core/handler-permissions/read-type-table';
import { HANDLERS } from '../../src/core/handler-permissions/type-needs';
import type { ActionTable } from '../../src/core/iam/action-table';

/** The content of `data/resource-types.json`: schemas, reviews and supplement together. */
export function typeFile(table: ActionTable, reviews: Reviews, supplement: Reviews): TypeTableFile {
  const schemaActions = new SchemaActions(table);
  const told = readSchemas().filter(({ typeName }) => !UNTOLD_TYPES.includes(typeName));
  const schemas = new Map(told.map((schema) => [schema.typeName, schemaActions.of(schema)]));
  failOn(
    schemaActions.unused().map(({ entry }) => `no schema lists "${entry}" any more: remove it from the normalisations`),
  );

  const problems: string[] = [];
  const names = [...schemas.keys(), ...Object.keys(reviews), ...Object.keys(supplement)];
  const types = [...new Set(names)].sort().flatMap((type) => {
    const entry = entryOf(type, schemas.get(type) ?? new Map(), { reviews, supplement }, table, problems);
    return entry ? [[type, entry] as const] : [];
  });
  failOn(problems);
  return { provenance: schemaProvenance(), types: Object.fromEntries(types) };
}

/** Nothing for a type that nothing is known of. */
function entryOf(
  type: string,
  schema: HandlersOfActions,
  { reviews, supplement }: { readonly reviews: Reviews; readonly supplement: Reviews },
  table: ActionTable,
  problems: string[],
): TypeEntry | undefined {
  const review = reviews[type] ?? supplement[type];
  if (!review) {
    const always = [...schema].map(([action, handlers]): NeededAction => ({ action, handlers }));
    return always.length > 0 ? entryNeeds(always) : undefined;
  }
  const { needed, problems: found } = merged(type, schema, review, table);
  problems.push(...found);
  const { passedRoles, serviceLinkedRoles, source } = review;
  return {
    ...entryNeeds(needed),
    ...(passedRoles && { passedRoles }),
    ...(serviceLinkedRoles && { serviceLinkedRoles }),
    ...(reviews[type] && { reviewed: true as const }),
    ...(source && { source }),
  };
}

function entryNeeds(needed: readonly NeededAction[]): Pick<TypeEntry, 'needs' | 'conditional'> {
  const groups = groupsOf(needed);
  const always = groups.filter(({ when, source }) => !when && !source);
  const conditional = groups.filter((group) => !always.includes(group));
  return {
    needs: Object.fromEntries(always.map(({ handlers, actions }) => [handlers, actions])),
    ...(conditional.length > 0 && { conditional }),
  };
}

/** Actions that are needed in the same way, together. */
function groupsOf(needed: readonly NeededAction[]): ActionGroup[] {
  const groups = new Map<string, { shared: Omit<ActionGroup, 'actions'>; actions: string[] }>();
  for (const { action, handlers, when, source } of needed) {
    const letters = HANDLERS.filter((handler) => handlers.has(handler)).map(([letter]) => letter);
    const shared = { handlers: letters.join(''), ...(when && { when }), ...(source && { source }) };
    const key = JSON.stringify(shared);
    const group = groups.get(key) ?? { shared, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(
    ([
      ,
      {
        shared: { handlers, ...rest },
        actions,
      },
    ]) => ({ handlers, actions: byService(actions), ...rest }),
  );
}

/** `lambda:CreateFunction,TagResource s3:GetObject` */
function byService(actions: readonly string[]): string {
  const services = new Map<string, string[]>();
  for (const action of [...actions].sort()) {
    const [service, name] = action.split(':');
    services.set(service, [...(services.get(service) ?? []), name]);
  }
  return [...services].map(([service, names]) => `${service}:${names.join(',')}`).join(' ');
}

function failOn(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`the table of resource types can't be made:\n${problems.join('\n')}`);
}
