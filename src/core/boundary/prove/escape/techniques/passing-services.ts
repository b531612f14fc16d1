/** A service that works with a role that it is passed. */
export interface PassingService {
  /** `iam:PassedToService`. */
  readonly principal: string;
  /** Things of which one call each is enough to have the service do what the attacker says. */
  readonly creates: readonly (readonly string[])[];
}

/**
 * Services that run code or make calls for whoever may pass them a role, and what starts it.
 * Service Authorization Reference: actions with `iam:PassRole` as a dependent action
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export const PASSING_SERVICES: readonly PassingService[] = [
  { principal: 'amplify.amazonaws.com', creates: [['amplify:CreateApp', 'amplify:UpdateApp']] },
  { principal: 'apigateway.amazonaws.com', creates: [['apigateway:POST', 'apigateway:PUT', 'apigateway:PATCH']] },
  { principal: 'appsync.amazonaws.com', creates: [['appsync:CreateDataSource', 'appsync:UpdateDataSource']] },
  { principal: 'tasks.apprunner.amazonaws.com', creates: [['apprunner:CreateService', 'apprunner:UpdateService']] },
  { principal: 'airflow.amazonaws.com', creates: [['airflow:CreateEnvironment', 'airflow:UpdateEnvironment']] },
  { principal: 'autoscaling.amazonaws.com', creates: [['autoscaling:CreateLaunchConfiguration']] },
  { principal: 'batch.amazonaws.com', creates: [['batch:CreateComputeEnvironment', 'batch:UpdateComputeEnvironment']] },
  {
    principal: 'bedrock.amazonaws.com',
    creates: [['bedrock:CreateAgent', 'bedrock:UpdateAgent', 'bedrock:CreateFlow']],
  },
  {
    principal: 'chatbot.amazonaws.com',
    creates: [['chatbot:CreateSlackChannelConfiguration', 'chatbot:UpdateSlackChannelConfiguration']],
  },
  {
    principal: 'cloudformation.amazonaws.com',
    creates: [['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:CreateChangeSet']],
  },
  { principal: 'codebuild.amazonaws.com', creates: [['codebuild:CreateProject', 'codebuild:UpdateProject']] },
  {
    principal: 'codedeploy.amazonaws.com',
    creates: [['codedeploy:CreateDeploymentGroup', 'codedeploy:UpdateDeploymentGroup']],
  },
  {
    principal: 'codepipeline.amazonaws.com',
    creates: [['codepipeline:CreatePipeline', 'codepipeline:UpdatePipeline']],
  },
  { principal: 'cognito-identity.amazonaws.com', creates: [['cognito-identity:SetIdentityPoolRoles']] },
  {
    principal: 'datapipeline.amazonaws.com',
    creates: [['datapipeline:CreatePipeline'], ['datapipeline:PutPipelineDefinition']],
  },
  {
    principal: 'ec2.amazonaws.com',
    creates: [
      [
        'ec2:RunInstances',
        'ec2:RequestSpotInstances',
        'ec2:AssociateIamInstanceProfile',
        'ec2:ReplaceIamInstanceProfileAssociation',
        'ec2:CreateFleet',
      ],
    ],
  },
  {
    principal: 'ecs-tasks.amazonaws.com',
    creates: [['ecs:RegisterTaskDefinition', 'ecs:RunTask', 'ecs:StartTask', 'batch:RegisterJobDefinition']],
  },
  {
    principal: 'elasticbeanstalk.amazonaws.com',
    creates: [['elasticbeanstalk:CreateEnvironment', 'elasticbeanstalk:UpdateEnvironment']],
  },
  { principal: 'elasticmapreduce.amazonaws.com', creates: [['elasticmapreduce:RunJobFlow']] },
  { principal: 'emr-serverless.amazonaws.com', creates: [['emr-serverless:StartJobRun']] },
  { principal: 'events.amazonaws.com', creates: [['events:PutTargets']] },
  {
    principal: 'glue.amazonaws.com',
    creates: [['glue:CreateJob', 'glue:UpdateJob', 'glue:CreateDevEndpoint', 'glue:CreateSession']],
  },
  {
    principal: 'imagebuilder.amazonaws.com',
    creates: [['imagebuilder:CreateImage', 'imagebuilder:CreateInfrastructureConfiguration']],
  },
  { principal: 'iot.amazonaws.com', creates: [['iot:CreateTopicRule', 'iot:ReplaceTopicRule']] },
  {
    principal: 'kinesisanalytics.amazonaws.com',
    creates: [['kinesisanalytics:CreateApplication', 'kinesisanalytics:UpdateApplication']],
  },
  {
    principal: 'lambda.amazonaws.com',
    creates: [['lambda:CreateFunction', 'lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode']],
  },
  { principal: 'pipes.amazonaws.com', creates: [['pipes:CreatePipe', 'pipes:UpdatePipe']] },
  {
    principal: 'sagemaker.amazonaws.com',
    creates: [
      [
        'sagemaker:CreateNotebookInstance',
        'sagemaker:CreateTrainingJob',
        'sagemaker:CreateProcessingJob',
        'sagemaker:CreateDomain',
        'sagemaker:CreateModel',
      ],
    ],
  },
  { principal: 'scheduler.amazonaws.com', creates: [['scheduler:CreateSchedule', 'scheduler:UpdateSchedule']] },
  {
    principal: 'servicecatalog.amazonaws.com',
    creates: [['servicecatalog:CreateConstraint', 'servicecatalog:UpdateConstraint']],
  },
  {
    principal: 'ssm.amazonaws.com',
    creates: [
      [
        'ssm:StartAutomationExecution',
        'ssm:CreateAssociation',
        'ssm:RegisterTaskWithMaintenanceWindow',
        'ssm:CreateActivation',
      ],
    ],
  },
  { principal: 'states.amazonaws.com', creates: [['states:CreateStateMachine', 'states:UpdateStateMachine']] },
  { principal: 'synthetics.amazonaws.com', creates: [['synthetics:CreateCanary', 'synthetics:UpdateCanary']] },
];
