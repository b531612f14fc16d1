import { ActionDemand, actionDemand, reservedProblems, StackUse } from './action-demand';
import { isReserved } from './reserved-actions';
import type { Problem } from '../../config/problem';
import type { Need } from '../../core/boundary/need';
import type { ActionTable } from '../../core/iam/action-table';
import type { PartialText } from '../../core/iam/partial-text';
import { displayText } from '../../core/iam/text-matching';
import { BOUNDED_ACTIONS, UNBOUNDED_ACTIONS } from '../policies/identity-actions';

/** What CloudFormation needs, sorted by who says how far it may go: the content, or the bootstrap's rules. */
export interface ExecutionDemand extends ActionDemand {
  readonly identityActions: readonly string[];
  readonly passesRoles: boolean;
  readonly nestsStacks: boolean;
  readonly serviceLinkedRoles: readonly string[] | 'any';
  readonly problems: readonly Problem[];
}

const PASS_ROLE = 'iam:PassRole';
const CREATE_LINKED_ROLE = 'iam:CreateServiceLinkedRole';
const ACTIONS_OF_RULES = new Set([...BOUNDED_ACTIONS, ...UNBOUNDED_ACTIONS, PASS_ROLE, CREATE_LINKED_ROLE]);

export function executionDemand(needs: readonly Need[], table: ActionTable): ExecutionDemand {
  const actions = new Set(needs.map(({ action }) => action));
  const passing = needs.filter(({ action }) => action === PASS_ROLE);
  const others = needs.filter(({ action }) => !ACTIONS_OF_RULES.has(action)).map((need) => useOf(need, table));
  return {
    ...actionDemand(others.filter(({ action }) => !isReserved(action))),
    identityActions: [...BOUNDED_ACTIONS, ...UNBOUNDED_ACTIONS].filter((action) => isNeeded(action, actions)),
    passesRoles: passing.some((need) => !isForNestedStack(need)),
    nestsStacks: passing.some(isForNestedStack),
    serviceLinkedRoles: linkedServices(needs),
    problems: reservedProblems(others),
  };
}

/** Whoever makes a role or user under the boundary must put the boundary on it, also where it has none yet. */
function isNeeded(action: string, actions: ReadonlySet<string>): boolean {
  const [, kind] = /^iam:Put(\w+)PermissionsBoundary$/.exec(action) ?? [];
  return actions.has(action) || (kind !== undefined && actions.has(`iam:Create${kind}`));
}

/** CloudFormation deploys a nested stack with the role of the stack that it is nested in. */
function isForNestedStack({ origin: { resourceType } }: Need): boolean {
  return resourceType === 'AWS::CloudFormation::Stack';
}

function useOf({ action, resource, origin: { stack, logicalId } }: Need, table: ActionTable): StackUse {
  const place = logicalId === undefined ? stack : `${stack}.Resources.${logicalId}`;
  const isAll = resource !== undefined && isForOneKind(action, table);
  return { action, resources: isAll ? [ofWholeStack(resource, stack)] : 'any', stack, place };
}

/** A call of an action that takes several kinds of resources may be authorized for one of each: a need names only one. */
function isForOneKind(action: string, table: ActionTable): boolean {
  return table.find(action)?.resources.length === 1;
}

/**
 * A name that CloudFormation makes begins with the name of the stack: the boundary names no more of it, so that another
 * resource of the same kind needs no other boundary.
 */
function ofWholeStack(resource: PartialText, stack: string): PartialText {
  const [first, ...rest] = resource;
  const beginning = `${stack.split('/')[0]}-`;
  const at = typeof first === 'string' && rest.length > 0 ? first.indexOf(beginning) : -1;
  return at === -1 ? resource : [(first as string).slice(0, at + beginning.length), ...rest];
}

/** Services whose role is made, as the requests will name them; any where it isn't known of one. */
function linkedServices(needs: readonly Need[]): string[] | 'any' {
  const values = needs
    .filter(({ action }) => action === CREATE_LINKED_ROLE)
    .map(({ context }) => context?.['iam:awsservicename'] ?? 'unknown');
  const services = values.flatMap((value) => (typeof value === 'string' ? [] : value.map(displayText)));
  return values.some((value) => typeof value === 'string') ? 'any' : [...new Set(services)].sort();
}
