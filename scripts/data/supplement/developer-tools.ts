import type { Reviews } from '../review';
import { supplement } from './supplied-type';

const CODE_BUILD = supplement(
  { prefix: 'codebuild', page: 'list_awscodebuild' },
  {
    'AWS::CodeBuild::ReportGroup': {
      create: 'CreateReportGroup',
      read: 'BatchGetReportGroups',
      update: 'UpdateReportGroup',
      delete: 'DeleteReportGroup',
      onlyWith: [{ properties: ['DeleteReports'], delete: 'BatchGetReports DeleteReport ListReportsForReportGroup' }],
    },
    'AWS::CodeBuild::SourceCredential': {
      create: 'ImportSourceCredentials',
      read: 'ListSourceCredentials',
      update: 'ImportSourceCredentials',
      delete: 'DeleteSourceCredentials',
    },
  },
);

const CODE_DEPLOY = supplement(
  { prefix: 'codedeploy', page: 'list_awscodedeploy' },
  {
    'AWS::CodeDeploy::DeploymentGroup': {
      create: 'CreateDeploymentGroup',
      read: 'GetDeploymentGroup ListTagsForResource',
      update: 'UpdateDeploymentGroup',
      delete: 'DeleteDeploymentGroup',
      tag: 'TagResource',
      untag: 'UntagResource',
      // The group of a template may be deployed to as soon as it is there.
      onlyWith: [
        {
          properties: ['Deployment'],
          create: 'CreateDeployment RegisterApplicationRevision',
          read: 'GetApplicationRevision GetDeployment GetDeploymentConfig',
          update: 'CreateDeployment RegisterApplicationRevision',
        },
      ],
      passedRoles: { ServiceRoleArn: 'codedeploy.amazonaws.com' },
    },
  },
);

const CODE_PIPELINE = supplement(
  { prefix: 'codepipeline', page: 'list_awscodepipeline' },
  {
    'AWS::CodePipeline::Webhook': {
      create: 'PutWebhook',
      read: 'ListWebhooks',
      update: 'PutWebhook',
      delete: 'DeleteWebhook',
      onlyWith: [
        {
          properties: ['RegisterWithThirdParty'],
          create: 'RegisterWebhookWithThirdParty',
          update: 'DeregisterWebhookWithThirdParty RegisterWebhookWithThirdParty',
          delete: 'DeregisterWebhookWithThirdParty',
        },
      ],
    },
  },
);

const CODE_STAR = supplement(
  { prefix: 'codestar', page: 'list_awscodestar' },
  {
    'AWS::CodeStar::GitHubRepository': {
      onlyWith: [
        { properties: ['Code'], create: 's3:GetObject s3:GetObjectVersion' },
        { properties: ['ConnectionArn'], create: 'codestar-connections:UseConnection' },
      ],
    },
  },
);

export const DEVELOPER_TOOLS: Reviews = { ...CODE_BUILD, ...CODE_DEPLOY, ...CODE_PIPELINE, ...CODE_STAR };
