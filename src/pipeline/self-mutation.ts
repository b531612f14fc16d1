import { join, relative, sep } from 'node:path';
import { AssetStaging, Lazy, Stack, Stage } from 'aws-cdk-lib';
import { BuildSpec, PipelineProject, mergeBuildSpecs } from 'aws-cdk-lib/aws-codebuild';
import { Artifact, GlobalVariables, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { buildEnvironment, INSTALL_CDK_CLI, NODE_BUILD_SPEC } from './build-environment';
import { deploymentOrder } from './deployment-order';
import { SYNTH_ACTION } from './synth-step';
import type { TagSource } from './tag-source';
import { SELF_MUTATION_VARIABLES, SelfMutationSettings } from '../core/contracts/self-mutation';
import { handlerBundles } from '../private/handler-bundles';

const PROGRAM = 'self-mutation';

/** How often a commit may change the pipeline again before its synthesis must be at fault. */
const MAXIMUM_RESTARTS = 3;

/** Stages that CDK Pipelines makes, and the one that this makes between them. */
const BUILD_STAGE = 'Build';
const UPDATE_STAGE = 'UpdatePipeline';

export interface SelfMutationProps {
  readonly pipeline: Pipeline;
  readonly pipelineName: string;
  readonly source: TagSource;
  readonly logGroup: ILogGroup;
  readonly qualifier: string;
}

/**
 * The stage in which a pipeline deploys its own stack. The CDK's own one restarts the pipeline on its branch, and the
 * branch of a tagged pipeline doesn't exist; this one restarts it with the commit of the tag.
 */
export class SelfMutation extends Construct {
  constructor(scope: Construct, id: string, props: SelfMutationProps) {
    super(scope, id);
    const { pipeline, source } = props;
    const project = new PipelineProject(this, 'Project', {
      description: `Updates the pipeline ${props.pipelineName}`,
      environment: buildEnvironment(),
      buildSpec: mergeBuildSpecs(NODE_BUILD_SPEC, this.runProgram()),
      environmentVariables: { [SELF_MUTATION_VARIABLES.settings]: { value: this.settings(props) } },
      logging: { cloudWatch: { logGroup: props.logGroup } },
      grantReportGroupPermissions: false,
    });
    this.statements(props).forEach((statement) => project.addToRolePolicy(statement));
    pipeline.addStage({
      stageName: UPDATE_STAGE,
      placement: { justAfter: pipeline.stage(BUILD_STAGE) },
      actions: [
        new CodeBuildAction({
          actionName: 'SelfMutate',
          project,
          input: cloudAssemblyOf(pipeline),
          environmentVariables: {
            [SELF_MUTATION_VARIABLES.executionId]: { value: GlobalVariables.executionId },
            [SELF_MUTATION_VARIABLES.commitId]: { value: source.commitId },
          },
        }),
      ],
    });
  }

  /** The program travels inside the cloud assembly that it deploys, so that both always fit each other. */
  private runProgram(): BuildSpec {
    const folder = join(__dirname, '..', '..', 'assets', 'codebuild');
    const program = new AssetStaging(this, 'Program', { sourcePath: handlerBundles(PROGRAM, folder) });
    const assembly = (this.node.root as Stage).outdir;
    const path = relative(assembly, program.absoluteStagedPath).split(sep).join('/');
    return BuildSpec.fromObject({
      version: '0.2',
      phases: { install: { commands: [INSTALL_CDK_CLI] }, build: { commands: [`node ${path}/${PROGRAM}.mjs`] } },
    });
  }

  /** Which stacks the pipeline's stack depends on is known only when references between stacks are resolved. */
  private settings({ pipelineName, source }: SelfMutationProps): string {
    const stack = Stack.of(this);
    return Lazy.uncachedString({
      produce: () => {
        const settings: SelfMutationSettings = {
          pipelineName,
          sourceActionName: source.actionName,
          stacks: deploymentOrder(stack),
          maximumRestarts: MAXIMUM_RESTARTS,
        };
        return stack.toJsonString(settings);
      },
    });
  }

  private statements({ pipelineName, qualifier }: SelfMutationProps): PolicyStatement[] {
    const stack = Stack.of(this);
    return [
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: [
          stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: `cdk-${qualifier}-*` }),
        ],
        conditions: {
          'ForAnyValue:StringEquals': {
            'iam:ResourceTag/aws-cdk:bootstrap-role': ['image-publishing', 'file-publishing', 'deploy'],
          },
        },
      }),
      new PolicyStatement({
        actions: [
          'codepipeline:GetPipelineExecution',
          'codepipeline:ListPipelineExecutions',
          'codepipeline:StartPipelineExecution',
          'codepipeline:StopPipelineExecution',
        ],
        resources: [stack.formatArn({ service: 'codepipeline', resource: pipelineName })],
      }),
    ];
  }
}

function cloudAssemblyOf(pipeline: Pipeline): Artifact {
  const synth = pipeline
    .stage(BUILD_STAGE)
    .actions.find(({ actionProperties }) => actionProperties.actionName === SYNTH_ACTION)!;
  return synth.actionProperties.outputs![0];
}
