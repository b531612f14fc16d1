import { RemovalPolicy } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { madeWith } from './made-with';
import { DeploymentResources } from '../../src/platform/deployment-resources';

const NOTIFICATIONS = {
  email: ['operators@example.org', 'oncall@example.org'],
  slack: [{ channelName: 'releases', channelId: 'C01', workspaceId: 'T01' }],
};

test('pipelines and alarms may encrypt what they publish with the shared key, which rotates and stays', () => {
  const template = madeWith((stack) => new DeploymentResources(stack, 'Shared'));

  template.hasResource('AWS::KMS::Key', {
    DeletionPolicy: 'Retain',
    Properties: {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith(
          ['codestar-notifications', 'cloudwatch'].map((service) =>
            Match.objectLike({
              Effect: 'Allow',
              Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
              Principal: { Service: `${service}.amazonaws.com` },
            }),
          ),
        ),
      },
    },
  });
  template.hasResourceProperties('AWS::KMS::Alias', { AliasName: 'alias/Operations-shared-encryption-key' });
});

test('people and channels subscribe to the topic', () => {
  const template = madeWith((stack) => new DeploymentResources(stack, 'Shared', { notifications: NOTIFICATIONS }));

  template.resourceCountIs('AWS::SNS::Subscription', 2);
  for (const Endpoint of NOTIFICATIONS.email) {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
  }
  template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
    ConfigurationName: 'Operations-releases',
    SlackChannelId: 'C01',
    SlackWorkspaceId: 'T01',
    SnsTopicArns: [{ Ref: Match.stringLikeRegexp('^SharedAlarmTopic') }],
  });
});

test('a channel lets people look at logs and metrics and nothing more: each right is also a guardrail', () => {
  const template = madeWith((stack) => new DeploymentResources(stack, 'Shared', { notifications: NOTIFICATIONS }));

  const [{ Properties: role }] = Object.values(template.findResources('AWS::IAM::Role'));
  const [{ Properties: channel }] = Object.values(template.findResources('AWS::Chatbot::SlackChannelConfiguration'));
  const [{ Properties: policy }] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));

  expect(channel.GuardrailPolicies).toEqual(role.ManagedPolicyArns);
  const actions = policy.PolicyDocument.Statement.flatMap((statement: { Action: string[] }) => statement.Action);
  expect(actions.filter((action: string) => !/:(Describe|Get|List|StartQuery|GenerateQuery)/.test(action))).toEqual([]);
});

test('all of it can go with its stack where it is told to', () => {
  const template = madeWith(
    (stack) => new DeploymentResources(stack, 'Shared', { removalPolicy: RemovalPolicy.DESTROY }),
  );

  template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
  template.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
});
