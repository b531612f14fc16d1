import { inThisAccount } from './in-this-account';
import { displayText, isSameText, literalText } from '../../../iam/text-matching';
import { any } from '../../../iam/verdict';
import type { AccountModel, AccountPolicy } from '../../account/account-model';
import type { DeployedIdentity } from '../../deployed-identity';
import type { BoundaryFinding } from '../../finding';

const RULE = 'RolesCarryWorkloadBoundary';

/** The boundary that a role or user carries, and what is wrong with it. */
export interface CarriedBoundary {
  /** Nothing when it has none, or one that isn't a policy of the bootstrap. */
  readonly boundary?: AccountPolicy;
  readonly findings: readonly BoundaryFinding[];
}

export function carriedBoundary(identity: DeployedIdentity, account: AccountModel): CarriedBoundary {
  const demanded = account.demandedBoundaries;
  if (identity.boundary === undefined) {
    return { findings: demanded.length === 0 ? [] : [missing(identity, demanded)] };
  }
  const arn = inThisAccount(identity.boundary, account);
  const isDemanded = any(demanded.map((each) => isSameText(literalText(each), arn)));
  const { policies, workloadBoundary } = account;
  const isThis = (policy: AccountPolicy | undefined) => (policy ? isSameText(literalText(policy.arn), arn) : 'no');
  const boundary =
    policies.find((policy) => isThis(policy) === 'yes') ??
    (isThis(workloadBoundary) === 'no' ? undefined : workloadBoundary);
  const isWrong = demanded.length > 0 && isDemanded !== 'yes';
  return { boundary, findings: isWrong ? [other(identity, displayText(arn), demanded, isDemanded === 'no')] : [] };
}

function missing(identity: DeployedIdentity, demanded: readonly string[]): BoundaryFinding {
  return {
    ...placeOf(identity),
    rule: RULE,
    severity: 'error',
    description: `${nameOf(identity)} has no permissions boundary, but the execution role makes a ${identity.kind} only with ${demanded.join(' or ')}: its creation would fail`,
    property: 'PermissionsBoundary',
    change: `set PermissionsBoundary to ${demanded[0]}`,
  };
}

function other(
  identity: DeployedIdentity,
  arn: string,
  demanded: readonly string[],
  isCertain: boolean,
): BoundaryFinding {
  const failure = isCertain ? 'its creation would fail' : 'whether they are the same is not known';
  return {
    ...placeOf(identity),
    rule: RULE,
    severity: isCertain ? 'error' : 'warning',
    description: `${nameOf(identity)} has the permissions boundary ${arn}, but the execution role makes a ${identity.kind} only with ${demanded.join(' or ')}: ${failure}`,
    property: 'PermissionsBoundary',
    change: `set PermissionsBoundary to ${demanded[0]}`,
  };
}

export function nameOf({ kind, stack, logicalId }: DeployedIdentity): string {
  return `the ${kind} ${stack}/${logicalId}`;
}

export function placeOf({ kind, stack, logicalId, path }: DeployedIdentity) {
  return { stack, logicalId, path, resourceType: kind === 'role' ? 'AWS::IAM::Role' : 'AWS::IAM::User' };
}
