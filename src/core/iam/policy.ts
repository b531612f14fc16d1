import type { PartialText } from './partial-text';

/** A policy document, parsed: identity policy, boundary, session policy, resource policy or trust policy. */
export interface Policy {
  /** Where it stands, for people: `Backend-Data: Resources.Role.Properties.Policies[0]`, a file, an ARN. */
  readonly place: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** `Sid`, or else `statement 3` by its position from 1: what findings call it. */
  readonly name: string;
  /** Where it stands, for people. */
  readonly place: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns<string>;
  /** Nothing in trust policies, which are about the role that they belong to. */
  readonly resources?: Patterns<PartialText>;
  /** Resource policies and trust policies only. */
  readonly principals?: Patterns<PolicyPrincipal>;
  readonly conditions: readonly Condition[];
  /**
   * Whether something of it could not be understood, or depends on what only the deployment knows: where the statement
   * matches, it then matches perhaps, and it names all that it might.
   */
  readonly isUncertain?: boolean;
}

/** What an element matches: one of the patterns, or (`NotAction`, `NotResource`, `NotPrincipal`) none of them. */
export interface Patterns<Pattern> {
  readonly not: boolean;
  readonly patterns: readonly Pattern[];
}

export interface PolicyPrincipal {
  readonly kind: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';
  readonly value: PartialText;
}

/** One operator of a `Condition` block with one key: all of a block's conditions must hold. */
export interface Condition {
  /** Base operator in the spelling of the documentation: `StringEquals`, `ArnNotLike`, `Null`, `Bool`, `IpAddress` … */
  readonly operator: string;
  readonly ifExists: boolean;
  readonly quantifier?: 'ForAllValues' | 'ForAnyValue';
  /** As written; keys compare case-insensitively. */
  readonly key: string;
  readonly values: readonly PartialText[];
}
