import { App, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { NotificationRule } from 'aws-cdk-lib/aws-codestarnotifications';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CodePipeline, CodePipelineSource, ManualApprovalStep, ShellStep } from 'aws-cdk-lib/pipelines';

const ACCOUNT = '000000000000';
const CONNECTION = `arn:aws:codeconnections:us-east-1:${ACCOUNT}:connection/00000000-0000-4000-8000-000000000000`;

/**
 * Templates of what an account of pipelines holds: a pipeline that deploys to another account, with what it uses and
 * whom it tells; names and accounts are made up.
 */
export function deployAccountTemplates(): unknown[] {
  const app = new App();
  const stack = new Stack(app, 'Pipelines', {
    stackName: 'compact-connect-pipelines',
    env: { account: ACCOUNT, region: 'us-east-1' },
  });
  const key = new Key(stack, 'Key', { alias: 'compact-connect-pipelines' });
  const artifacts = new Bucket(stack, 'Artifacts', {
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
  });
  new LogGroup(stack, 'Log', { encryptionKey: key });
  const alarms = new Topic(stack, 'Alarms', { masterKey: key });
  alarms.addSubscription(new EmailSubscription('operators@example.org'));
  new SlackChannelConfiguration(stack, 'Slack', {
    slackChannelConfigurationName: 'alarms',
    slackChannelId: 'C0000000000',
    slackWorkspaceId: 'T0000000000',
    notificationTopics: [alarms],
  });
  const role = new Role(stack, 'Role', {
    roleName: 'CompactConnect-prod-Backend-CrossAccountRole',
    assumedBy: new ServicePrincipal('codepipeline.amazonaws.com'),
  });
  // The CDK grants the older of the two names of this service.
  role.addToPolicy(new PolicyStatement({ actions: ['codeconnections:UseConnection'], resources: [CONNECTION] }));
  const pipeline = new CodePipeline(stack, 'Pipeline', {
    artifactBucket: artifacts,
    crossAccountKeys: true,
    role,
    synth: new ShellStep('Synth', {
      input: CodePipelineSource.connection('example/compact', 'main', { connectionArn: CONNECTION }),
      commands: ['npm ci', 'npx cdk synth'],
    }),
    synthCodeBuildDefaults: {
      rolePolicy: [
        new PolicyStatement({ actions: ['sts:AssumeRole'], resources: ['arn:*:iam::*:role/cdk-*-lookup-role-*'] }),
        new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'] }),
      ],
    },
    selfMutationCodeBuildDefaults: {
      rolePolicy: [
        new PolicyStatement({
          actions: [
            'cloudformation:DescribeChangeSet',
            'codepipeline:GetPipelineExecution',
            'codepipeline:ListPipelineExecutions',
            'codepipeline:StartPipelineExecution',
            'codepipeline:StopPipelineExecution',
          ],
          resources: ['*'],
        }),
      ],
    },
  });
  const environment = new Stage(app, 'Production', { env: { account: '111111111111', region: 'us-east-1' } });
  new Topic(new Stack(environment, 'Environment'), 'Topic');
  pipeline.addStage(environment, { pre: [new ManualApprovalStep('Approve')] });
  pipeline.buildPipeline();
  new NotificationRule(stack, 'Notifications', {
    source: pipeline.pipeline,
    events: ['codepipeline-pipeline-pipeline-execution-failed'],
    targets: [alarms],
  });
  new Rule(stack, 'Failed', {
    eventPattern: { source: ['aws.codepipeline'] },
    targets: [new SnsTopic(alarms)],
  });
  return app.synth().stacks.map(({ template }) => template);
}
