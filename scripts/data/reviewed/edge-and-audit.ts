import { has, Reviews, set } from '../review';
import { actionsPage } from './pages';

const LAMBDA_AT_EDGE = set(
  'DistributionConfig.CacheBehaviors.LambdaFunctionAssociations',
  'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations',
);

const EDGE_PERMISSIONS =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html';

export const EDGE_AND_AUDIT: Reviews = {
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': { always: 'cloudfront:*' },
  'AWS::CloudFront::Distribution': {
    always: `cloudfront:CreateDistribution cloudfront:DeleteDistribution cloudfront:GetDistribution
      cloudfront:GetDistributionConfig cloudfront:ListDistributions cloudfront:ListTagsForResource
      cloudfront:TagResource cloudfront:UntagResource cloudfront:UpdateDistribution`,
    when: [
      {
        when: set('DistributionConfig.ContinuousDeploymentPolicyId'),
        actions: 'cloudfront:UpdateDistributionWithStagingConfig',
      },
    ],
    adds: [
      {
        when: set('DistributionConfig.WebACLId'),
        actions: { cu: 'wafv2:GetWebACL' },
        source: actionsPage('amazoncloudfront'),
      },
      {
        when: set('DistributionConfig.Logging'),
        actions: { cu: 's3:GetBucketAcl s3:PutBucketAcl' },
        source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
      },
      {
        when: LAMBDA_AT_EDGE,
        actions: { cu: 'lambda:DisableReplication lambda:EnableReplication lambda:GetFunction' },
        source: EDGE_PERMISSIONS,
      },
    ],
    serviceLinkedRoles: [
      { service: 'logger.cloudfront.amazonaws.com', when: LAMBDA_AT_EDGE, source: EDGE_PERMISSIONS },
      { service: 'replicator.lambda.amazonaws.com', when: LAMBDA_AT_EDGE, source: EDGE_PERMISSIONS },
    ],
  },
  'AWS::CloudFront::Function': {
    always: `cloudfront:CreateFunction cloudfront:DeleteFunction cloudfront:DescribeFunction cloudfront:GetFunction
      cloudfront:ListFunctions cloudfront:UpdateFunction`,
    when: [{ when: has('AutoPublish', true), actions: 'cloudfront:PublishFunction' }],
  },
  'AWS::CloudFront::OriginAccessControl': { always: 'cloudfront:*' },
  'AWS::CloudFront::ResponseHeadersPolicy': { always: 'cloudfront:*' },
  'AWS::CloudTrail::Trail': {
    always: `cloudtrail:AddTags cloudtrail:CreateTrail cloudtrail:DeleteTrail cloudtrail:DescribeTrails
      cloudtrail:GetEventSelectors cloudtrail:GetInsightSelectors cloudtrail:GetTrail cloudtrail:GetTrailStatus
      cloudtrail:ListTags cloudtrail:ListTrails cloudtrail:RemoveTags cloudtrail:StartLogging cloudtrail:StopLogging
      cloudtrail:UpdateTrail`,
    when: [
      { when: set('AdvancedEventSelectors', 'EventSelectors'), actions: 'cloudtrail:PutEventSelectors' },
      { when: set('InsightSelectors'), actions: 'cloudtrail:PutInsightSelectors' },
      { when: set('CloudWatchLogsRoleArn'), actions: 'iam:GetRole' },
      { when: has('IsOrganizationTrail', true), actions: 'organizations:*' },
    ],
    passedRoles: [{ property: 'CloudWatchLogsRoleArn', service: 'cloudtrail.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'cloudtrail.amazonaws.com',
        when: has('IsOrganizationTrail', true),
        source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/using-service-linked-roles.html',
      },
    ],
  },
  'AWS::StepFunctions::StateMachine': {
    always: `states:CreateStateMachine states:DeleteStateMachine states:DescribeStateMachine states:ListStateMachines
      states:ListTagsForResource states:TagResource states:UntagResource states:UpdateStateMachine`,
    when: [
      { when: set('DefinitionS3Location'), actions: 's3:GetObject' },
      { when: set('EncryptionConfiguration'), actions: 'kms:Decrypt kms:DescribeKey kms:GenerateDataKey' },
    ],
    adds: [
      {
        when: set('DefinitionS3Location'),
        actions: { cu: 's3:GetObjectVersion', u: 's3:GetObject' },
        source: actionsPage('amazons3'),
      },
    ],
    passedRoles: [{ property: 'RoleArn', service: 'states.amazonaws.com' }],
  },
};
