import { ActionDemand, actionDemand, reservedProblems, StackUse } from './action-demand';
import { isReserved } from './reserved-actions';
import { displayed, Problem } from '../../config/problem';
import type { DeployedIdentity } from '../../core/boundary/deployed-identity';
import { usesOfPolicies } from '../../core/boundary/fold/action-use';
import type { ActionTable } from '../../core/iam/action-table';
import type { Statement } from '../../core/iam/policy';
import { displayText } from '../../core/iam/text-matching';

/** What roles and users of stacks do, without what hands out roles: for which roles, the bootstrap decides. */
export interface WorkloadDemand extends ActionDemand {
  readonly passesRoles: boolean;
  /** Actions with which roles are assumed. */
  readonly assuming: readonly string[];
  readonly problems: readonly Problem[];
}

const PASSING = ['iam:PassRole'];
const ASSUMING = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

export function workloadDemand(identities: readonly DeployedIdentity[], table: ActionTable): WorkloadDemand {
  const readings = identities.map((identity) => ({ identity, ...usesOfPolicies(boundedPolicies(identity), table) }));
  const uses = readings.flatMap(({ identity, uses: own }) =>
    own.map((use): StackUse => ({ ...use, stack: identity.stack, place: placeOf(identity) })),
  );
  const others = uses.filter(({ action }) => ![...PASSING, ...ASSUMING].includes(action));
  return {
    ...actionDemand(others.filter(({ action }) => !isReserved(action))),
    passesRoles: uses.some(({ action }) => PASSING.includes(action)),
    assuming: ASSUMING.filter((action) => uses.some((use) => use.action === action)),
    problems: [
      ...identities.flatMap(identityProblems),
      ...readings.flatMap(({ unmatched }) => unmatched.map(({ pattern, place }) => unmatchedPattern(pattern, place))),
      ...reservedProblems(others),
    ],
  };
}

/** Without the statements that no boundary can be made for, which are problems of their own. */
function boundedPolicies({ policies }: DeployedIdentity) {
  return policies.map((policy) => ({
    ...policy,
    statements: policy.statements.filter((statement) => !isUnbounded(statement)),
  }));
}

function isUnbounded({ effect, actions: { not, patterns } }: Statement): boolean {
  return effect === 'Allow' && (not || patterns.some((pattern) => !/^[^*?]+:/.test(pattern)));
}

function identityProblems(identity: DeployedIdentity): Problem[] {
  const unbounded = identity.policies.flatMap(({ statements }) => statements.filter(isUnbounded));
  return [
    ...unbounded.map(({ place, actions: { not, patterns } }) => ({
      file: 'boundary content',
      path: place,
      value: displayed(not ? { NotAction: patterns } : patterns),
      reason: 'a boundary can be made of actions of named services only',
      remedy: 'list the actions that are needed',
    })),
    ...identity.unknownPolicies.map((policy) => ({
      file: 'boundary content',
      path: placeOf(identity),
      value: displayed(displayText(policy)),
      reason: 'it is not known what this policy allows',
      remedy: 'give the role a policy with the actions that it needs',
    })),
  ];
}

function unmatchedPattern(pattern: string, place: string): Problem {
  return {
    file: 'boundary content',
    path: place,
    value: displayed(pattern),
    reason: 'no action of AWS that is known matches it',
    remedy: 'correct it, or name the actions of a service that is newer than this library',
  };
}

function placeOf({ stack, logicalId }: DeployedIdentity): string {
  return `${stack}.Resources.${logicalId}`;
}
