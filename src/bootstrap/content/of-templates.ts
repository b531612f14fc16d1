import type { BoundaryStatements } from './boundary-statements';
import { withoutRoleActions } from './role-actions';
import {
  ACTIONS_OF_MANAGED_POLICY,
  ACTIONS_OF_REFERENCE,
  ACTIONS_OF_SERVICE,
  ACTIONS_OF_TYPE,
  CUSTOM_RESOURCE_ACTIONS,
  ServiceActions,
} from './service-actions';
import { identityStatements, managedPolicyNames, resourcesOf, SynthesizedTemplate } from './template-walk';
import { displayed, Problem } from '../../config/problem';
import { listOf, Statement } from '../policies/statement';

/** Allow lists for an app, and why they are not complete. */
export interface TemplateContent {
  readonly statements: BoundaryStatements;
  readonly problems: readonly Problem[];
}

/** The services and data that templates use, as statements of the two boundaries. */
export function contentOfTemplates(
  templates: readonly SynthesizedTemplate[],
  ownTypes: Readonly<Record<string, readonly string[]>> = {},
): TemplateContent {
  const problems: Problem[] = [];
  const execution = new Set<string>();
  const linked = new Set<string>();
  for (const [type, place] of firstPlaces(templates)) {
    const needs = actionsOf(type, ownTypes);
    if (needs === undefined) problems.push(unknownType(type, place));
    for (const action of needs?.actions ?? []) execution.add(action);
    for (const service of needs?.serviceLinkedRoles ?? []) linked.add(service);
  }
  const text = JSON.stringify(templates);
  for (const [reference, actions] of Object.entries(ACTIONS_OF_REFERENCE)) {
    for (const action of text.includes(reference) ? actions : []) execution.add(action);
  }
  const workload = allowing('Data', workloadActions(templates, problems));
  return {
    statements: {
      execution: allowing('Services', execution),
      ...withoutRoleActions(workload),
      serviceLinkedRoles: [...linked].sort(),
    },
    problems,
  };
}

/** Where each type stands first. */
function firstPlaces(templates: readonly SynthesizedTemplate[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { place, value } of resourcesOf(templates)) if (!places.has(value.Type)) places.set(value.Type, place);
  return places;
}

function actionsOf(type: string, ownTypes: Readonly<Record<string, readonly string[]>>): ServiceActions | undefined {
  if (type in ownTypes) return { actions: ownTypes[type] };
  if (type.startsWith('Custom::')) return { actions: CUSTOM_RESOURCE_ACTIONS };
  return ACTIONS_OF_TYPE[type] ?? ACTIONS_OF_SERVICE[/^AWS::(\w+)::/.exec(type)?.[1] ?? ''];
}

function workloadActions(templates: readonly SynthesizedTemplate[], problems: Problem[]): Set<string> {
  const actions = new Set<string>();
  for (const { place, value: statement } of identityStatements(templates)) {
    if (statement.Effect !== 'Allow') continue;
    for (const action of listOf(statement.Action)) {
      if (typeof action === 'string' && action.includes(':')) actions.add(action);
      else problems.push(unboundedAction(place, action));
    }
    if (statement.NotAction !== undefined) problems.push(unboundedAction(place, { NotAction: statement.NotAction }));
  }
  for (const { place, value: name } of managedPolicyNames(templates)) {
    const known = ACTIONS_OF_MANAGED_POLICY[name];
    if (known === undefined) problems.push(unknownManagedPolicy(place, name));
    for (const action of known ?? []) actions.add(action);
  }
  return actions;
}

/** One statement with the actions; a pattern makes the actions needless that it covers. */
function allowing(sid: string, actions: Iterable<string>): Statement[] {
  const all = [...actions].sort();
  const needed = all.filter((action) => !all.some((pattern) => pattern !== action && covers(pattern, action)));
  return needed.length === 0 ? [] : [{ Sid: sid, Effect: 'Allow', Action: needed, Resource: '*' }];
}

function covers(pattern: string, action: string): boolean {
  const expression = pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${expression}$`, 'i').test(action);
}

const unknownType = (type: string, place: string): Problem => ({
  file: 'boundary content',
  path: `${place}.Type`,
  value: displayed(type),
  reason: 'it is not known which IAM actions CloudFormation needs for this type, or the boundary never allows them',
  remedy: 'give its actions as typeActions, or give the statements with BoundaryContent.ofStatements',
});

const unboundedAction = (place: string, action: unknown): Problem => ({
  file: 'boundary content',
  path: place,
  value: displayed(action),
  reason: 'a boundary can be made of named actions only',
  remedy: 'list the actions that the role needs',
});

const unknownManagedPolicy = (place: string, name: string): Problem => ({
  file: 'boundary content',
  path: `${place}.ManagedPolicyArns`,
  value: displayed(name),
  reason: 'it is not known what roles need of this policy of AWS',
  remedy: 'give the role a policy with the actions that it needs',
});
