import { Review, words } from './review';
import type { HandlersOfActions } from './schema-actions';
import { Handler, HANDLERS, PropertyCondition } from '../../src/core/handler-permissions/type-needs';
import { actionMatches } from '../../src/core/iam/action-matching';
import type { ActionTable } from '../../src/core/iam/action-table';

export interface NeededAction {
  readonly action: string;
  readonly handlers: ReadonlySet<Handler>;
  readonly when?: readonly PropertyCondition[];
  readonly source?: string;
}

export interface Merged {
  readonly needed: readonly NeededAction[];
  readonly problems: readonly string[];
}

/** What a schema and a review say together of a type, with everything in which they don't agree. */
export function merged(type: string, schema: HandlersOfActions, review: Review, table: ActionTable): Merged {
  const expanded = (actions = '') => words(actions).flatMap((pattern) => actionsOfSchema(schema, pattern));
  const always = expanded(review.always).map((action) => ({ action, when: undefined }));
  const conditional = (review.when ?? []).flatMap(({ when, actions }) =>
    expanded(actions).map((action) => ({ action, when })),
  );
  const never = (review.never ?? []).flatMap(({ actions }) => expanded(actions));
  const added = (review.adds ?? []).flatMap((add) =>
    Object.entries(add.actions).flatMap(([letters, actions]) =>
      words(actions).map((action) => ({ action, handlers: handlersOf(letters), when: add.when, source: add.source })),
    ),
  );
  const fromSchema = [...always, ...conditional].map(({ action, when }): NeededAction => {
    return { action, handlers: schema.get(action) ?? new Set(), when };
  });

  const listed = [...always, ...conditional].map(({ action }) => action).concat(never);
  return {
    needed: [...fromSchema, ...added],
    problems: [
      ...placesOfActions(schema, listed, toldOtherwise(review)),
      ...added.filter(({ action, handlers }) => isInSchema(schema, action, handlers)).map(inSchemaAlready),
      ...added
        .filter(({ action }) => table.find(action)?.name !== action)
        .map(({ action }) => `${action} is no action`),
      ...(schema.size === 0 && !review.source ? ['no schema tells its actions, so a source must'] : []),
    ].map((problem) => `${type}: ${problem}`),
  };
}

/** Every action of the schema has one place in the review, and no other action has. */
function placesOfActions(schema: HandlersOfActions, listed: readonly string[], told: readonly string[]): string[] {
  const unknown = listed.filter((action) => !schema.has(action));
  const twice = listed.filter((action, index) => listed.indexOf(action) !== index);
  const missing = [...schema.keys()].filter((action) => ![...listed, ...told].includes(action));
  return [
    ...unknown.map((action) => `the schema doesn't list ${action}: remove it, or move it to what the review adds`),
    ...twice.map((action) => `${action} has two places in the review: leave it in one`),
    ...missing.map((action) => `the review has no place for ${action}: say when it is needed`),
  ];
}

/** Actions that members of the type's needs tell, with the resource that they are for. */
function toldOtherwise({ passedRoles, serviceLinkedRoles }: Review): string[] {
  return [...(passedRoles ? ['iam:PassRole'] : []), ...(serviceLinkedRoles ? ['iam:CreateServiceLinkedRole'] : [])];
}

/** A name as it is, so that a mistake in it is found; a wildcard expanded against what the schema has. */
function actionsOfSchema(schema: HandlersOfActions, pattern: string): string[] {
  if (!pattern.includes('*')) return [pattern];
  return [...schema.keys()].filter((action) => actionMatches(pattern, action));
}

function isInSchema(schema: HandlersOfActions, action: string, handlers: ReadonlySet<Handler>): boolean {
  return [...(schema.get(action) ?? [])].some((handler) => handlers.has(handler));
}

function inSchemaAlready({ action }: { readonly action: string }): string {
  return `the schema lists ${action} for a handler that the review adds it for: remove that handler`;
}

function handlersOf(letters: string): ReadonlySet<Handler> {
  const handlers = HANDLERS.filter(([letter]) => letters.includes(letter));
  if (handlers.length !== letters.length) {
    throw new Error(`"${letters}" are not first letters of ${HANDLERS.join(', ')}`);
  }
  return new Set(handlers);
}
