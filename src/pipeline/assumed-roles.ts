import { Aws, Stack, Stage } from 'aws-cdk-lib';
import { EnvironmentPlaceholders } from 'aws-cdk-lib/cx-api';
import type { StageDeployment } from 'aws-cdk-lib/pipelines';
import { bootstrapRoleName, DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';

/** A role of a bootstrapped account; account and region are literal, the ARN may hold the partition as a token. */
export interface BootstrappedRole {
  readonly account: string;
  readonly region: string;
  readonly arn: string;
}

interface Place {
  readonly account?: string;
  readonly region?: string;
}

/** Roles with which the stacks of stages are deployed, each once; they read the pipeline's artifacts. */
export function deployRoles(deployments: readonly StageDeployment[], pipelineStack: Stack): BootstrappedRole[] {
  const stacks = deployments.flatMap((deployment) => deployment.stacks);
  return unique(stacks.flatMap((stack) => rolesAt(stack, [stack.assumeRoleArn], pipelineStack)));
}

/** Roles with which a pipeline publishes the assets of stages, and with which its synthesis looks things up. */
export function auxiliaryRoles(
  deployments: readonly StageDeployment[],
  stages: readonly Stage[],
  pipelineStack: Stack,
): string[] {
  const publishing = deployments
    .flatMap(({ stacks }) => stacks)
    .flatMap((stack) => {
      const arns = stack.assets.map(({ assetPublishingRoleArn }) => assetPublishingRoleArn);
      return rolesAt(stack, arns, pipelineStack);
    });
  const lookup = stages
    .flatMap((stage) => stage.synth().stacks)
    .flatMap(({ environment, lookupRole }) => rolesAt(environment, [lookupRole?.arn], pipelineStack));
  return unique([...publishing, ...lookup, ownLookupRole(pipelineStack)]).map(({ arn }) => arn);
}

/** The regions that stacks of stages go to. */
export function regionsOf(stages: readonly Stage[], pipelineStack: Stack): string[] {
  const stacks = stages.flatMap((stage) => stage.synth().stacks);
  return [...new Set(stacks.map(({ environment }) => placeOf(environment, pipelineStack).region))];
}

/** Settings may be looked up where the pipeline is, e.g. parameters of the deploy account. */
function ownLookupRole(stack: Stack): BootstrappedRole {
  const { account, region } = stack;
  const qualifier = stack.synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER;
  const resourceName = bootstrapRoleName('lookup', { qualifier, account, region });
  return { account, region, arn: stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName }) };
}

function rolesAt(place: Place, arns: readonly (string | undefined)[], pipelineStack: Stack): BootstrappedRole[] {
  const { account, region } = placeOf(place, pipelineStack);
  return arns.flatMap((arn) => {
    if (arn === undefined) return [];
    const values = { accountId: account, region, partition: Aws.PARTITION };
    return [{ account, region, arn: EnvironmentPlaceholders.replace(arn, values) }];
  });
}

/** A stack without account or region is deployed where the pipeline is; assemblies write such a place as unknown. */
function placeOf({ account, region }: Place, pipelineStack: Stack): Required<Place> {
  const known = (value: string | undefined) => (value?.startsWith('unknown-') ? undefined : value);
  return { account: known(account) ?? pipelineStack.account, region: known(region) ?? pipelineStack.region };
}

function unique(roles: readonly BootstrappedRole[]): BootstrappedRole[] {
  return [...new Map(roles.map((role) => [role.arn, role])).values()];
}
