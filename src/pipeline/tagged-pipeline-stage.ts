import { PermissionsBoundary, Stage } from 'aws-cdk-lib';
import type { DeploymentOptions } from './deployment-options';
import type { TaggedPipeline } from './tagged-pipeline';
import type { EnvironmentSettings } from '../config/settings';
import { workloadBoundaryName } from '../core/contracts/bootstrap';

/** Properties of `TaggedPipelineStage`. */
export interface TaggedPipelineStageProps extends DeploymentOptions {
  /** Where the stage deploys to. */
  readonly environment: EnvironmentSettings;
  /** Tags that start the pipeline: a glob pattern as CodePipeline knows it, the same for all stages of a pipeline. */
  readonly tagPattern: string;
}

/** The boundary of each account and region that stacks of a stage go to; the CDK fills the places in. */
const WORKLOAD_BOUNDARY = PermissionsBoundary.fromName(
  workloadBoundaryName({ qualifier: '${Qualifier}', account: '${AWS::AccountId}', region: '${AWS::Region}' }),
);

/**
 * The deployment of a workload to one environment by a `TaggedPipeline`: stacks made in its scope. Their roles carry the
 * workload boundary, unless the environment says otherwise.
 *
 * The names of all its stacks begin with its id, so the id must never change.
 */
export class TaggedPipelineStage extends Stage {
  /** The environment that the stage deploys to. */
  public readonly environment: EnvironmentSettings;

  public constructor(scope: TaggedPipeline, id: string, props: TaggedPipelineStageProps) {
    const { account, region, workloadBoundary = true } = props.environment;
    super(scope, id, {
      env: { account, region },
      permissionsBoundary: workloadBoundary ? WORKLOAD_BOUNDARY : undefined,
    });
    this.environment = props.environment;
    scope._join(this, props);
  }
}
