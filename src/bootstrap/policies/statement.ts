import type { Json, JsonObject } from '../overlay/template';

/** An IAM policy statement of an identity policy, as JSON. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: Json;
  readonly NotResource?: Json;
  readonly Condition?: JsonObject;
}

/** The resources that a statement is about: some, or all others. */
export type Resources = { readonly Resource: Json } | { readonly NotResource: Json };

/** One statement, or none where there is nothing to allow. */
export function allowing(
  Sid: string,
  actions: readonly string[],
  limits: Resources & Pick<Statement, 'Condition'>,
): Statement[] {
  return actions.length === 0 ? [] : [{ Sid, Effect: 'Allow', Action: actions, ...limits }];
}

export function policyDocument(statements: readonly Statement[]): JsonObject {
  return { Version: '2012-10-17', Statement: statements as unknown as Json };
}

/** A value that may be a list, as one: IAM lets a list of one be written without brackets. */
export function listOf<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Item];
}
