import { actionMatches } from './action-matching';
import type { AccessLevel, ActionFacts, ActionTable, Provenance } from './action-table';

/** `data/actions.json`. */
export interface ActionTableFile {
  readonly provenance: Provenance;
  readonly services: Readonly<Record<string, ServiceEntry>>;
}

/** The actions of one service. What many actions share is written once: the file is read whenever somebody needs it. */
export interface ServiceEntry {
  /** Formats of ARNs; actions refer to them by their index. */
  readonly resources: readonly string[];
  /** Condition keys; actions refer to them by their index. */
  readonly keys: readonly string[];
  /**
   * Names of actions, separated by spaces, by what they have in common: access level, indexes of ARN formats, indexes of
   * keys, as in `Write 0,2 1`; `-` where there are none.
   */
  readonly actions: Readonly<Record<string, string>>;
}

/** The table of a file. Services are decoded when they are first asked for. */
export function readActionTable(file: ActionTableFile): ActionTable {
  const services = Object.keys(file.services).sort();
  const decoded = new Map<string, ReadonlyMap<string, ActionFacts>>();

  /** Actions by their name in lower case. */
  const actionsByName = (service: string): ReadonlyMap<string, ActionFacts> => {
    const known = decoded.get(service);
    if (known) return known;
    const entry = Object.hasOwn(file.services, service) ? file.services[service] : undefined;
    const actions = entry ? decodeService(service, entry) : [];
    const byName = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
    decoded.set(service, byName);
    return byName;
  };
  const actionsOf = (service: string) => [...actionsByName(service.toLowerCase()).values()];

  return {
    provenance: file.provenance,
    services,
    actionsOf,
    find: (action) => actionsByName(serviceOf(action)).get(action.toLowerCase()),
    matching: (pattern) => {
      const service = serviceOf(pattern);
      const searched = /[*?]/.test(service) ? services : [service];
      return searched.flatMap(actionsOf).filter(({ name }) => actionMatches(pattern, name));
    },
  };
}

function serviceOf(action: string): string {
  return action.toLowerCase().split(':', 1)[0];
}

function decodeService(service: string, { resources, keys, actions }: ServiceEntry): ActionFacts[] {
  return Object.entries(actions)
    .flatMap(([shared, names]) => {
      const [level, resourceIndexes, keyIndexes] = shared.split(' ');
      const facts = {
        level: level as AccessLevel,
        resources: chosen(resources, resourceIndexes),
        conditionKeys: chosen(keys, keyIndexes),
      };
      return names.split(' ').map((name) => ({ name: `${service}:${name}`, ...facts }));
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function chosen(all: readonly string[], indexes: string): string[] {
  return indexes === '-' ? [] : indexes.split(',').map((index) => all[Number(index)]);
}
