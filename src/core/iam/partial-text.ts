/**
 * A value of a template that is known in part: what the template says literally, and what only the deployment knows.
 * Literal parts of a policy's pattern may hold the wildcards `*` and `?`; those of a request are taken as they are.
 */
export type PartialText = readonly TextPart[];

export type TextPart = string | UnknownPart;

/**
 * A value that only the deployment knows. Parts of equal name have equal values: `Table.Arn@stack` in a policy and in
 * a request are the same ARN, whatever it will be.
 */
export interface UnknownPart {
  readonly unknown: string;
}
