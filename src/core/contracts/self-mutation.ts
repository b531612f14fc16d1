/**
 * What a pipeline hands to the program that updates the pipeline itself. The construct writes the variables of the
 * CodeBuild project and of the action; the program, `codebuild/entry/self-mutation.ts`, reads them.
 */
export const SELF_MUTATION_VARIABLES = {
  /** `SelfMutationSettings` as JSON; the same for every execution. */
  settings: 'SELF_MUTATION_SETTINGS',
  /** Id of the running execution (CodePipeline variable `#{codepipeline.PipelineExecutionId}`). */
  executionId: 'PIPELINE_EXECUTION_ID',
  /** Commit that the execution deploys (variable `CommitId` of the source action). */
  commitId: 'SOURCE_COMMIT_ID',
} as const;

/** A stack to deploy before the pipeline goes on. */
export interface SelfMutationStack {
  /** Id by which the CDK CLI selects it in the cloud assembly: its construct path. */
  readonly selector: string;
  /** Physical name. */
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  /** Role that the CLI and the program assume for CloudFormation: the bootstrap deploy role of the account. */
  readonly deployRoleArn: string;
}

export interface SelfMutationSettings {
  readonly pipelineName: string;
  /** Name of the source action, which a restart is told the commit for. */
  readonly sourceActionName: string;
  /** What the pipeline's stack depends on, in the order of deployment, and the pipeline's stack as the last. */
  readonly stacks: readonly SelfMutationStack[];
  /** How often one commit may restart the pipeline before the program gives up. */
  readonly maximumRestarts: number;
}
