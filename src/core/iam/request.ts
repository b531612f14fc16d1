import type { PartialText } from './partial-text';
import type { Policy, Statement } from './policy';
import type { Verdict } from './verdict';

/** One call of an API, as far as it is known. */
export interface AccessRequest {
  /** `service:Action`; compared case-insensitively. */
  readonly action: string;
  /** ARN; `[{ unknown: '…' }]` where nothing of it is known. */
  readonly resource: PartialText;
  /** Values of condition keys, by key in lower case. What isn't named is unknown. */
  readonly context: RequestContext;
  readonly principal: RequestPrincipal;
  /** Account of the resource; the principal's own when missing. */
  readonly resourceAccount?: string;
}

export type RequestContext = Readonly<Record<string, ContextValue>>;

/** Values of a key (one for keys with a single value), or that the request doesn't carry the key, or that nobody knows. */
export type ContextValue = readonly PartialText[] | 'absent' | 'unknown';

/** Who asks. */
export interface RequestPrincipal {
  readonly kind: 'role' | 'user' | 'service';
  /** ARN of the role or user, name of the service. */
  readonly id: PartialText;
  readonly account?: string;
  /** ARN of the session, for roles: a resource policy that names it is not limited by what a boundary merely doesn't allow. */
  readonly session?: PartialText;
}

/** The policies that decide on requests of one principal. */
export interface PoliciesInForce {
  readonly identity: readonly Policy[];
  readonly boundary?: Policy;
  readonly session?: readonly Policy[];
  /** Policy of the resource, a trust policy for `sts:AssumeRole`. */
  readonly resource?: Policy;
  /** For services whose resource policy must allow by itself (keys of KMS, trust of roles), whatever identities may. */
  readonly resourcePolicyIsRequired?: boolean;
}

/** Whether a request is allowed, and what decided it. */
export interface Decision {
  /** Allowed, denied, or depending on what isn't known. */
  readonly verdict: Verdict;
  /** The layer that decided: the one that denies, or all that allow. */
  readonly layers: readonly DecidingLayer[];
}

export interface DecidingLayer {
  readonly layer: 'identity' | 'boundary' | 'session' | 'resource';
  readonly effect: 'allow' | 'explicit deny' | 'implicit deny';
  readonly verdict: Verdict;
  /** Statements that match certainly or perhaps; empty for an implicit denial. */
  readonly statements: readonly Statement[];
}
