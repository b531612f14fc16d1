import { posix } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { CodeBuildStep, IFileSetProducer } from 'aws-cdk-lib/pipelines';
import { buildEnvironment, INSTALL_CDK_CLI } from './build-environment';
import type { DeliveryPipelineProps } from './delivery-pipeline-props';

/** Name of the action that synthesizes. */
export const SYNTH_ACTION = 'Synth';

/** The build that makes the cloud assembly. CodeBuild runs all commands in one shell, so a change of folder lasts. */
export function synthStep(stack: Stack, role: IRole, input: IFileSetProducer, props: DeliveryPipelineProps) {
  const { directory = '.', installCommands, commands, outputDirectory = 'cdk.out' } = props.synth ?? {};
  return new CodeBuildStep(SYNTH_ACTION, {
    input,
    role,
    buildEnvironment: buildEnvironment(props.dockerEnabledForSynth),
    env: { CDK_DEFAULT_ACCOUNT: stack.account, CDK_DEFAULT_REGION: stack.region, ...props.synthEnvironment },
    installCommands: [INSTALL_CDK_CLI, ...enter(directory), ...(installCommands ?? ['npm ci'])],
    commands: commands ?? ['cdk synth'],
    primaryOutputDirectory: posix.join(directory, outputDirectory),
  });
}

function enter(directory: string): string[] {
  return posix.normalize(directory) === '.' ? [] : [`cd '${directory}'`];
}
