import { Refusal } from '../codebuild/refusal';
import { ScriptedServer } from '../codebuild/scripted-server';

export interface ScriptedParameter {
  readonly value: string;
  readonly tier: 'Standard' | 'Advanced';
}

/** The account of the caller's credentials: its parameters and bootstrap stacks, over local HTTP. */
export class ScriptedAccount {
  public static async start(): Promise<ScriptedAccount> {
    const account = new ScriptedAccount();
    account.server = await ScriptedServer.listen((operation, input) => account.answer(operation.split('.')[1], input));
    return account;
  }

  public id!: string;
  public readonly parameters = new Map<string, ScriptedParameter>();
  /** Variants of bootstrap stacks, by the name of the stack. */
  public readonly bootstrapVariants = new Map<string, string>();
  /** Templates of bootstrap stacks, by the name of the stack. */
  public readonly bootstrapTemplates = new Map<string, string>();
  /** Calls of an operation are refused. */
  public readonly refusals = new Map<string, Refusal>();
  private server!: ScriptedServer;

  /** An empty account, the one that the made-up files name for the pipelines. */
  public reset(): void {
    this.id = '111100001111';
    this.parameters.clear();
    this.bootstrapVariants.clear();
    this.bootstrapTemplates.clear();
    this.refusals.clear();
    this.server.expect();
  }

  /** Names of the operations that were called. */
  public get calls(): string[] {
    return this.server.calls.map((operation) => operation.split('.')[1]);
  }

  /** What leads the SDK here, and to no configuration of this machine. */
  public get environment(): NodeJS.ProcessEnv {
    return {
      AWS_ENDPOINT_URL: this.server.url,
      AWS_ACCESS_KEY_ID: 'made-up',
      AWS_SECRET_ACCESS_KEY: 'made-up',
      AWS_REGION: 'us-east-2',
      AWS_MAX_ATTEMPTS: '1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_CONFIG_FILE: 'none',
      AWS_SHARED_CREDENTIALS_FILE: 'none',
    };
  }

  public close(): void {
    this.server.close();
  }

  private answer(action: string, input: any): unknown {
    const refusal = this.refusals.get(action);
    if (refusal) throw refusal;
    switch (action) {
      case 'GetCallerIdentity':
        return { Account: this.id };
      case 'GetParameter':
        return { Parameter: { Name: input.Name, Value: this.parameterOf(input.Name).value } };
      case 'DescribeParameters':
        return this.describe(input.ParameterFilters);
      case 'PutParameter':
        return this.put(input);
      case 'DescribeStacks':
        return { Stacks: [this.stackOf(input.StackName)] };
      case 'GetTemplate':
        return { TemplateBody: this.templateOf(input) };
      default:
        throw new Refusal('InvalidAction', action);
    }
  }

  private parameterOf(name: string): ScriptedParameter {
    const parameter = this.parameters.get(name);
    if (!parameter) throw new Refusal('ParameterNotFound', '');
    return parameter;
  }

  private describe([{ Key: key, Option: option, Values: names }]: any[]): unknown {
    if (key !== 'Name' || option !== 'Equals') throw new Refusal('InvalidFilterKey', key);
    return {
      Parameters: names.flatMap((name: string) => {
        const parameter = this.parameters.get(name);
        return parameter ? [{ Name: name, Tier: parameter.tier }] : [];
      }),
    };
  }

  private put({ Name: name, Value: value, Type: type, Tier: tier, Overwrite: overwrite }: any): unknown {
    const present = this.parameters.get(name);
    if (type !== 'String') throw new Refusal('UnsupportedParameterType', type);
    if (present && !overwrite) throw new Refusal('ParameterAlreadyExists', 'The parameter already exists.');
    if (present?.tier === 'Advanced' && tier === 'Standard') {
      throw new Refusal('ValidationException', "You can't downgrade a parameter from the advanced-parameter tier");
    }
    if (tier === 'Standard' && Buffer.byteLength(value) > 4_096) {
      throw new Refusal('ValidationException', 'Standard tier parameters support a maximum value of 4096 characters.');
    }
    this.parameters.set(name, { value, tier });
    return { Version: 1, Tier: tier };
  }

  /** The stage `Processed` has other texts: intrinsics of macros are written out. */
  private templateOf({ StackName: name, TemplateStage: stage }: any): string {
    const template = this.bootstrapTemplates.get(name);
    if (template === undefined || stage !== 'Original') throw new Refusal('ValidationError', `no template of ${name}`);
    return template;
  }

  private stackOf(name: string): unknown {
    const variant = this.bootstrapVariants.get(name);
    if (variant === undefined) throw new Refusal('ValidationError', `Stack with id ${name} does not exist`);
    return {
      StackId: `arn:aws:cloudformation:us-east-2:${this.id}:stack/${name}/0a1b2c3d`,
      StackName: name,
      StackStatus: 'UPDATE_COMPLETE',
      CreationTime: '2026-05-15T12:00:00Z',
      Parameters: [{ ParameterKey: 'BootstrapVariant', ParameterValue: variant }],
    };
  }
}
