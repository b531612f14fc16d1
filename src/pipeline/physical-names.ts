import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeliveryPipelineProps } from './delivery-pipeline-props';
import { PIPELINE_NAME, ROLE_NAME } from '../config/rules/platform/pipeline-names';

export interface PhysicalNames {
  readonly pipelineName: string;
  readonly roleName: string;
}

/** Names of a pipeline and its role, and whether the stack says where they are; all mistakes in one error. */
export function physicalNames(scope: Construct, props: DeliveryPipelineProps): PhysicalNames {
  const { stackName, account, region } = Stack.of(scope);
  const pipelineName = props.pipelineName ?? `${stackName}-${scope.node.id}`;
  const roleName = props.roleName ?? `${pipelineName}-pipeline`;
  const mistakes = [
    ...problemWith('pipelineName', pipelineName, PIPELINE_NAME),
    ...problemWith('roleName', roleName, ROLE_NAME),
    ...(Token.isUnresolved(account) || Token.isUnresolved(region)
      ? [`the stack ${stackName} has no account and region: pass env: { account, region } to it`]
      : []),
  ];
  if (mistakes.length > 0) throw new Error(`the pipeline ${scope.node.path} can not be made: ${mistakes.join('; ')}`);
  return { pipelineName, roleName };
}

function problemWith(
  property: keyof PhysicalNames,
  name: string,
  { allowed, longest, characters, source }: typeof PIPELINE_NAME,
): string[] {
  if (allowed.test(name)) return [];
  return [`${property} ${name} is not 1 to ${longest} ${characters} (${source}): choose another one`];
}
