import { has, Reviews, set } from '../review';
import { actionsPage, typePage } from './pages';

export const DEVELOPER_TOOLS: Reviews = {
  'AWS::Chatbot::SlackChannelConfiguration': {
    always: `chatbot:CreateSlackChannelConfiguration chatbot:DeleteSlackChannelConfiguration
      chatbot:DescribeSlackChannelConfigurations chatbot:ListTagsForResource chatbot:TagResource chatbot:UntagResource
      chatbot:UpdateSlackChannelConfiguration`,
    passedRoles: [{ property: 'IamRoleArn', service: 'chatbot.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'management.chatbot.amazonaws.com',
        source: 'https://docs.aws.amazon.com/chatbot/latest/adminguide/using-service-linked-roles.html',
      },
    ],
  },
  'AWS::CodeArtifact::Domain': {
    always: `codeartifact:CreateDomain codeartifact:DeleteDomain codeartifact:DescribeDomain
      codeartifact:GetDomainPermissionsPolicy codeartifact:ListDomains codeartifact:ListTagsForResource
      codeartifact:TagResource codeartifact:UntagResource`,
    when: [
      {
        when: set('PermissionsPolicyDocument'),
        actions: 'codeartifact:DeleteDomainPermissionsPolicy codeartifact:PutDomainPermissionsPolicy',
      },
    ],
    adds: [
      {
        when: set('EncryptionKey'),
        actions: { c: 'kms:CreateGrant kms:DescribeKey' },
        source: 'https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html',
      },
    ],
  },
  'AWS::CodeArtifact::Repository': {
    always: `codeartifact:CreateRepository codeartifact:DeleteRepository codeartifact:DescribeRepository
      codeartifact:GetRepositoryPermissionsPolicy codeartifact:ListRepositories codeartifact:ListTagsForResource
      codeartifact:TagResource codeartifact:UntagResource codeartifact:UpdateRepository`,
    when: [
      {
        when: set('PermissionsPolicyDocument'),
        actions: 'codeartifact:DeleteRepositoryPermissionsPolicy codeartifact:PutRepositoryPermissionsPolicy',
      },
      {
        when: set('ExternalConnections'),
        actions: 'codeartifact:AssociateExternalConnection codeartifact:DisassociateExternalConnection',
      },
      { when: set('Upstreams'), actions: 'codeartifact:AssociateWithDownstreamRepository' },
    ],
  },
  'AWS::CodeBuild::Project': {
    adds: [
      {
        actions: {
          c: 'codebuild:CreateProject',
          crud: 'codebuild:BatchGetProjects',
          u: 'codebuild:UpdateProject',
          d: 'codebuild:DeleteProject',
          l: 'codebuild:ListProjects',
        },
      },
      {
        when: set('Triggers'),
        actions: { cu: 'codebuild:CreateWebhook', u: 'codebuild:UpdateWebhook', ud: 'codebuild:DeleteWebhook' },
      },
      { when: set('Visibility'), actions: { cu: 'codebuild:UpdateProjectVisibility' } },
      {
        when: set('VpcConfig'),
        actions: { cu: 'ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs' },
        source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/vpc-support.html',
      },
    ],
    passedRoles: [
      { property: 'ServiceRole', service: 'codebuild.amazonaws.com' },
      { property: 'BuildBatchConfig.ServiceRole', service: 'codebuild.amazonaws.com' },
      { property: 'ResourceAccessRole', service: 'codebuild.amazonaws.com' },
    ],
    source: typePage('AWS::CodeBuild::Project'),
  },
  'AWS::CodeCommit::Repository': {
    adds: [
      {
        actions: {
          c: 'codecommit:CreateRepository',
          crud: 'codecommit:GetRepository',
          u: 'codecommit:UpdateRepositoryDescription codecommit:UpdateRepositoryName',
          d: 'codecommit:DeleteRepository',
          l: 'codecommit:ListRepositories',
          cut: 'codecommit:TagResource',
          rut: 'codecommit:ListTagsForResource',
          ut: 'codecommit:UntagResource',
        },
      },
      {
        when: set('Triggers'),
        actions: { cu: 'codecommit:PutRepositoryTriggers', ru: 'codecommit:GetRepositoryTriggers' },
      },
      {
        when: set('Code'),
        actions: { c: 'codecommit:CreateCommit codecommit:GetBranch s3:GetObject s3:GetObjectVersion' },
      },
      {
        when: set('KmsKeyId'),
        actions: {
          cu: 'kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom kms:ReEncryptTo',
          u: 'codecommit:UpdateRepositoryEncryptionKey',
        },
        source: 'https://docs.aws.amazon.com/codecommit/latest/userguide/encryption.html',
      },
    ],
    source: typePage('AWS::CodeCommit::Repository'),
  },
  'AWS::CodePipeline::Pipeline': {
    always: `codepipeline:CreatePipeline codepipeline:DeletePipeline codepipeline:GetPipeline
      codepipeline:GetPipelineState codepipeline:ListPipelines codepipeline:ListTagsForResource
      codepipeline:TagResource codepipeline:UntagResource codepipeline:UpdatePipeline iam:GetRole`,
    when: [
      {
        when: set('DisableInboundStageTransitions'),
        actions: 'codepipeline:DisableStageTransition codepipeline:EnableStageTransition',
      },
      { when: has('RestartExecutionOnUpdate', true), actions: 'codepipeline:StartPipelineExecution' },
      {
        when: has('Stages.Actions.ActionTypeId.Provider', 'CodeStarSourceConnection'),
        actions: 'codestar-connections:PassConnection',
      },
    ],
    adds: [
      {
        // The service's new name; which of the two is asked for depends on the ARN of the connection.
        when: has('Stages.Actions.ActionTypeId.Provider', 'CodeStarSourceConnection'),
        actions: { cu: 'codeconnections:PassConnection' },
        source: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html',
      },
    ],
    passedRoles: [
      { property: 'RoleArn', service: 'codepipeline.amazonaws.com' },
      { property: 'Stages.Actions.RoleArn', service: 'codepipeline.amazonaws.com' },
    ],
  },
  'AWS::CodeStarNotifications::NotificationRule': {
    always: `codestar-notifications:CreateNotificationRule codestar-notifications:DeleteNotificationRule
      codestar-notifications:DescribeNotificationRule codestar-notifications:ListNotificationRules
      codestar-notifications:TagResource codestar-notifications:UntagResource
      codestar-notifications:UpdateNotificationRule`,
    adds: [
      {
        actions: { c: 'codestar-notifications:TagResource' },
        source: actionsPage('awscodestarnotifications'),
      },
      {
        when: has('Targets.TargetType', 'AWSChatbotSlack'),
        actions: { cu: 'chatbot:DescribeSlackChannelConfigurations' },
        source: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html',
      },
    ],
    serviceLinkedRoles: [
      {
        service: 'codestar-notifications.amazonaws.com',
        source: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/using-service-linked-roles.html',
      },
    ],
  },
};
