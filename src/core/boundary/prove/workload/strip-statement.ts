import { inThisAccount } from './in-this-account';
import { requestedResources } from './requested-resources';
import type { ActionTable } from '../../../iam/action-table';
import { evaluate } from '../../../iam/evaluate';
import type { PartialText } from '../../../iam/partial-text';
import type { Policy, Statement } from '../../../iam/policy';
import type { RequestContext } from '../../../iam/request';
import type { Verdict } from '../../../iam/verdict';
import { any } from '../../../iam/verdict';
import type { AccountModel } from '../../account/account-model';
import { besideBootstrap } from '../beside-bootstrap';
import { Blocking, blockingOf } from '../blocking';
import type { Caller } from '../caller';

/** An action that a statement allows and a boundary takes away. */
export interface StrippedAction {
  readonly action: string;
  /** Nothing is left of it, for no resource; else something is, or nobody can tell. */
  readonly isGone: boolean;
  readonly blocking: Blocking;
}

/** What a boundary takes away of what an Allow statement of a role or user allows. */
export function stripStatement(
  statement: Statement,
  boundary: Policy,
  caller: Caller,
  account: AccountModel,
  table: ActionTable,
): readonly StrippedAction[] {
  const context = { ...caller.context, ...contextOf(statement, account) };
  const beside = besideBootstrap(boundary, account);
  return statement.actions.patterns.flatMap((pattern) => {
    const known = table.matching(pattern).map(({ name }) => name);
    const actions = known.length > 0 ? known : [pattern];
    const fates = actions.map((action) => ({ action, ...fate(action) }));
    const isWhole = fates.every(({ verdict }) => verdict === 'no');
    return fates.flatMap(({ action, verdict, blocking }) =>
      blocking === undefined ? [] : [{ action, isGone: verdict === 'no' && isWhole, blocking }],
    );
  });

  function fate(action: string): { verdict: Verdict; blocking?: Blocking } {
    const policies = { identity: [boundary] };
    const decided = resources(action).map((resource) => {
      const request = { action, resource, context, principal: caller.principal };
      const decision = evaluate(request, policies);
      const isUndecided = decision.verdict === 'unknown';
      return { request, decision: isUndecided ? evaluate(request, { identity: [beside] }) : decision };
    });
    const verdicts = decided.map(({ decision }) => decision.verdict);
    const blocked = decided.find(({ decision }) => decision.verdict !== 'yes');
    if (blocked === undefined) return { verdict: 'yes' };
    const verdict = any(verdicts) === 'no' ? 'no' : 'unknown';
    return { verdict, blocking: blockingOf(blocked.request, blocked.decision, policies) };
  }

  function resources(action: string): readonly PartialText[] {
    const patterns =
      statement.resources === undefined || statement.resources.not ? [['*']] : statement.resources.patterns;
    return patterns.flatMap((pattern) => requestedResources(pattern, table.find(action), account));
  }
}

/** Keys that requests certainly carry for a statement to allow them, with the only value that it lets through. */
function contextOf({ conditions }: Statement, account: AccountModel): RequestContext {
  const exact = conditions.filter(
    ({ operator, ifExists, quantifier, values }) =>
      operator === 'StringEquals' && !ifExists && quantifier === undefined && values.length === 1,
  );
  return Object.fromEntries(exact.map(({ key, values }) => [key.toLowerCase(), [inThisAccount(values[0], account)]]));
}
