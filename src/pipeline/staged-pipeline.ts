import { IStage, Pipeline, PipelineProps, Result, StageOptions } from 'aws-cdk-lib/aws-codepipeline';
import type { Construct } from 'constructs';

export interface StagedPipelineProps extends PipelineProps {
  /** Names of stages that go back to their last success when they fail. */
  readonly rolledBackStages: readonly string[];
}

/** A pipeline that knows conditions of stages which CDK Pipelines adds, and for which it has no option. */
export class StagedPipeline extends Pipeline {
  private readonly rolledBackStages: readonly string[];

  constructor(scope: Construct, id: string, { rolledBackStages, ...props }: StagedPipelineProps) {
    super(scope, id, props);
    this.rolledBackStages = rolledBackStages;
  }

  override addStage(props: StageOptions): IStage {
    return super.addStage(
      this.isRolledBack(props.stageName) ? { onFailure: { result: Result.ROLLBACK }, ...props } : props,
    );
  }

  /** CDK Pipelines cuts a stage of more than 50 actions into several, and numbers them. */
  private isRolledBack(stageName: string): boolean {
    return this.rolledBackStages.includes(stageName.replace(/\.\d+$/, ''));
  }
}
