import { Stack } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BuiltPipeline, DeliveryPipeline } from './delivery-pipeline';
import type { DeliveryPipelineProps } from './delivery-pipeline-props';
import { SelfMutation } from './self-mutation';
import { TagSource } from './tag-source';
import type { TaggedPipelineStage, TaggedPipelineStageProps } from './tagged-pipeline-stage';
import type { SourceSettings } from '../config/platform-settings';
import { DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';
import { conflicts } from '../core/tagplan/plan';
import { parseTagPattern } from '../core/tagplan/tag-pattern';
import type { DeploymentResources } from '../platform/deployment-resources';

/** Properties of `TaggedPipeline`. */
export interface TaggedPipelineProps extends DeliveryPipelineProps {
  /** Where the source comes from. */
  readonly source: SourceSettings;
  /**
   * Physical names of other pipelines that the same tag may start. Without it, patterns that one tag can match are an
   * error of the synthesis.
   *
   * @default - none
   */
  readonly sharesTagsWith?: string[];
}

/**
 * A pipeline that only a Git tag starts, and that deploys exactly what the tag names. Its stages are the
 * `TaggedPipelineStage`s made in its scope, in that order.
 */
export class TaggedPipeline extends Construct {
  /** Physical name of the pipeline. */
  public readonly pipelineName: string;
  /** The role that bootstrapped accounts trust. */
  public readonly role: IRole;
  /** Key, alarm topic and access logs of the pipeline. */
  public readonly resources: DeploymentResources;

  private readonly delivery: DeliveryPipeline;
  private readonly source: TagSource;
  private firstStage?: { readonly stage: TaggedPipelineStage; readonly tagPattern: string };

  public constructor(scope: Construct, id: string, props: TaggedPipelineProps) {
    super(scope, id);
    this.source = new TagSource(props.source);
    this.delivery = new DeliveryPipeline(this, props, {
      source: this.source,
      restartsOnBranch: false,
      sharesTagsWith: props.sharesTagsWith ?? [],
      trigger: () => ({ kind: 'tags', repository: props.source.repository, patterns: [this.tagPattern] }),
      complete: (built) => this.complete(built, props.selfMutation ?? true),
    });
    this.pipelineName = this.delivery.pipelineName;
    this.role = this.delivery.role;
    this.resources = this.delivery.resources;
    this.node.addValidation({ validate: () => this.conflictsOfApp() });
  }

  /** The pattern of tags that start the pipeline: that of its stages. */
  public get tagPattern(): string {
    if (!this.firstStage) {
      throw new Error(
        `the pipeline ${this.node.path} has no stage: make a TaggedPipelineStage with the pipeline as its scope`,
      );
    }
    return this.firstStage.tagPattern;
  }

  /**
   * Takes a stage in.
   *
   * @internal
   */
  public _join(stage: TaggedPipelineStage, { tagPattern, environment, ...options }: TaggedPipelineStageProps): void {
    const parsed = parseTagPattern(tagPattern);
    if (!parsed.ok) throw new Error(`the stage ${stage.node.path} can not be started: ${parsed.error}`);
    this.firstStage ??= { stage, tagPattern };
    if (this.firstStage.tagPattern !== tagPattern) {
      throw new Error(
        `the stages of the pipeline ${this.node.path} must have one tag pattern: ${this.firstStage.stage.node.id} has ${this.firstStage.tagPattern}, ${stage.node.id} has ${tagPattern}; make them equal, or put the stages into two pipelines`,
      );
    }
    this.delivery.add({ kind: 'stage', name: environment.name, stage, options });
  }

  private complete({ pipeline, log }: BuiltPipeline, selfMutation: boolean): void {
    this.source.trigger(pipeline, this.tagPattern);
    if (!selfMutation) return;
    new SelfMutation(this, 'SelfMutation', {
      pipeline,
      pipelineName: this.pipelineName,
      source: this.source,
      logGroup: log,
      qualifier: Stack.of(this).synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER,
    });
  }

  /** Conflicts concern all pipelines of the app; the first one tells of them, so that each is told once. */
  private conflictsOfApp(): string[] {
    const pipelines = this.node.root.node.findAll().filter((node) => node instanceof TaggedPipeline);
    return pipelines[0] === this ? conflicts(pipelines.map(({ delivery }) => delivery.plan)) : [];
  }
}
