import type { Actor } from './actor';
import type { Attempt } from './attempt';
import { undecided } from './evidence';
import type { Outcome } from './try-attempt';
import type { AccountModel, AccountRole } from '../../account/account-model';
import type { BoundaryFinding } from '../../finding';

const RULE = 'ExecutionBoundaryCannotBeEscaped';

export function withoutBoundary({ executionRole, place }: AccountModel): BoundaryFinding {
  return {
    rule: RULE,
    severity: 'fatal',
    description: `the execution role ${executionRole.name} of ${place} has no boundary: whoever controls a template has all its rights`,
    blocking: 'no boundary',
    change: `give ${executionRole.name} a permissions boundary`,
    steps: [
      `any resource: CloudFormation may do all that ${executionRole.identity.map((policy) => policy.place).join(', ')} allows`,
    ],
  };
}

export function withUnknownBoundary(arn: string): BoundaryFinding {
  return {
    rule: RULE,
    severity: 'warning',
    description: `any path could be open: what ${arn}, the boundary of the execution role, allows isn't known here`,
    change: `give the policy ${arn} as well`,
  };
}

export const UNKNOWN_BOUNDARY_PATH = 'use what the demanded boundary allows';

/** Rights that a demanded boundary gives are inside by definition; nobody can say so of one that isn't known. */
export function withUnknownWorkloadBoundary(arn: string, { boundary }: AccountRole): BoundaryFinding {
  return {
    rule: RULE,
    severity: 'warning',
    description: `${UNKNOWN_BOUNDARY_PATH}: could be open when ${arn}, which roles and users of stacks must carry, allows more than ${boundary?.arn}: what it allows isn't known here`,
    change: `give the policy ${arn} as well`,
  };
}

export function escape(
  { path, remedy, assumes }: Attempt,
  { name }: Actor,
  steps: readonly string[],
  isCertain: boolean,
  outcome: Outcome,
): BoundaryFinding {
  const when = assumes === undefined ? '' : ` when the account holds ${assumes}`;
  const open = outcome.verdict === 'unknown' ? `; it can't be decided: ${undecided(outcome)}` : '';
  const first = outcome.steps
    .flatMap(({ calls }) => calls)
    .find(({ decision }) => decision.verdict === outcome.verdict);
  return {
    rule: RULE,
    severity: isCertain ? 'fatal' : 'warning',
    description: isCertain ? `${name} can ${path}` : `${name} could ${path}${when}${open}`,
    action: first?.request.action,
    change: remedy,
    steps,
  };
}
