import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { BootstrapStep } from '../src/bootstrap/bootstrap-plan';
import { DEFAULT_QUALIFIER } from '../src/core/contracts/bootstrap';

/** Parameter of the bootstrap template that names its variant. */
const VARIANT_PARAMETER = 'BootstrapVariant';

/**
 * Variants of the bootstrap stacks that the accounts of steps have, by `<account>/<region>`. An account that can't be
 * looked into is left out: the CLI then refuses to overwrite what it finds there.
 */
export async function existingVariants(
  steps: readonly BootstrapStep[],
  qualifier = DEFAULT_QUALIFIER,
  profiles: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const stackName = bootstrapStackName(qualifier);
  const found = await Promise.all(
    steps.map(async ({ account, region }): Promise<[string, string][]> => {
      const client = new CloudFormationClient({ region, profile: profiles.get(account) });
      const variant = await variantOf(client, stackName, account);
      return variant === undefined ? [] : [[`${account}/${region}`, variant]];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Name of the stack with which accounts are bootstrapped. */
export function bootstrapStackName(qualifier = DEFAULT_QUALIFIER): string {
  return qualifier === DEFAULT_QUALIFIER ? 'CDKToolkit' : `CDKToolkit-${qualifier}`;
}

/** Nothing where there is no stack, or the credentials are those of another account. */
async function variantOf(
  client: CloudFormationClient,
  stackName: string,
  account: string,
): Promise<string | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const [stack] = Stacks.filter(({ StackId = '' }) => StackId.split(':')[4] === account);
    return stack?.Parameters?.find(({ ParameterKey }) => ParameterKey === VARIANT_PARAMETER)?.ParameterValue;
  } catch (error) {
    if (error instanceof CloudFormationServiceException || isMissingCredentials(error)) return undefined;
    throw error;
  }
}

export function isMissingCredentials(error: unknown): boolean {
  return error instanceof Error && error.name === 'CredentialsProviderError';
}
