import type { Stage } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-codecommit';
import { ExecutionMode } from 'aws-cdk-lib/aws-codepipeline';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Step } from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { acknowledgeSelfMutation } from './acknowledge-builds';
import { branchSource } from './branch-source';
import { DeliveryPipeline } from './delivery-pipeline';
import type { DeliveryPipelineProps } from './delivery-pipeline-props';
import type { DeploymentOptions } from './deployment-options';
import type { SourceSettings } from '../config/platform-settings';
import type { DeploymentResources } from '../platform/deployment-resources';

/** Properties of `BranchPipeline`. */
export interface BranchPipelineProps extends DeliveryPipelineProps {
  /** The branch whose pushes start the pipeline. */
  readonly branch: string;
  /**
   * Repository behind a connection.
   *
   * @default - none: `codeCommitRepository` is given
   */
  readonly source?: SourceSettings;
  /**
   * Repository of CodeCommit.
   *
   * @default - none: `source` is given
   */
  readonly codeCommitRepository?: IRepository;
  /**
   * Whether builds get a clone with the history and symbolic links of the repository, rather than an archive of its files.
   *
   * @default true
   */
  readonly fullClone?: boolean;
  /**
   * Steps that must all succeed before anything is deployed; they run at the same time.
   *
   * @default - none
   */
  readonly qualityGate?: Step[];
}

/**
 * A pipeline that every push to a branch starts, one execution after the other. Its stages and waves run in the order in
 * which they are added, all after the quality gate.
 */
export class BranchPipeline extends Construct {
  /** Physical name of the pipeline. */
  public readonly pipelineName: string;
  /** The role that bootstrapped accounts trust. */
  public readonly role: IRole;
  /** Key, alarm topic and access logs of the pipeline. */
  public readonly resources: DeploymentResources;

  private readonly delivery: DeliveryPipeline;

  public constructor(scope: Construct, id: string, props: BranchPipelineProps) {
    super(scope, id);
    const { branch, qualityGate = [] } = props;
    const source = branchSource(this, props);
    this.delivery = new DeliveryPipeline(this, props, {
      source: source.step,
      executionMode: ExecutionMode.QUEUED,
      restartsOnBranch: true,
      sharesTagsWith: [],
      trigger: () => ({ kind: 'branch', repository: source.repository, branch }),
      complete: ({ pipeline, delivery }) => {
        source.complete(pipeline);
        if (delivery.selfMutationEnabled) acknowledgeSelfMutation(delivery);
      },
    });
    this.pipelineName = this.delivery.pipelineName;
    this.role = this.delivery.role;
    this.resources = this.delivery.resources;
    if (qualityGate.length > 0) this.addWave('QualityGate', qualityGate);
  }

  /**
   * Adds the deployment of a stage of the app.
   *
   * @param stage stacks that are deployed together, with the id that the pipeline's stage gets
   * @param options what happens before and after
   */
  public addStage(stage: Stage, options: DeploymentOptions = {}): void {
    this.delivery.add({ kind: 'stage', name: stage.stageName, stage, options });
  }

  /**
   * Adds steps that are no deployment and run at the same time.
   *
   * @param name name of the stage that the pipeline gets
   * @param steps at least one
   */
  public addWave(name: string, steps: Step[]): void {
    if (steps.length === 0) {
      throw new Error(`the wave ${name} of the pipeline ${this.node.path} has no steps: add some, or leave it out`);
    }
    this.delivery.add({ kind: 'wave', name, steps });
  }
}
