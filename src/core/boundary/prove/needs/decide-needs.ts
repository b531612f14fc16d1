import { matchesResource } from '../../../iam/arn-matching';
import { evaluate } from '../../../iam/evaluate';
import type { PartialText } from '../../../iam/partial-text';
import type { Policy, Statement } from '../../../iam/policy';
import type { AccessRequest, Decision } from '../../../iam/request';
import { any } from '../../../iam/verdict';
import type { AccountModel } from '../../account/account-model';
import type { Need } from '../../need';
import { Blocking, blockingOf } from '../blocking';
import { Caller, callerOf } from '../caller';
import { inThisAccount } from '../workload/in-this-account';

/** A need's request that isn't allowed for certain. */
export interface Refusal {
  readonly isCertain: boolean;
  readonly blocking: Blocking;
}

const ANY_RESOURCE: PartialText = [{ unknown: 'any resource' }];

/** Decides on needs, on each request only once: stacks ask for the same things again and again. */
export class NeedDecisions {
  private readonly refusals = new Map<string, Refusal | undefined>();
  private readonly keys = new WeakMap<object, string>();
  private readonly caller: Caller;

  public constructor(private readonly account: AccountModel) {
    this.caller = callerOf(account.executionRole, account);
  }

  /** Nothing when the need is met. */
  public refusal({ action, resource, context }: Need): Refusal | undefined {
    const key = `${action} ${this.keyOf(resource)} ${this.keyOf(context)}`;
    if (this.refusals.has(key)) return this.refusals.get(key);
    const refusal = this.decide({
      action,
      resource: inThisAccount(resource ?? ANY_RESOURCE, this.account),
      context: { ...this.caller.context, ...context },
      principal: this.caller.principal,
    });
    this.refusals.set(key, refusal);
    return refusal;
  }

  private decide(request: AccessRequest): Refusal | undefined {
    const { policies } = this.caller;
    const decision: Decision = evaluate(request, policies);
    if (decision.verdict === 'yes' || this.dependsOnNamesOnly(request, decision)) return undefined;
    return { isCertain: decision.verdict === 'no', blocking: blockingOf(request, decision, policies) };
  }

  /**
   * Whether a request could be denied only if what it is for, whose name isn't known, were just what a denial names. Stacks
   * make things of their own; a denial that names things is about others.
   */
  private dependsOnNamesOnly(request: AccessRequest, { verdict }: Decision): boolean {
    if (verdict !== 'unknown') return false;
    const { identity, boundary, ...others } = this.caller.policies;
    const policies = {
      ...others,
      identity: identity.map((policy) => withoutDoubtfulDenials(policy, request)),
      boundary: boundary && withoutDoubtfulDenials(boundary, request),
    };
    return evaluate(request, policies).verdict === 'yes';
  }

  private keyOf(value: object | undefined): string {
    if (value === undefined) return '';
    const known = this.keys.get(value);
    if (known !== undefined) return known;
    const key = JSON.stringify(value);
    this.keys.set(value, key);
    return key;
  }
}

function withoutDoubtfulDenials(policy: Policy, { resource }: AccessRequest): Policy {
  return { ...policy, statements: policy.statements.filter((statement) => !mayNameIt(statement, resource)) };
}

/** Whether a denial names resources, of which one could be the resource. */
function mayNameIt({ effect, resources }: Statement, resource: PartialText): boolean {
  if (effect !== 'Deny' || resources === undefined || resources.not) return false;
  return any(resources.patterns.map((pattern) => matchesResource(pattern, resource))) === 'unknown';
}
