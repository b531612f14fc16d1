import { AspectPriority, Aspects, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { ExecutionMode, PipelineType } from 'aws-cdk-lib/aws-codepipeline';
import { CodePipeline, IFileSetProducer, StageDeployment, Step } from 'aws-cdk-lib/pipelines';
import type { Construct } from 'constructs';
import { acknowledgeBuilds } from './acknowledge-builds';
import { ArtifactStores } from './artifact-stores';
import { publishAssetsWith } from './asset-projects';
import { auxiliaryRoles, deployRoles, regionsOf } from './assumed-roles';
import { BroadeningApprovals } from './broadening-approvals';
import { buildEnvironment, NODE_BUILD_SPEC } from './build-environment';
import { BuildLog } from './build-log';
import { CDK_ASSETS_VERSION, CDK_CLI_VERSION } from './cli-version';
import type { DeliveryPipelineProps } from './delivery-pipeline-props';
import type { DeploymentOptions } from './deployment-options';
import { notify } from './notify';
import { physicalNames } from './physical-names';
import { recordPlan } from './pipeline-plan';
import { PipelineRole } from './pipeline-role';
import { plannedSteps } from './planned-steps';
import { stepsOf } from './stage-steps';
import { StagedPipeline } from './staged-pipeline';
import { synthStep } from './synth-step';
import type { PlannedPipeline, PlannedStage, PlannedTrigger } from '../core/tagplan/plan';
import { DeploymentResources } from '../platform/deployment-resources';

/** Steps that are no deployment, or the deployment of a stage of the app. */
export type DeliveryPart =
  | { readonly kind: 'wave'; readonly name: string; readonly steps: Step[] }
  | { readonly kind: 'stage'; readonly name: string; readonly stage: Stage; readonly options: DeploymentOptions };

/** In what the kinds of pipelines differ. */
export interface DeliveryKind {
  readonly source: IFileSetProducer;
  readonly executionMode?: ExecutionMode;
  /** Whether CDK Pipelines' own self-mutation is used, which restarts the pipeline on its branch. */
  readonly restartsOnBranch: boolean;
  readonly sharesTagsWith: readonly string[];
  trigger(): PlannedTrigger;
  /** Adds what CDK Pipelines can't, when everything else is there. */
  complete(built: BuiltPipeline): void;
}

export interface BuiltPipeline {
  readonly pipeline: StagedPipeline;
  readonly delivery: CodePipeline;
  readonly log: BuildLog;
}

/** What tagged and branch pipelines have in common; makes its constructs in the scope that it is given. */
export class DeliveryPipeline {
  readonly pipelineName: string;
  readonly role: PipelineRole;
  readonly resources: DeploymentResources;
  private readonly parts: DeliveryPart[] = [];
  private readonly log: BuildLog;
  private readonly stores: ArtifactStores;
  private broadeningApprovals?: BroadeningApprovals;

  constructor(
    private readonly scope: Construct,
    private readonly props: DeliveryPipelineProps,
    private readonly kind: DeliveryKind,
  ) {
    const { pipelineName, roleName } = physicalNames(scope, props);
    this.pipelineName = pipelineName;
    this.resources = props.resources ?? new DeploymentResources(scope, 'Resources');
    this.role = new PipelineRole(scope, 'Role', { roleName, description: `Role of the pipeline ${pipelineName}` });
    const { encryptionKey, accessLogsBucket } = this.resources;
    this.log = new BuildLog(scope, 'Log', { pipelineName, encryptionKey });
    this.log.grantWrite(this.role);
    const removalPolicy = props.artifactRemovalPolicy ?? RemovalPolicy.RETAIN;
    this.stores = new ArtifactStores(scope, { pipelineName, encryptionKey, accessLogsBucket, removalPolicy });
    // Stages are complete only when the app is synthesized, which is when CDK Pipelines builds its pipelines too.
    let isBuilt = false;
    const visit = () => {
      if (!isBuilt) this.build();
      isBuilt = true;
    };
    Aspects.of(scope).add({ visit }, { priority: AspectPriority.MUTATING });
  }

  add(part: DeliveryPart): void {
    this.parts.push(part);
  }

  get plan(): PlannedPipeline {
    return {
      name: this.pipelineName,
      trigger: this.kind.trigger(),
      stages: this.parts.map(plannedStage),
      sharesTagsWith: this.kind.sharesTagsWith,
    };
  }

  private get stages(): Stage[] {
    return this.parts.flatMap((part) => (part.kind === 'stage' ? [part.stage] : []));
  }

  private build(): void {
    const { scope, role } = this;
    const stack = Stack.of(scope);
    const plan = this.plan;
    this.stores.addRegions(regionsOf(this.stages, stack));
    const pipeline = this.makePipeline();
    const delivery = this.makeDelivery(pipeline);
    const deployments = this.parts.flatMap((part) => this.addPart(delivery, part));
    delivery.buildPipeline();
    publishAssetsWith(role, delivery);
    this.stores.letRead(deployRoles(deployments, stack));
    this.stores.letUseKeys(role);
    role.letAssume(auxiliaryRoles(deployments, this.stages, stack));
    this.kind.complete({ pipeline, delivery, log: this.log });
    notify(pipeline, this.resources.alarmTopic);
    recordPlan(scope, plan);
    acknowledgeBuilds(scope);
  }

  private get isRestarted(): boolean {
    return (this.props.selfMutation ?? true) && this.kind.restartsOnBranch;
  }

  private makePipeline(): StagedPipeline {
    return new StagedPipeline(this.scope, 'Pipeline', {
      pipelineName: this.pipelineName,
      pipelineType: PipelineType.V2,
      executionMode: this.kind.executionMode,
      role: this.role,
      usePipelineRoleForActions: true,
      ...this.stores.buckets,
      restartExecutionOnUpdate: this.isRestarted,
      rolledBackStages: this.parts.flatMap((part) =>
        part.kind === 'stage' && part.options.rollbackOnFailure ? [part.stage.stageName] : [],
      ),
    });
  }

  private makeDelivery(codePipeline: StagedPipeline): CodePipeline {
    const { scope, role, kind, props, log: logGroup } = this;
    return new CodePipeline(scope, 'Delivery', {
      codePipeline,
      synth: synthStep(Stack.of(scope), role, kind.source, props),
      usePipelineRoleForActions: true,
      selfMutation: this.isRestarted,
      cliVersion: CDK_CLI_VERSION,
      cdkAssetsCliVersion: CDK_ASSETS_VERSION,
      publishAssetsInParallel: false,
      codeBuildDefaults: {
        buildEnvironment: buildEnvironment(),
        partialBuildSpec: NODE_BUILD_SPEC,
        logging: { cloudWatch: { logGroup } },
      },
    });
  }

  private addPart(delivery: CodePipeline, part: DeliveryPart): StageDeployment[] {
    if (part.kind === 'wave') {
      delivery.addWave(part.name, { post: part.steps });
      return [];
    }
    const { name, stage, options } = part;
    return [
      delivery.addStage(
        stage,
        stepsOf(name, options, () => this.broadening.before(stage.node.path)),
      ),
    ];
  }

  private get broadening(): BroadeningApprovals {
    const { pipelineName, role, log: logGroup } = this;
    this.broadeningApprovals ??= new BroadeningApprovals(this.scope, 'Broadening', { pipelineName, role, logGroup });
    return this.broadeningApprovals;
  }
}

function plannedStage(part: DeliveryPart): PlannedStage {
  const { name } = part;
  if (part.kind === 'wave') {
    return { name, approvals: [], gates: part.steps.map(({ id }) => id), smoke: [], rollback: false };
  }
  const { account, region } = part.stage;
  return { name, account, region, ...plannedSteps(part.options) };
}
