import type { ActionFacts, ActionTable } from '../../iam/action-table';

/** What is needed of a service, and what there is. */
export interface ServiceDemand {
  readonly service: string;
  /** To be matched, sorted by name. */
  readonly needed: readonly ActionFacts[];
  /** Everything that patterns could match, the needed actions among them. */
  readonly all: readonly ActionFacts[];
  /** Names that patterns may match although nobody needs them here: they are allowed anyway. */
  readonly free: ReadonlySet<string>;
  /** Whether the service's actions are known: else patterns would match nobody knows what. */
  readonly isKnown: boolean;
}

/** Needed actions by service, each once, sorted; also those that the table doesn't have. */
export interface Demands {
  readonly services: readonly ServiceDemand[];
  readonly unknown: readonly string[];
}

/**
 * @param actions names, in any order and letter case
 * @param free names of actions that patterns may match besides
 */
export function demandsOf(actions: readonly string[], table: ActionTable, free: readonly string[] = []): Demands {
  const needed = new Map<string, ActionFacts>();
  for (const action of actions) {
    const facts = table.find(action) ?? unknownAction(action);
    needed.set(facts.name.toLowerCase(), facts);
  }
  const unknown = [...needed.values()].filter(({ name }) => table.find(name) === undefined);
  const freeNames = new Set(free.map((action) => table.find(action)?.name ?? action));
  const services = [...new Set([...needed.values()].map(({ name }) => serviceOf(name)))].sort();
  return {
    services: services.map((service): ServiceDemand => {
      const known = table.actionsOf(service);
      return {
        service,
        needed: [...needed.values()].filter(({ name }) => serviceOf(name) === service).sort(byName),
        all: [...known, ...unknown.filter(({ name }) => serviceOf(name) === service)],
        free: freeNames,
        isKnown: known.length > 0,
      };
    }),
    unknown: unknown.map(({ name }) => name).sort(),
  };
}

/** `dynamodb:CreateTable` without what stands behind the colon. */
export function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}

/** `dynamodb:CreateTable` without the service. */
export function nameOf(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}

/** Taken as it is: a new action of AWS, or a wrong one; whoever asks is told. */
function unknownAction(name: string): ActionFacts {
  return { name, level: 'Write', resources: [], conditionKeys: [] };
}

function byName(one: ActionFacts, other: ActionFacts): number {
  return one.name < other.name ? -1 : 1;
}
