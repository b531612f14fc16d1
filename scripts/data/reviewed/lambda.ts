import { Reviews, set } from '../review';
import { actionsPage } from './pages';

const SERVICE = 'lambda.amazonaws.com';

export const LAMBDA: Reviews = {
  'AWS::Lambda::Alias': {
    // CodeDeploy shifts traffic where the resource has an update policy, which isn't a property.
    always: `codedeploy:* lambda:CreateAlias lambda:DeleteAlias lambda:GetAlias lambda:GetProvisionedConcurrencyConfig
      lambda:ListAliases lambda:UpdateAlias`,
    when: [
      {
        when: set('ProvisionedConcurrencyConfig'),
        actions: 'lambda:DeleteProvisionedConcurrencyConfig lambda:PutProvisionedConcurrencyConfig',
      },
    ],
  },
  'AWS::Lambda::EventInvokeConfig': {
    always: `lambda:DeleteFunctionEventInvokeConfig lambda:GetFunctionEventInvokeConfig
      lambda:ListFunctionEventInvokeConfigs lambda:PutFunctionEventInvokeConfig lambda:UpdateFunctionEventInvokeConfig`,
  },
  'AWS::Lambda::EventSourceMapping': {
    always: `lambda:CreateEventSourceMapping lambda:DeleteEventSourceMapping lambda:GetEventSourceMapping
      lambda:ListEventSourceMappings lambda:UpdateEventSourceMapping`,
    when: [{ when: set('KmsKeyArn'), actions: 'kms:Decrypt kms:DescribeKey kms:GenerateDataKey' }],
    adds: [
      {
        actions: { cut: 'lambda:TagResource', ut: 'lambda:UntagResource', rut: 'lambda:ListTags' },
        source: actionsPage('awslambda'),
      },
    ],
  },
  'AWS::Lambda::Function': {
    always: `lambda:CreateFunction lambda:DeleteFunction lambda:GetFunction lambda:GetFunctionCodeSigningConfig
      lambda:GetFunctionRecursionConfig lambda:GetRuntimeManagementConfig lambda:ListFunctions lambda:ListTags
      lambda:TagResource lambda:UntagResource lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration`,
    when: [
      { when: set('Code.S3Bucket'), actions: 's3:GetObject s3:GetObjectVersion' },
      {
        when: set('CodeSigningConfigArn'),
        actions: `lambda:DeleteFunctionCodeSigningConfig lambda:GetCodeSigningConfig
          lambda:PutFunctionCodeSigningConfig`,
      },
      { when: set('FileSystemConfigs'), actions: 'elasticfilesystem:DescribeMountTargets' },
      {
        when: set('KmsKeyArn', 'Code.SourceKMSKeyArn'),
        actions: 'kms:CreateGrant kms:Decrypt kms:Encrypt kms:GenerateDataKey',
      },
      { when: set('Layers'), actions: 'lambda:GetLayerVersion' },
      { when: set('RecursiveLoop'), actions: 'lambda:PutFunctionRecursionConfig' },
      {
        when: set('ReservedConcurrentExecutions'),
        actions: 'lambda:DeleteFunctionConcurrency lambda:PutFunctionConcurrency',
      },
      { when: set('RuntimeManagementConfig'), actions: 'lambda:PutRuntimeManagementConfig' },
      {
        when: set('VpcConfig'),
        actions: `ec2:DescribeNetworkInterfaces ec2:DescribeSecurityGroups ec2:DescribeSubnets
          ec2:DescribeVpcs`,
      },
    ],
    adds: [
      {
        when: set('Code.ImageUri'),
        actions: {
          cu: `ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:GetRepositoryPolicy ecr:SetRepositoryPolicy`,
        },
        source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
      },
    ],
    passedRoles: [{ property: 'Role', service: SERVICE }],
  },
  'AWS::Lambda::LayerVersion': {
    always: `lambda:DeleteLayerVersion lambda:GetLayerVersion lambda:ListLayerVersions lambda:PublishLayerVersion
      s3:GetObject s3:GetObjectVersion`,
  },
  'AWS::Lambda::Permission': { always: 'lambda:AddPermission lambda:GetPolicy lambda:RemovePermission' },
  'AWS::Lambda::Url': {
    always: `lambda:CreateFunctionUrlConfig lambda:DeleteFunctionUrlConfig lambda:GetFunctionUrlConfig
      lambda:ListFunctionUrlConfigs lambda:UpdateFunctionUrlConfig`,
  },
  'AWS::Lambda::Version': {
    always: `lambda:DeleteFunction lambda:GetFunctionConfiguration lambda:GetProvisionedConcurrencyConfig
      lambda:GetRuntimeManagementConfig lambda:ListVersionsByFunction lambda:PublishVersion`,
    when: [
      { when: set('ProvisionedConcurrencyConfig'), actions: 'lambda:PutProvisionedConcurrencyConfig' },
      { when: set('RuntimePolicy'), actions: 'lambda:PutRuntimeManagementConfig' },
    ],
  },
};
