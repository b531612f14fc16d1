import {
  Handler,
  PassedRole,
  PropertyCondition,
  ServiceLinkedRoleNeed,
  TypeAction,
  TypeNeeds,
  TypeTable,
} from './type-needs';
import type { Provenance } from '../iam/action-table';

/** `data/resource-types.json`. */
export interface TypeTableFile {
  readonly provenance: Provenance;
  readonly types: Readonly<Record<string, TypeEntry>>;
}

/** One resource type, in few characters. */
export interface TypeEntry {
  /** Actions that are needed always, by the first letters of the handlers that need them: `crd`. */
  readonly needs: Readonly<Record<string, string>>;
  readonly conditional?: readonly ActionGroup[];
  readonly passedRoles?: readonly PassedRole[];
  readonly serviceLinkedRoles?: readonly ServiceLinkedRoleNeed[];
  readonly reviewed?: true;
  /** The registry schema when missing. */
  readonly source?: string;
}

/** Actions that are needed by the same handlers under the same conditions, or that have a source of their own. */
export interface ActionGroup {
  readonly handlers: string;
  /** By service: `lambda:CreateFunction,TagResource s3:GetObject`. */
  readonly actions: string;
  readonly when?: readonly PropertyCondition[];
  readonly source?: string;
}

const HANDLER_OF_LETTER: Readonly<Record<string, Handler>> = {
  c: 'create',
  r: 'read',
  u: 'update',
  d: 'delete',
  l: 'list',
  t: 'tag',
};

/** The table of a file. Types are decoded when they are first asked for. */
export function readTypeTable(file: TypeTableFile): TypeTable {
  const schemaSource = `resource schema of the CloudFormation registry (${file.provenance.source} ${file.provenance.version})`;
  const decoded = new Map<string, TypeNeeds>();
  return {
    provenance: file.provenance,
    types: Object.keys(file.types).sort(),
    find: (type) => {
      const known = decoded.get(type);
      if (known || !Object.hasOwn(file.types, type)) return known;
      const needs = decodeType(type, file.types[type], schemaSource);
      decoded.set(type, needs);
      return needs;
    },
  };
}

function decodeType(type: string, entry: TypeEntry, schemaSource: string): TypeNeeds {
  const always = Object.entries(entry.needs).map(([handlers, actions]): ActionGroup => ({ handlers, actions }));
  return {
    type,
    actions: [...always, ...(entry.conditional ?? [])].flatMap(decodeGroup),
    passedRoles: entry.passedRoles ?? [],
    serviceLinkedRoles: entry.serviceLinkedRoles ?? [],
    reviewed: entry.reviewed ?? false,
    source: entry.source ?? schemaSource,
  };
}

function decodeGroup({ handlers, actions, when, source }: ActionGroup): TypeAction[] {
  const shared = {
    handlers: [...handlers].map((letter) => HANDLER_OF_LETTER[letter]),
    ...(when && { when }),
    ...(source && { source }),
  };
  return actions.split(' ').flatMap((ofService) => {
    const [service, names] = ofService.split(':');
    return names.split(',').map((name) => ({ action: `${service}:${name}`, ...shared }));
  });
}
