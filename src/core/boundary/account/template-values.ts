/** What the intrinsic functions of a bootstrap template refer to. */
export interface TemplateValues {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Name of the stack. */
  readonly stackName: string;
  /** Values of parameters, instead of their defaults. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** ARN of the bootstrap stack: its id is an example. */
export function stackArn({ partition, region, account, stackName }: TemplateValues): string {
  return `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/00000000-0000-0000-0000-000000000000`;
}

/** AWS's pseudo parameters, but for `AWS::NoValue`. */
export function pseudoParameters(values: TemplateValues): Fields {
  return {
    'AWS::AccountId': values.account,
    'AWS::Partition': values.partition,
    'AWS::Region': values.region,
    'AWS::StackId': stackArn(values),
    'AWS::StackName': values.stackName,
    'AWS::URLSuffix': values.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
  };
}
