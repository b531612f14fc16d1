import { carriedBoundary, nameOf, placeOf } from './carried-boundary';
import { StrippedAction, stripStatement } from './strip-statement';
import type { ActionTable } from '../../../iam/action-table';
import type { Statement } from '../../../iam/policy';
import { displayText, literalText } from '../../../iam/text-matching';
import type { AccountModel, AccountPolicy } from '../../account/account-model';
import type { DeployedIdentity } from '../../deployed-identity';
import type { BoundaryFinding } from '../../finding';
import type { Caller } from '../caller';

const RULE = 'WorkloadBoundaryAllowsWhatRolesUse';

/** More names than these don't help anybody. */
const NAMED_ACTIONS = 8;

/**
 * What roles and users that templates make would lose at run time to the boundary that they carry, and those that don't
 * carry the boundary that they must. One finding for each statement: an error where nothing is left of an action, a
 * warning where something is left or nobody can tell.
 */
export function strippedActions(
  identities: readonly DeployedIdentity[],
  account: AccountModel,
  table: ActionTable,
): readonly BoundaryFinding[] {
  return identities.flatMap((identity) => {
    const { boundary, findings } = carriedBoundary(identity, account);
    if (boundary === undefined) return [...findings];
    return [...findings, ...unknownPolicies(identity, boundary), ...ofStatements(identity, boundary, account, table)];
  });
}

function unknownPolicies(identity: DeployedIdentity, { arn }: AccountPolicy): BoundaryFinding[] {
  return identity.unknownPolicies.map((policy) => ({
    ...placeOf(identity),
    rule: RULE,
    severity: 'warning',
    description: `${nameOf(identity)} has the policy ${displayText(policy)}, of which isn't known what it allows: whether ${arn} strips something of it can't be told`,
    property: 'ManagedPolicyArns',
    change: 'give the policy in a template, or write its statements into the role',
  }));
}

function ofStatements(
  identity: DeployedIdentity,
  { arn, policy }: AccountPolicy,
  account: AccountModel,
  table: ActionTable,
): BoundaryFinding[] {
  if (policy === undefined) return [];
  const caller = programOf(identity, account);
  const statements = identity.policies.flatMap((own) => own.statements).filter(({ effect }) => effect === 'Allow');
  return statements.flatMap((statement) => {
    if (statement.actions.not) return [allowsAllBut(identity, statement, arn)];
    const stripped = stripStatement(statement, policy, caller, account, table);
    const gone = stripped.filter(({ isGone }) => isGone);
    const part = stripped.filter(({ isGone }) => !isGone);
    return [
      ...(gone.length === 0 ? [] : [finding(identity, statement, arn, gone, 'error')]),
      ...(part.length === 0 ? [] : [finding(identity, statement, arn, part, 'warning')]),
    ];
  });
}

function programOf(identity: DeployedIdentity, { account, region }: AccountModel): Caller {
  return {
    principal: { kind: identity.kind, id: identity.arn, account },
    policies: { identity: [] },
    context: {
      'aws:principalaccount': [literalText(account)],
      'aws:principalarn': [identity.arn],
      'aws:requestedregion': [literalText(region)],
    },
  };
}

function allowsAllBut(identity: DeployedIdentity, { name, place, actions }: Statement, arn: string): BoundaryFinding {
  return {
    ...placeOf(identity),
    rule: RULE,
    severity: 'warning',
    description: `${nameOf(identity)} may do all but ${actions.patterns.join(', ')} (${name} in ${place}): ${arn} strips what it doesn't allow of that`,
    change: `name in Action what the statement ${name} is to allow`,
  };
}

function finding(
  identity: DeployedIdentity,
  { name, place }: Statement,
  arn: string,
  stripped: readonly StrippedAction[],
  severity: 'error' | 'warning',
): BoundaryFinding {
  const [{ action, blocking }] = stripped;
  const verb = severity === 'error' ? 'strips' : 'strips in part, or perhaps,';
  const changes = [...new Set(stripped.map((each) => each.blocking.change))];
  return {
    ...placeOf(identity),
    rule: RULE,
    severity,
    description: `${arn} ${verb} what ${nameOf(identity)} may do (${name} in ${place}): ${listed(stripped.map((each) => each.action))}`,
    action: stripped.length === 1 ? action : undefined,
    blocking: blocking.text,
    change: listed(changes, '; '),
  };
}

function listed(texts: readonly string[], separator = ', '): string {
  const more = texts.length - NAMED_ACTIONS;
  return [...texts.slice(0, NAMED_ACTIONS), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
