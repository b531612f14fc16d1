import { BOOTSTRAP_QUALIFIER_CONTEXT, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TaggedPipeline } from './tagged-pipeline';
import { TaggedPipelineStage } from './tagged-pipeline-stage';
import type { IWorkload } from './workload';
import { pipelineNameOf, roleNameOf } from '../config/pipeline-names';
import type {
  DeployAccountSettings,
  PipelineSettings,
  PipelineStageSettings,
  PlatformSettings,
  SourceSettings,
} from '../config/platform-settings';
import { useOneOf } from '../config/problem';
import type { EnvironmentSettings } from '../config/settings';
import { DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';
import { DeploymentResources } from '../platform/deployment-resources';
import { StandardTags } from '../platform/standard-tags';
import { applyWorkloadBoundary } from '../private/workload-boundary';

/** Properties of `PlatformPipelines`. */
export interface PlatformPipelinesProps {
  /** The installation. */
  readonly settings: PlatformSettings;
  /** What is deployed to each environment. */
  readonly workload: IWorkload;
  /**
   * Environment variables of the synthesis, in all pipelines.
   *
   * @default - none
   */
  readonly synthEnvironment?: { [name: string]: string };
  /**
   * Whether the synthesis runs Docker. Its builds are privileged then.
   *
   * @default false
   */
  readonly dockerEnabledForSynth?: boolean;
}

interface Home {
  readonly deployAccount: DeployAccountSettings;
  readonly source: SourceSettings;
}

/**
 * All pipelines of an installation: a stack per pipeline, so that one that updates itself can't disturb another, and a
 * stack of what they share. Nothing is looked up, and no environment has to be there yet.
 */
export class PlatformPipelines extends Construct {
  /** Key, alarm topic and access logs of all pipelines. */
  public readonly resources: DeploymentResources;
  /** The pipelines in the order of the settings. */
  public readonly pipelines: TaggedPipeline[];

  private readonly settings: PlatformSettings;
  private readonly home: Home;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: PlatformPipelinesProps,
  ) {
    super(scope, id);
    this.settings = props.settings;
    this.home = homeOf(props.settings);
    if (this.settings.bootstrapQualifier) {
      this.node.setContext(BOOTSTRAP_QUALIFIER_CONTEXT, this.settings.bootstrapQualifier);
    }
    const stack = this.stackOf('deployment-resources', 'deploy', 'What all pipelines share');
    this.resources = new DeploymentResources(stack, 'Shared', { notifications: this.home.deployAccount.notifications });
    this.pipelines = (this.settings.pipelines ?? []).map((pipeline) => this.addPipeline(pipeline));
  }

  private addPipeline(pipeline: PipelineSettings): TaggedPipeline {
    const { applicationName, synth } = this.settings;
    const { synthEnvironment, dockerEnabledForSynth } = this.props;
    const stack = this.stackOf(`${pipeline.name}-pipeline`, 'pipeline', `The pipeline ${pipeline.name}`);
    const tagged = new TaggedPipeline(stack, pascalCase(pipeline.name), {
      source: this.home.source,
      resources: this.resources,
      pipelineName: pipelineNameOf(applicationName, pipeline),
      roleName: roleNameOf(applicationName, pipeline),
      sharesTagsWith: pipeline.sharesTagsWith?.map((name) => this.physicalNameOf(name)),
      synth,
      synthEnvironment,
      dockerEnabledForSynth,
    });
    for (const stage of pipeline.stages) this.addStage(tagged, pipeline, stage);
    return tagged;
  }

  private addStage(pipeline: TaggedPipeline, { tagPattern }: PipelineSettings, settings: PipelineStageSettings): void {
    const { environment: name, ...options } = settings;
    const environment = this.environment(name);
    // All names of the environment's stacks begin with this id: it must never change.
    const stage = new TaggedPipelineStage(pipeline, pascalCase(name), { tagPattern, environment, ...options });
    this.tag(stage, name);
    this.props.workload.deployTo(stage, environment);
  }

  private stackOf(name: string, environmentTag: string, description: string): Stack {
    const { account, region } = this.home.deployAccount;
    const { applicationName, bootstrapQualifier: qualifier = DEFAULT_QUALIFIER } = this.settings;
    const stackName = `${applicationName}-${name}`;
    const stack = new Stack(this, pascalCase(name), { stackName, description, env: { account, region } });
    // The deploy account is bootstrapped with boundaries as well, and its execution role makes no role without one.
    applyWorkloadBoundary(stack, { qualifier, account, region });
    this.tag(stack, environmentTag);
    return stack;
  }

  private tag(scope: Construct, environment: string): void {
    const { project, service } = this.settings;
    StandardTags.apply(scope, { project, service, environment });
  }

  private environment(name: string): EnvironmentSettings {
    const { environments } = this.settings;
    const found = environments.find((environment) => environment.name === name);
    if (found) return found;
    const names = environments.map((environment) => environment.name);
    throw new Error(`the platform has no environment ${name}: ${useOneOf(names, name)}`);
  }

  /** Settings name pipelines by their short names. */
  private physicalNameOf(shortName: string): string {
    const { applicationName, pipelines = [] } = this.settings;
    const pipeline = pipelines.find(({ name }) => name === shortName);
    return pipeline ? pipelineNameOf(applicationName, pipeline) : shortName;
  }
}

function homeOf({ applicationName, deployAccount, source }: PlatformSettings): Home {
  if (deployAccount && source) return { deployAccount, source };
  const missing = [...(deployAccount ? [] : ['deployAccount']), ...(source ? [] : ['source'])];
  throw new Error(
    `the settings of ${applicationName} have pipelines, but lack ${missing.join(' and ')}: add it, or deploy without pipelines`,
  );
}

function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
