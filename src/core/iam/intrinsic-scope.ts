import type { PartialText } from './partial-text';

/** What is known of a template beyond the value that is read. */
export interface IntrinsicScope {
  /**
   * Ends the names of values that differ from stack to stack, `Table.Arn@Backend-Data`, so that values of two stacks are
   * never taken for the same one.
   *
   * @default - names are those of the template, which must then be the only one
   */
  readonly stack?: string;
  /**
   * Values of parameters and pseudo parameters by name, `AWS::Region`: a text, what is known of one, or a list of texts.
   *
   * @default - none is known
   */
  readonly values?: Readonly<Record<string, string | PartialText | readonly PartialText[]>>;
  /**
   * Outcome of conditions by name.
   *
   * @default - none is known: both sides of `Fn::If` are alternatives
   */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /**
   * The section `Mappings`.
   *
   * @default - `Fn::FindInMap` gives a value that isn't known
   */
  readonly mappings?: unknown;
  /**
   * What `Ref` (no attribute) and `Fn::GetAtt` give for a resource; nothing where that isn't known.
   *
   * @default - nothing is known
   */
  readonly resolve?: (logicalId: string, attribute?: string) => PartialText | undefined;
}

/** Values that are the same in all stacks of an account and region: their names are not told apart by stack. */
const SHARED_PSEUDO_PARAMETERS = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix']);

/** The value of that name where nothing else is known of it. */
export function unknownValue(name: string, { stack }: IntrinsicScope): PartialText {
  return [{ unknown: stack === undefined || SHARED_PSEUDO_PARAMETERS.has(name) ? name : `${name}@${stack}` }];
}
