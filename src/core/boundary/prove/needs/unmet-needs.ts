import { NeedDecisions, Refusal } from './decide-needs';
import type { AccountModel } from '../../account/account-model';
import type { BoundaryFinding } from '../../finding';
import { Need, Operation, OPERATIONS } from '../../need';

const RULE = 'ExecutionBoundaryAllowsEveryOperation';

interface Miss {
  readonly need: Need;
  readonly refusal: Refusal;
  readonly operations: Set<Operation>;
}

/**
 * What deployments will call with the execution role and may not, one finding for each action of a resource, with all
 * its operations. Certain refusals are errors; what is needed under conditions or can't be decided is a warning.
 */
export function unmetNeeds(needs: readonly Need[], account: AccountModel): readonly BoundaryFinding[] {
  const { boundary } = account.executionRole;
  if (boundary !== undefined && boundary.policy === undefined) return [boundaryNotKnown(boundary.arn)];
  const decisions = new NeedDecisions(account);
  const misses = new Map<string, Miss>();
  for (const need of needs) {
    const refusal = decisions.refusal(need);
    if (refusal === undefined) continue;
    const { stack, logicalId, property } = need.origin;
    const key = JSON.stringify([stack, logicalId, property, need.action, need.certainty, refusal.blocking.text]);
    const miss = misses.get(key) ?? { need, refusal, operations: new Set<Operation>() };
    need.operations.forEach((operation) => miss.operations.add(operation));
    misses.set(key, miss);
  }
  return [...misses.values()].map(finding);
}

function boundaryNotKnown(arn: string): BoundaryFinding {
  return {
    rule: RULE,
    severity: 'warning',
    description: `whether deployments are allowed can't be told: what ${arn}, the boundary of the execution role, allows isn't known here`,
    change: `give the policy ${arn} as well`,
  };
}

function finding({ need, refusal: { isCertain, blocking }, operations }: Miss): BoundaryFinding {
  const { origin, action, certainty } = need;
  const { stack, logicalId, path, resourceType, property } = origin;
  const isConditional = certainty === 'conditional';
  const ordered = OPERATIONS.filter((operation) => operations.has(operation));
  return {
    rule: RULE,
    severity: isCertain && !isConditional ? 'error' : 'warning',
    description: description(need, isCertain, ordered, blocking.text),
    stack,
    logicalId,
    path,
    resourceType,
    operations: ordered,
    property,
    action,
    blocking: blocking.text,
    change: blocking.change,
  };
}

function description(
  { action, certainty, origin: { stack, logicalId, resourceType, property } }: Need,
  isCertain: boolean,
  operations: readonly Operation[],
  blocking: string,
): string {
  const resource = [logicalId === undefined ? stack : `${stack}/${logicalId}`, resourceType && `(${resourceType})`];
  const what = `${operations.join(', ')} of ${resource.filter(Boolean).join(' ')}`;
  const depends = property === undefined ? 'a value that the template does not tell' : `its property ${property}`;
  const when = certainty === 'conditional' ? `, depending on ${depends},` : '';
  const outcome = isCertain ? 'is denied' : 'is not allowed for certain';
  return `${what}${when} calls ${action}, which ${outcome}: ${blocking}`;
}
