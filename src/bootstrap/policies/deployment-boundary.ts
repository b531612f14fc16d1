import { EXECUTION_ROLE_ARN } from './places';
import type { Statement } from './statement';

/**
 * What the deploy role and the publishing roles of the upstream template do (their policies, and the managed policy
 * AWSCloudFormationReadOnlyAccess): a policy that somebody attaches to them later gives them nothing more.
 */
const DEPLOYMENT_ACTIONS = [
  'cloudformation:ContinueUpdateRollback',
  'cloudformation:CreateChangeSet',
  'cloudformation:CreateStack',
  'cloudformation:CreateStackRefactor',
  'cloudformation:DeleteChangeSet',
  'cloudformation:DeleteStack',
  'cloudformation:Describe*',
  'cloudformation:Detect*',
  'cloudformation:EstimateTemplateCost',
  'cloudformation:ExecuteChangeSet',
  'cloudformation:ExecuteStackRefactor',
  'cloudformation:Get*',
  'cloudformation:List*',
  'cloudformation:RollbackStack',
  'cloudformation:UpdateStack',
  'cloudformation:UpdateTerminationProtection',
  'cloudformation:ValidateTemplate',
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:DescribeImages',
  'ecr:DescribeRepositories',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
  's3:Abort*',
  's3:DeleteObject*',
  's3:GetBucket*',
  's3:GetEncryptionConfiguration',
  's3:GetObject*',
  's3:List*',
  's3:PutObject*',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'sts:GetCallerIdentity',
];

/** The boundary of the roles with which deployments are started and assets published. */
export function deploymentBoundary(): Statement[] {
  return [
    { Sid: 'Deployments', Effect: 'Allow', Action: DEPLOYMENT_ACTIONS, Resource: '*' },
    {
      Sid: 'PassExecutionRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: EXECUTION_ROLE_ARN,
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    },
  ];
}
