import {
  DescribeParametersCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { ParameterPlan } from '../src/config/parameters/parameter-plan';

/** The account that the caller's credentials belong to. */
export async function callerAccount(region: string | undefined): Promise<string> {
  const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
  return Account!;
}

/** Parameters of the account and region of the caller, or of another region. */
export class ParameterStore {
  private readonly client: SSMClient;

  /** @param region without one, the region of the caller's AWS configuration */
  constructor(region?: string) {
    this.client = new SSMClient({ region });
  }

  /** The value of a parameter; nothing where there is none. */
  async valueOf(name: string): Promise<string | undefined> {
    try {
      const { Parameter } = await this.client.send(new GetParameterCommand({ Name: name }));
      return Parameter?.Value;
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  }

  /** Whether there is an advanced parameter of a name; AWS refuses to make a standard one of it. */
  async isAdvanced(name: string): Promise<boolean> {
    const { Parameters = [] } = await this.client.send(
      new DescribeParametersCommand({ ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [name] }] }),
    );
    return Parameters.some(({ Tier }) => Tier === 'Advanced');
  }

  async store({ name, value, tier }: Pick<ParameterPlan, 'name' | 'value' | 'tier'>): Promise<void> {
    await this.client.send(
      new PutParameterCommand({ Name: name, Value: value, Type: 'String', Tier: tier, Overwrite: true }),
    );
  }
}
