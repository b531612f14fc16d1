/** A policy of AWS, as the reference of managed policies shows it. */
export interface AwsPolicy {
  /** With its path, as in its ARN: `service-role/AWSLambdaBasicExecutionRole`. */
  readonly name: string;
  readonly statements: readonly AwsStatement[];
  /** The version that was read, where the policy changes from time to time. */
  readonly version?: string;
  /** What is different from the policy, and why. */
  readonly difference?: string;
}

/** A statement that allows something. */
export interface AwsStatement {
  /** Actions, separated by white space. */
  readonly allow: string;
  /** ARNs without `arn:aws:`; everything when missing. */
  readonly on?: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
