import type { Reviews } from '../review';
import { actionsPage } from './pages';

const TAGS = {
  actions: { cut: 'wafv2:TagResource', ut: 'wafv2:UntagResource' },
  source: actionsPage('awswafv2'),
};

export const WAF: Reviews = {
  'AWS::WAFv2::IPSet': {
    always: `wafv2:CreateIPSet wafv2:DeleteIPSet wafv2:GetIPSet wafv2:ListIPSets wafv2:ListTagsForResource
      wafv2:UpdateIPSet`,
    adds: [TAGS],
  },
  'AWS::WAFv2::LoggingConfiguration': {
    // What the kind of the destination decides is in the middle of its ARN.
    always: `firehose:ListDeliveryStreams logs:* organizations:DescribeOrganization s3:GetBucketPolicy
      s3:PutBucketPolicy wafv2:DeleteLoggingConfiguration wafv2:GetLoggingConfiguration
      wafv2:ListLoggingConfigurations wafv2:PutLoggingConfiguration`,
    serviceLinkedRoles: [
      {
        service: 'wafv2.amazonaws.com',
        source: 'https://docs.aws.amazon.com/waf/latest/developerguide/using-service-linked-roles.html',
      },
    ],
  },
  'AWS::WAFv2::WebACL': {
    always: `wafv2:CreateWebACL wafv2:DeleteWebACL wafv2:GetWebACL wafv2:ListTagsForResource wafv2:ListWebACLs
      wafv2:UpdateWebACL`,
    adds: [TAGS],
  },
  'AWS::WAFv2::WebACLAssociation': {
    // Which service is asked depends on the ARN of the resource, which most templates only put together.
    always: `apigateway:SetWebACL apprunner:* appsync:SetWebACL cognito-idp:* ec2:* elasticloadbalancing:SetWebAcl
      wafv2:*`,
  },
};
