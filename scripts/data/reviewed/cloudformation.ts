import type { Reviews } from '../review';
import { typePage } from './pages';

export const CLOUDFORMATION: Reviews = {
  'AWS::CDK::Metadata': {
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html',
  },
  // What it needs depends on the kind of its service token.
  'AWS::CloudFormation::CustomResource': { source: typePage('AWS::CloudFormation::CustomResource') },
  'AWS::CloudFormation::Stack': {
    always: `cloudformation:CreateStack cloudformation:DeleteStack cloudformation:DescribeStacks
      cloudformation:GetStackPolicy cloudformation:GetTemplate cloudformation:ListStacks cloudformation:SetStackPolicy
      cloudformation:UpdateStack cloudformation:UpdateTerminationProtection`,
    adds: [
      {
        // A deployment with a change set makes one for each nested stack.
        actions: {
          cud: `cloudformation:CreateChangeSet cloudformation:DeleteChangeSet cloudformation:DescribeChangeSet
            cloudformation:DescribeStackEvents cloudformation:DescribeStackResources cloudformation:ExecuteChangeSet
            cloudformation:GetTemplateSummary`,
          u: 'cloudformation:CancelUpdateStack cloudformation:ContinueUpdateRollback cloudformation:RollbackStack',
          cut: 'cloudformation:TagResource',
          ut: 'cloudformation:UntagResource',
        },
        source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/change-sets-for-nested-stacks.html',
      },
    ],
    passedRoles: [{ property: 'RoleARN', service: 'cloudformation.amazonaws.com' }],
  },
  'AWS::CloudFormation::WaitCondition': { source: typePage('AWS::CloudFormation::WaitCondition') },
  'AWS::CloudFormation::WaitConditionHandle': { source: typePage('AWS::CloudFormation::WaitConditionHandle') },
  'AWS::Serverless::Application': {
    adds: [
      {
        actions: {
          cu: `cloudformation:CreateChangeSet cloudformation:CreateStack cloudformation:DescribeChangeSet
            cloudformation:DescribeStacks cloudformation:ExecuteChangeSet cloudformation:UpdateStack
            serverlessrepo:CreateCloudFormationTemplate serverlessrepo:GetApplication
            serverlessrepo:GetCloudFormationTemplate`,
          d: 'cloudformation:DeleteStack cloudformation:DescribeStacks',
        },
      },
    ],
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html',
  },
};
