import { displayCondition, namesResource, policiesOf } from './statement-parts';
import type { Policy, Statement } from '../../iam/policy';
import type { AccessRequest, DecidingLayer, Decision, PoliciesInForce } from '../../iam/request';
import { displayText } from '../../iam/text-matching';
import { namesAction } from '../account/named-action';

/** What keeps a request from being allowed for certain, and the smallest change that would let it through. */
export interface Blocking {
  /** `no statement of ExecutionBoundary allows sqs:TagQueue`. */
  readonly text: string;
  readonly change: string;
}

/** @param decision on the request; one that isn't `yes` */
export function blockingOf(request: AccessRequest, decision: Decision, policies: PoliciesInForce): Blocking {
  const denying = decision.layers.find(({ effect }) => effect === 'explicit deny');
  if (denying !== undefined) return explicitDenial(request, denying, policiesOf(denying, policies));
  const layer = decision.layers.find(({ effect, verdict }) => effect === 'implicit deny' || verdict === 'unknown');
  const own = layer === undefined ? policies.identity : policiesOf(layer, policies);
  const allowing = own.flatMap((policy) =>
    policy.statements.filter(({ effect }) => effect === 'Allow').map((statement) => ({ policy, statement })),
  );
  const named = allowing.filter(({ statement }) => namesAction(statement, request.action));
  const inReach = named.find(({ statement }) => namesResource(statement, request) !== 'no');
  if (inReach !== undefined) return unmetCondition(request, inReach.statement, inReach.policy);
  if (named.length > 0) return otherResource(request, named[0].statement, named[0].policy);
  return notAllowed(
    request,
    allowing.map(({ statement }) => statement),
    own,
  );
}

function explicitDenial(
  request: AccessRequest,
  { verdict, statements }: DecidingLayer,
  own: readonly Policy[],
): Blocking {
  const statement = statements.find(({ effect }) => effect === 'Deny') ?? statements[0];
  const policy = own.find((each) => each.statements.includes(statement)) ?? own[0];
  const denies = verdict === 'yes' ? 'denies' : 'may deny';
  return {
    text: `${statement.name} of ${policy.place} ${denies} ${request.action}`,
    change: withoutDenial(request, statement),
  };
}

function withoutDenial({ action, resource }: AccessRequest, { name, actions, resources }: Statement): string {
  if (actions.not) return `add "${action}" to NotAction of the Deny statement ${name}`;
  if (resources?.not) return `add ${displayText(resource)} to NotResource of the Deny statement ${name}`;
  const isAboutAll = resources === undefined || resources.patterns.some((pattern) => displayText(pattern) === '*');
  return isAboutAll
    ? `take "${action}" out of the Deny statement ${name}`
    : `except ${displayText(resource)} from the Deny statement ${name}`;
}

/** A statement about the action and perhaps the resource, under conditions or for a resource that is known in part. */
function unmetCondition(request: AccessRequest, statement: Statement, policy: Policy): Blocking {
  const { name, conditions, isUncertain } = statement;
  if (isUncertain) {
    return {
      text: `${name} of ${policy.place} perhaps allows ${request.action}: a part of it is not known`,
      change: `write the statement ${name} in full`,
    };
  }
  if (conditions.length === 0 || namesResource(statement, request) === 'unknown') {
    return otherResource(request, statement, policy);
  }
  const demanded = conditions.map(displayCondition).join(' and ');
  return {
    text: `${name} of ${policy.place} allows ${request.action} only with ${demanded}`,
    change: `let the call meet the condition of the statement ${name} (${demanded})`,
  };
}

function otherResource({ action, resource }: AccessRequest, { name, resources }: Statement, policy: Policy): Blocking {
  const target = displayText(resource);
  return {
    text: `${name} of ${policy.place} allows ${action} on other resources than ${target}`,
    change: resources?.not
      ? `take what is ${target} out of NotResource of the statement ${name}`
      : `add the resource ${target} to the statement ${name}`,
  };
}

function notAllowed(request: AccessRequest, allowing: readonly Statement[], own: readonly Policy[]): Blocking {
  const { action, resource } = request;
  const places = own.map(({ place }) => place).join(', ');
  const service = `${action.slice(0, action.indexOf(':'))}:`.toLowerCase();
  const extensible = allowing.filter(
    (statement) =>
      statement.conditions.length === 0 && !statement.actions.not && namesResource(statement, request) === 'yes',
  );
  const home =
    extensible.find(({ actions }) => actions.patterns.some((pattern) => pattern.toLowerCase().startsWith(service))) ??
    extensible[0];
  return {
    text: `no statement of ${places} allows ${action}`,
    change:
      home === undefined
        ? `add a statement that allows "${action}" on ${displayText(resource)}`
        : `add "${action}" to the statement ${home.name}`,
  };
}
