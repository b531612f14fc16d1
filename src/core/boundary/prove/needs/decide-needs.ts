import { evaluate } from '../../../iam/evaluate';
import type { PartialText } from '../../../iam/partial-text';
import type { Policy, Statement } from '../../../iam/policy';
import type { AccessRequest, Decision, PoliciesInForce } from '../../../iam/request';
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
  private readonly withoutNamingDenials: PoliciesInForce;

  public constructor(private readonly account: AccountModel) {
    this.caller = callerOf(account.executionRole, account);
    this.withoutNamingDenials = withoutNamingDenials(this.caller.policies);
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
    return verdict === 'unknown' && evaluate(request, this.withoutNamingDenials).verdict === 'yes';
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

/** The same policies for every request: they are read once. */
function withoutNamingDenials({ identity, boundary, ...others }: PoliciesInForce): PoliciesInForce {
  const without = (policy: Policy): Policy => ({
    ...policy,
    statements: policy.statements.filter((statement) => !isNamingDenial(statement)),
  });
  return { ...others, identity: identity.map(without), boundary: boundary && without(boundary) };
}

/** Whether a denial is about named resources, in every situation: where it is certain to be about one, it has denied. */
function isNamingDenial({ effect, resources, conditions }: Statement): boolean {
  if (effect !== 'Deny' || resources === undefined || resources.not || conditions.length > 0) return false;
  return resources.patterns.every((pattern) => pattern.length !== 1 || pattern[0] !== '*');
}
