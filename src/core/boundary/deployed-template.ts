/** A template of a stack with where it is deployed to. Everything else about it is read from the template. */
export interface DeployedTemplate {
  /** Name of the stack or of the file: what findings call it. */
  readonly name: string;
  /** Account and region, where the assembly tells; a template file by itself doesn't. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  /** ARN of the role that CloudFormation deploys it with, where the assembly tells; it may hold `${AWS::AccountId}` and such. */
  readonly executionRole?: string;
  /** The template as parsed JSON; whatever it is, reading it never throws. */
  readonly template: unknown;
  /** Templates of nested stacks by the logical id of their resource. */
  readonly nested?: Readonly<Record<string, DeployedTemplate>>;
}

/** Something that can't be derived from what was given: what, where, why, and what to do. Never silently passed over. */
export interface TemplateProblem {
  readonly place: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}
