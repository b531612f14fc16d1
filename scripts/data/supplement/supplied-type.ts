import { Handler, HANDLERS } from '../../../src/core/handler-permissions/type-needs';
import type { AddedActions, Review, Reviews } from '../review';
import { set, words } from '../review';

/**
 * What CloudFormation calls for resources of a type. Each member is a list of actions with spaces between them; an
 * action without a prefix is one of the service that the type belongs to.
 */
export interface SuppliedCalls {
  readonly create?: string;
  /** Also called while CloudFormation waits for the others to be done. */
  readonly read?: string;
  /** Updates in place; where there are none, a change replaces the resource. */
  readonly update?: string;
  readonly delete?: string;
  /** Calls that put tags on it. Tags of the stack come to resources without tags of their own, too. */
  readonly tag?: string;
  readonly untag?: string;
}

/** Calls that are made only with one of these properties. */
export interface ConditionalCalls extends SuppliedCalls {
  readonly properties: readonly string[];
}

/** What is known of a type whose registry schema names no permissions. */
export interface SuppliedType extends SuppliedCalls {
  readonly onlyWith?: readonly ConditionalCalls[];
  /** Service principal by the path of the property that names the role. */
  readonly passedRoles?: Readonly<Record<string, string>>;
  readonly serviceLinkedRoles?: readonly SuppliedServiceLinkedRole[];
}

export interface SuppliedServiceLinkedRole {
  readonly service: string;
  /** Only with one of these properties. */
  readonly properties?: readonly string[];
}

/** Where the types of a service are taken from. */
export interface SuppliedService {
  /** Prefix of the actions. */
  readonly prefix: string;
  /** Page of the Service Authorization Reference that lists the actions, `list_awsglue`. */
  readonly page: string;
}

const DOCUMENTATION = 'https://docs.aws.amazon.com';

const SERVICE_LINKED_ROLES = `${DOCUMENTATION}/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html`;

const HANDLERS_OF_CALLS: Readonly<Record<keyof SuppliedCalls, readonly Handler[]>> = {
  create: ['create'],
  read: ['create', 'read', 'update', 'delete'],
  update: ['update'],
  delete: ['delete'],
  tag: ['create', 'update', 'tag'],
  untag: ['update', 'tag'],
};

/** The entries of a service's types, in the form that the generator has for what people found out. */
export function supplement(service: SuppliedService, types: Readonly<Record<string, SuppliedType>>): Reviews {
  return Object.fromEntries(Object.entries(types).map(([type, supplied]) => [type, entryOf(service, type, supplied)]));
}

/** The calls of a type whose actions have the usual names: `CreateMesh`, `DescribeMesh`, `UpdateMesh`, `DeleteMesh`. */
export function usualCalls(name: string, readVerb: 'Describe' | 'Get', ...readsAlso: string[]) {
  return {
    create: `Create${name}`,
    read: [`${readVerb}${name}`, ...readsAlso].join(' '),
    update: `Update${name}`,
    delete: `Delete${name}`,
  };
}

function entryOf({ prefix, page }: SuppliedService, type: string, supplied: SuppliedType): Review {
  const { onlyWith = [], passedRoles, serviceLinkedRoles } = supplied;
  const conditional = onlyWith.map((calls): AddedActions => {
    return { actions: actionsByHandlers(prefix, calls), when: set(...calls.properties) };
  });
  return {
    adds: [{ actions: actionsByHandlers(prefix, supplied) }, ...conditional],
    ...(passedRoles && {
      passedRoles: Object.entries(passedRoles).map(([property, principal]) => ({ property, service: principal })),
    }),
    ...(serviceLinkedRoles && {
      serviceLinkedRoles: serviceLinkedRoles.map(({ service, properties }) => ({
        service,
        ...(properties && { when: set(...properties) }),
        source: SERVICE_LINKED_ROLES,
      })),
    }),
    source: sourceOf(type, page),
  };
}

/** Actions by the first letters of the handlers that need them. */
function actionsByHandlers(prefix: string, calls: SuppliedCalls): Readonly<Record<string, string>> {
  const handlersOfAction = new Map<string, readonly Handler[]>();
  for (const [kind, handlers] of Object.entries(HANDLERS_OF_CALLS)) {
    for (const name of words(calls[kind as keyof SuppliedCalls] ?? '')) {
      const action = name.includes(':') ? name : `${prefix}:${name}`;
      handlersOfAction.set(action, [...(handlersOfAction.get(action) ?? []), ...handlers]);
    }
  }
  const actions: Record<string, string> = {};
  for (const [action, handlers] of handlersOfAction) {
    const letters = HANDLERS.filter((handler) => handlers.includes(handler)).map(([letter]) => letter);
    actions[letters.join('')] = [actions[letters.join('')] ?? [], action].flat().join(' ');
  }
  return actions;
}

/** The pages of a type in the CloudFormation reference and of its service in the Service Authorization Reference. */
function sourceOf(type: string, page: string): string {
  const [, ...names] = type.toLowerCase().split('::');
  const reference = `${DOCUMENTATION}/AWSCloudFormation/latest/TemplateReference/aws-resource-${names.join('-')}.html`;
  return `${reference}, ${DOCUMENTATION}/service-authorization/latest/reference/${page}.html`;
}
