import { unknownPolicy } from './boundary-unknown-policy';
import { CommandError } from './exit-codes';
import { useOneOf } from '../src/config/problem';
import type { AccountModel } from '../src/core/boundary/account/account-model';
import type { DeployedIdentity } from '../src/core/boundary/deployed-identity';
import { callerOf } from '../src/core/boundary/prove/caller';
import { carriedBoundary } from '../src/core/boundary/prove/workload/carried-boundary';
import type { PoliciesInForce, RequestContext, RequestPrincipal } from '../src/core/iam/request';
import { displayText, knownText, literalText } from '../src/core/iam/text-matching';

/** Name for the role with which CloudFormation deploys, where roles are chosen by name. */
export const EXECUTION_ROLE = 'execution';

/** A role or user that a question is about. */
export interface Asker {
  readonly principal: RequestPrincipal;
  readonly policies: PoliciesInForce;
  readonly context: RequestContext;
  /** Stack that makes it; nothing for the execution role. */
  readonly stack?: string;
}

/** The roles and users of an account that a name is about: logical ids need not be the only ones of their kind. */
export function askersNamed(
  name: string,
  account: AccountModel,
  identities: readonly DeployedIdentity[],
): readonly Asker[] {
  if (name === EXECUTION_ROLE) return [executionRole(account)];
  return identities.filter((identity) => isNamed(identity, name)).map((identity) => deployed(identity, account));
}

export function noSuchRole(name: string, identities: readonly DeployedIdentity[]): CommandError {
  const known = [EXECUTION_ROLE, ...new Set(identities.map(({ logicalId }) => logicalId))];
  return new CommandError(
    `no template makes a role or user "${name}": give its logical id, construct path, name or ARN; ${useOneOf(known, name)}`,
  );
}

function isNamed({ stack, logicalId, path, arn }: DeployedIdentity, name: string): boolean {
  const physical = knownText(arn);
  const names = [logicalId, `${stack}/${logicalId}`, path, path?.replace(/\/Resource$/, '')];
  return names.includes(name) || physical === name || (physical?.endsWith(`/${name}`) ?? false);
}

function executionRole(account: AccountModel): Asker {
  const { executionRole: role } = account;
  const { principal, context, policies } = callerOf(role, account);
  return {
    principal,
    context,
    policies: {
      ...policies,
      identity: [...policies.identity, ...role.unknownPolicies.map(unknownPolicy)],
      boundary: policies.boundary ?? (role.boundary && unknownPolicy(role.boundary.arn)),
    },
  };
}

function deployed(identity: DeployedIdentity, account: AccountModel): Asker {
  const { kind, stack, arn, policies, unknownPolicies } = identity;
  const { boundary } = carriedBoundary(identity, account);
  return {
    stack,
    principal: { kind, id: arn, account: account.account },
    policies: {
      identity: [...policies, ...unknownPolicies.map(displayText).map(unknownPolicy)],
      boundary: boundary?.policy ?? (identity.boundary && unknownPolicy(displayText(identity.boundary))),
    },
    context: {
      ...callerOf(account.executionRole, account).context,
      'aws:principalarn': [arn],
      'aws:principaltype': [literalText(kind === 'role' ? 'AssumedRole' : 'User')],
    },
  };
}
