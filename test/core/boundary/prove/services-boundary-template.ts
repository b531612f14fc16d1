/**
 * A bootstrap template of a common kind: the CDK's roles, and for the execution role a boundary that lists whole services
 * and protects itself, but says nothing of the roles that stacks make.
 */

const ALLOWED_SERVICES = [
  'acm',
  'apigateway',
  'backup',
  'backup-storage',
  'chatbot',
  'cloudformation',
  'cloudfront',
  'cloudwatch',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'es',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'pipes',
  'route53',
  's3',
  'secretsmanager',
  'ses',
  'sns',
  'sqs',
  'ssm',
  'states',
  'wafv2',
];

const NETWORK_ACTIONS = ['Vpc', 'Subnet', 'RouteTable', 'SecurityGroup'].flatMap((thing) => [
  `ec2:Create${thing}`,
  `ec2:Delete${thing}`,
  `ec2:Describe${thing}s`,
]);

const INSTANCE_ACTIONS = [
  'ec2:RunInstances',
  'ec2:StartInstances',
  'ec2:CreateLaunchTemplate',
  'ec2:ModifyInstanceAttribute',
];

const FOREIGN_SERVICES = [
  'organizations',
  'account',
  'aws-portal',
  'budgets',
  'ce',
  'cur',
  'support',
  'aws-marketplace',
];

const own = (resource: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${resource}-\${AWS::AccountId}-\${AWS::Region}`,
});
const EXECUTION_ROLE = own('role/cdk-${Qualifier}-cfn-exec-role');

const roleOf = (name: string, principal: unknown, more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: { 'Fn::Sub': `cdk-\${Qualifier}-${name}-role-\${AWS::AccountId}-\${AWS::Region}` },
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }],
    },
    ...more,
  },
});

export const SERVICES_BOUNDARY_TEMPLATE = {
  Parameters: {
    Qualifier: { Type: 'String', Default: 'hnb659fds' },
    InputPermissionsBoundary: { Type: 'String', Default: '' },
  },
  Conditions: { PermissionsBoundarySet: { 'Fn::Not': [{ 'Fn::Equals': ['', { Ref: 'InputPermissionsBoundary' }] }] } },
  Resources: {
    CloudFormationExecutionRole: roleOf(
      'cfn-exec',
      { Service: 'cloudformation.amazonaws.com' },
      {
        ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess' }],
        PermissionsBoundary: {
          'Fn::If': [
            'PermissionsBoundarySet',
            { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/${InputPermissionsBoundary}' },
            { Ref: 'CloudFormationExecutionBoundaryPolicy' },
          ],
        },
      },
    ),
    DeploymentActionRole: roleOf(
      'deploy',
      { AWS: { Ref: 'AWS::AccountId' } },
      {
        Policies: [
          {
            PolicyName: 'default',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'Refactor',
                  Effect: 'Allow',
                  Action: ['cloudformation:CreateStackRefactor', 'codepipeline:PutJobSuccessResult'],
                  Resource: '*',
                },
              ],
            },
          },
        ],
      },
    ),
    CloudFormationExecutionBoundaryPolicy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: { 'Fn::Sub': 'cdk-${Qualifier}-cfn-exec-boundary-${AWS::AccountId}-${AWS::Region}' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowRequiredServices',
              Effect: 'Allow',
              Action: [
                ...ALLOWED_SERVICES.map((service) => `${service}:*`),
                'sts:AssumeRole',
                'sts:GetCallerIdentity',
                'sts:TagSession',
              ],
              Resource: '*',
            },
            { Sid: 'AllowNetwork', Effect: 'Allow', Action: NETWORK_ACTIONS, Resource: '*' },
            { Sid: 'DenyInstances', Effect: 'Deny', Action: INSTANCE_ACTIONS, Resource: '*' },
            {
              Sid: 'DenyForeignServices',
              Effect: 'Deny',
              Action: FOREIGN_SERVICES.map((service) => `${service}:*`),
              Resource: '*',
            },
            { Sid: 'AllowPassSelf', Effect: 'Allow', Action: 'iam:PassRole', Resource: EXECUTION_ROLE },
            { Sid: 'DenySelfTampering', Effect: 'Deny', NotAction: 'iam:PassRole', Resource: EXECUTION_ROLE },
            {
              Sid: 'DenyBoundaryTampering',
              Effect: 'Deny',
              Action: 'iam:*',
              Resource: [
                own('policy/cdk-${Qualifier}-cfn-exec-boundary'),
                own('policy/cdk-${Qualifier}-permissions-boundary'),
              ],
            },
          ],
        },
      },
    },
  },
};
