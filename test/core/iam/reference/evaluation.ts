import { Assignment, globHolds, patternUnder, textUnder } from './glob';
import type { Condition, Policy, PolicyPrincipal, Statement } from '../../../../src/core/iam/policy';
import type { AccessRequest, PoliciesInForce } from '../../../../src/core/iam/request';

/** One way in which all that isn't known can turn out. */
export interface World {
  readonly values: Assignment;
  /** Values of all condition keys; a key that the request doesn't carry has no entry. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Whether uncertain statements are in force. */
  readonly isCertain: (statement: Statement) => boolean;
}

/**
 * Whether a request is allowed when all is known: the page "Policy evaluation logic" of the IAM user guide, step by step
 * and in two values, with no thought for speed.
 */
export function isAllowed(request: AccessRequest, policies: PoliciesInForce, world: World): boolean {
  const { identity, boundary, session = [], resource } = policies;
  const ofPrincipal = [...identity, ...(boundary ? [boundary] : []), ...session];
  const denies = (policy: Policy) => matching(policy, 'Deny', request, world);
  if (ofPrincipal.some((policy) => denies(policy).length > 0)) return false;
  const resourceDenials = resource ? denies(resource) : [];
  if (resourceDenials.some((statement) => isDenied(statement, request, boundary !== undefined))) return false;

  const allows = (policy: Policy) => matching(policy, 'Allow', request, world).length > 0;
  const identityAllows = identity.some(allows);
  const isLimited = (boundary !== undefined && !allows(boundary)) || (session.length > 0 && !session.some(allows));
  const grants = (resource ? matching(resource, 'Allow', request, world) : []).flatMap((statement) =>
    grantsOf(statement, request),
  );
  if (request.principal.kind === 'service') return grants.includes('identity');
  if (request.resourceAccount !== undefined && request.resourceAccount !== request.principal.account) {
    return identityAllows && !isLimited && grants.length > 0;
  }
  if (grants.includes('session')) return true;
  if (isLimited) return false;
  if (grants.includes('identity')) return true;
  return identityAllows && (!policies.resourcePolicyIsRequired || grants.includes('account'));
}

type Grant = 'session' | 'identity' | 'account';

function grantsOf({ principals }: Statement, request: AccessRequest): Grant[] {
  const named = (principals?.patterns ?? []).flatMap((pattern) => grantOf(pattern, request));
  if (!principals?.not) return named;
  return named.length === 0 ? ['identity'] : [];
}

function grantOf({ kind, value }: PolicyPrincipal, { principal }: AccessRequest): Grant[] {
  const name = textUnder(value, {});
  if (name === '*') return ['identity'];
  const id = textUnder(principal.id, {});
  if (principal.kind === 'service') return kind === 'Service' && name === id ? ['identity'] : [];
  if (kind !== 'AWS') return [];
  if (name === id) return principal.kind === 'user' ? ['session'] : ['identity'];
  if (principal.session && name === textUnder(principal.session, {})) return ['session'];
  return name === principal.account || name === `arn:aws:iam::${principal.account}:root` ? ['account'] : [];
}

/** A denial for all but some is only tried with nobody named, or with account, role and session all named. */
function isDenied(statement: Statement, request: AccessRequest, hasBoundary: boolean): boolean {
  const named = (statement.principals?.patterns ?? []).flatMap((pattern) => grantOf(pattern, request));
  if (!statement.principals?.not) return named.length > 0;
  return named.length === 0 || (hasBoundary && request.principal.kind !== 'service');
}

function matching(policy: Policy, effect: Statement['effect'], request: AccessRequest, world: World): Statement[] {
  return policy.statements.filter(
    (statement) =>
      statement.effect === effect &&
      (!statement.isUncertain || world.isCertain(statement)) &&
      statement.actions.not !== statement.actions.patterns.some((pattern) => actionHolds(pattern, request.action)) &&
      resourceHolds(statement, request, world) &&
      statement.conditions.every((condition) => conditionHolds(condition, world)),
  );
}

function actionHolds(pattern: string, action: string): boolean {
  return globHolds(patternUnder([pattern.toLowerCase()], {}), action.toLowerCase());
}

function resourceHolds({ resources }: Statement, request: AccessRequest, { values }: World): boolean {
  if (!resources) return true;
  const resource = textUnder(request.resource, values);
  return resources.not !== resources.patterns.some((pattern) => globHolds(patternUnder(pattern, values), resource));
}

/** The operators for text, `Bool` and `Null`, with quantifiers and `…IfExists`. */
export function conditionHolds(condition: Condition, { values, context }: World): boolean {
  const { operator, quantifier, ifExists } = condition;
  const found = context[condition.key.toLowerCase()] as readonly string[] | undefined;
  if (operator === 'Null') {
    return condition.values.some((value) => (textUnder(value, values) === 'true') === (found === undefined));
  }
  const isNegated = operator.includes('Not');
  if (found === undefined) return ifExists || quantifier === 'ForAllValues' || (isNegated && quantifier === undefined);
  const holds = (value: string) =>
    isNegated !==
    condition.values.some((expected) => {
      if (operator.includes('Like')) return globHolds(patternUnder(expected, values), value);
      if (operator === 'Bool') return textUnder(expected, values).toLowerCase() === value.toLowerCase();
      return textUnder(expected, values) === value;
    });
  return quantifier === 'ForAnyValue' ? found.some(holds) : found.every(holds);
}
