import { actionProvenance, readServices, SourceAction, SourceService } from './packages';
import type { AccessLevel } from '../../src/core/iam/action-table';
import type { ActionTableFile, ServiceEntry } from '../../src/core/iam/read-action-table';

/** Access levels of the source; some actions have two, and the more dangerous one counts. */
const LEVELS: Readonly<Record<string, AccessLevel>> = {
  List: 'List',
  Read: 'Read',
  Write: 'Write',
  'Tagging, Write': 'Tagging',
  'Permissions management, Write': 'PermissionsManagement',
};

/** The content of `data/actions.json`. */
export function actionFile(): ActionTableFile {
  const services = readServices().map((source): [string, ServiceEntry] => [source.service, serviceEntry(source)]);
  return { provenance: actionProvenance(), services: Object.fromEntries(services) };
}

function serviceEntry({ service, actions, arns }: SourceService): ServiceEntry {
  const facts = actions.map((action) => ({
    name: action.name,
    level: levelOf(service, action),
    resources: unique(action.resourceTypes.map(({ name }) => arnOf(service, name, arns))),
    keys: unique([action, ...action.resourceTypes].flatMap(({ conditionKeys }) => conditionKeys).filter(isOfService)),
  }));
  const resources = unique(facts.flatMap((action) => action.resources));
  const keys = unique(facts.flatMap((action) => action.keys));

  const groups = new Map<string, string[]>();
  for (const { name, level, ...action } of facts.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const shared = `${level} ${indexes(resources, action.resources)} ${indexes(keys, action.keys)}`;
    groups.set(shared, [...(groups.get(shared) ?? []), name]);
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return { resources, keys, actions: Object.fromEntries(sorted.map(([shared, names]) => [shared, names.join(' ')])) };
}

function levelOf(service: string, { name, accessLevel }: SourceAction): AccessLevel {
  const level = LEVELS[accessLevel];
  if (!level) {
    throw new Error(`${service}:${name} has the access level "${accessLevel}": say in LEVELS which of ours it is`);
  }
  return level;
}

function arnOf(service: string, type: string, arns: ReadonlyMap<string, string>): string {
  const arn = arns.get(type.toLowerCase());
  if (!arn) throw new Error(`${service} has no resource type "${type}": its ARN is unknown`);
  return arn;
}

/** Global keys apply to every action, or to every action on tagged things. */
function isOfService(key: string): boolean {
  return !key.toLowerCase().startsWith('aws:');
}

function indexes(all: readonly string[], some: readonly string[]): string {
  return some.map((item) => all.indexOf(item)).join(',') || '-';
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
