import type { DeployedTemplate } from '../../src/core/boundary/deployed-template';

/** What an app has many of, with properties that templates usually have. */
const KINDS: readonly ((index: number) => object)[] = [
  (index) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: `queue-${index}`, Tags: [] } }),
  (index) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName: `topic-${index}` } }),
  (index) => ({ Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: `/logs/${index}`, RetentionInDays: 30 } }),
  (index) => ({
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: `table-${index}`,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    },
  }),
  (index) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: `bench-role-${index}`,
      PermissionsBoundary: {
        'Fn::Sub':
          'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/cdk-hnb659fds-workload-boundary-${AWS::AccountId}-${AWS::Region}',
      },
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
                Resource: { 'Fn::GetAtt': [`Resource${index - 1}`, 'Arn'] },
              },
            ],
          },
        },
      ],
    },
  }),
];

/** Stacks of 500 resources, the most that CloudFormation takes, together with as many resources as are asked for. */
export function generatedTemplates(resources: number): DeployedTemplate[] {
  const perStack = 500;
  return Array.from({ length: Math.ceil(resources / perStack) }, (_, stack) => {
    const first = stack * perStack;
    const count = Math.min(perStack, resources - first);
    const entries = Array.from({ length: count }, (__, position) => [
      `Resource${first + position}`,
      KINDS[position % KINDS.length](first + position),
    ]);
    return {
      name: `bench-${stack}`,
      account: '111111111111',
      region: 'us-east-1',
      template: { Resources: Object.fromEntries(entries) },
    };
  });
}
