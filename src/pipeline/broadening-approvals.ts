import { Stack } from 'aws-cdk-lib';
import { BuildSpec, mergeBuildSpecs, PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import type { IStage } from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildAction, ManualApprovalAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CodePipelineActionFactoryResult,
  ICodePipelineActionFactory,
  ProduceActionOptions,
  Step,
} from 'aws-cdk-lib/pipelines';
import { Construct } from 'constructs';
import { buildEnvironment, INSTALL_CDK_CLI, NODE_BUILD_SPEC } from './build-environment';

/** Name of the approvals, in every stage the same. */
const ACTION_NAME = 'ApproveBroaderPermissions';

export interface BroadeningApprovalsProps {
  readonly pipelineName: string;
  /** The role that may look into the environments: bootstrapped accounts trust no other. */
  readonly role: IRole;
  readonly logGroup: ILogGroup;
}

/**
 * Approvals that are needed only if a deployment broadens permissions. Each is open from the beginning, and a comparison
 * with what is deployed gives it when it finds nothing; a comparison that fails leaves it to a person.
 *
 * CDK's own step for this can't be used: it installs whatever CLI is the newest, and its role is not the one that
 * bootstrapped accounts trust.
 */
export class BroadeningApprovals extends Construct {
  private readonly project: PipelineProject;

  constructor(scope: Construct, id: string, { pipelineName, role, logGroup }: BroadeningApprovalsProps) {
    super(scope, id);
    this.project = new PipelineProject(this, 'Comparison', {
      description: `Looks for broader permissions in deployments of ${pipelineName}`,
      role,
      environment: buildEnvironment(),
      buildSpec: mergeBuildSpecs(NODE_BUILD_SPEC, comparison(pipelineName)),
      logging: { cloudWatch: { logGroup } },
      grantReportGroupPermissions: false,
    });
    const arn = (resourceName?: string) =>
      Stack.of(this).formatArn({ service: 'codepipeline', resource: pipelineName, resourceName });
    const right = (action: string, resource: string) =>
      new PolicyStatement({ actions: [`codepipeline:${action}`], resources: [resource] });
    role.addToPrincipalPolicy(right('GetPipelineState', arn()));
    role.addToPrincipalPolicy(right('PutApprovalResult', arn(`*/${ACTION_NAME}`)));
  }

  /** The approval of a stage, by the path of the stage in the app. */
  before(stagePath: string): Step {
    return new ApproveBroadening(stagePath, this.project);
  }
}

class ApproveBroadening extends Step implements ICodePipelineActionFactory {
  constructor(
    private readonly stagePath: string,
    private readonly project: PipelineProject,
  ) {
    super(ACTION_NAME);
  }

  produceAction(stage: IStage, options: ProduceActionOptions): CodePipelineActionFactoryResult {
    const { actionName, runOrder, artifacts, pipeline } = options;
    const comparisonName = `${actionName}.Comparison`;
    stage.addAction(
      new CodeBuildAction({
        actionName: comparisonName,
        project: this.project,
        input: artifacts.toCodePipeline(pipeline.cloudAssemblyFileSet),
        environmentVariables: {
          STAGE_PATH: { value: this.stagePath },
          STAGE_NAME: { value: stage.stageName },
          ACTION_NAME: { value: actionName },
        },
        runOrder,
      }),
    );
    stage.addAction(
      new ManualApprovalAction({
        actionName,
        runOrder,
        additionalInformation: `Does this deployment broaden permissions? The log of ${comparisonName} shows it; if it finds nothing, it approves by itself.`,
      }),
    );
    return { runOrdersConsumed: 1 };
  }
}

function comparison(pipelineName: string): BuildSpec {
  const compare =
    'cdk diff "$STAGE_PATH/**" --app . --security-only --fail-on broadening --method template --no-notices';
  const action = "stageStates[?stageName=='$STAGE_NAME'].actionStates[] | [?actionName=='$ACTION_NAME']";
  const token = `aws codepipeline get-pipeline-state --name ${pipelineName} --query "${action}.latestExecution.token | [0]" --output text`;
  const approve = `aws codepipeline put-approval-result --pipeline-name ${pipelineName} --stage-name "$STAGE_NAME" --action-name "$ACTION_NAME" --token "$TOKEN" --result "summary=No permissions are broadened,status=Approved"`;
  return BuildSpec.fromObject({
    version: '0.2',
    phases: {
      install: { commands: [INSTALL_CDK_CLI] },
      build: { commands: [`if ${compare}; then TOKEN=$(${token}) && ${approve}; fi`] },
    },
  });
}
