import type { Normalisation } from './normalisations';

const DNS_FIREWALL = [
  'AWS::Route53Resolver::FirewallDomainList',
  'AWS::Route53Resolver::FirewallRuleGroup',
  'AWS::Route53Resolver::FirewallRuleGroupAssociation',
];

/**
 * What stands in place of a wildcard that allows more than reading. A wildcard that only reads is expanded; one of these
 * as it stands would make a boundary of whole services out of one resource.
 */
export const WILDCARDS: readonly Normalisation[] = [
  {
    entry: 'apigateway:*',
    types: ['AWS::ApiGateway::DomainName'],
    actions: `apigateway:AddCertificateToDomain apigateway:DELETE apigateway:GET apigateway:PATCH apigateway:POST
      apigateway:PUT apigateway:RemoveCertificateFromDomain`,
    reason: 'the methods of the API, and the actions on certificates of domains; the others are about portals and APIs',
  },
  {
    entry: '*',
    types: ['AWS::ApplicationInsights::Application'],
    actions: `applicationinsights:* cloudformation:DescribeStacks cloudformation:ListStackResources
      iam:CreateServiceLinkedRole resource-groups:GetGroup resource-groups:GetGroupQuery
      resource-groups:ListGroupResources tag:GetResources`,
    reason:
      'the service itself and how it finds resources; it works through a service-linked role (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CHAP_using-service-linked-roles-appinsights.html)',
  },
  {
    entry: '*',
    types: ['AWS::ServiceCatalog::CloudFormationProvisionedProduct'],
    actions: `cloudformation:CreateStack cloudformation:DeleteStack cloudformation:DescribeStackEvents
      cloudformation:DescribeStacks cloudformation:GetTemplateSummary cloudformation:SetStackPolicy
      cloudformation:UpdateStack cloudformation:ValidateTemplate servicecatalog:DescribeProduct
      servicecatalog:DescribeProductView servicecatalog:DescribeProvisionedProduct
      servicecatalog:DescribeProvisioningParameters servicecatalog:DescribeRecord
      servicecatalog:GetProvisionedProductOutputs servicecatalog:ListLaunchPaths servicecatalog:ProvisionProduct
      servicecatalog:SearchProducts servicecatalog:SearchProvisionedProducts
      servicecatalog:TerminateProvisionedProduct servicecatalog:UpdateProvisionedProduct`,
    reason:
      'what end users of a catalog need (https://docs.aws.amazon.com/servicecatalog/latest/adminguide/controlling_access.html); what a product without a launch role makes is for its own template to say',
  },
  {
    entry: 'kms:*',
    types: ['AWS::Proton::EnvironmentTemplate', 'AWS::Proton::ServiceTemplate'],
    actions: 'kms:CreateGrant kms:Decrypt kms:DescribeKey kms:GenerateDataKey',
    reason:
      'how Proton uses a key of a customer (https://docs.aws.amazon.com/proton/latest/userguide/data-protection.html)',
  },
  ...['Delete*', 'Put*', 'Update*'].map((pattern) => ({
    entry: `apigateway:${pattern}`,
    types: ['AWS::RefactorSpaces::Application'],
    actions: '',
    reason: 'the schema names the methods and UpdateRestApiPolicy beside it; the others that match are about portals',
  })),
  {
    entry: 'resiliencehub:*',
    types: ['AWS::ResilienceHub::App'],
    actions: `resiliencehub:AddDraftAppVersionResourceMappings resiliencehub:CreateApp resiliencehub:DescribeApp
      resiliencehub:DescribeAppVersionTemplate resiliencehub:ListAppVersionResourceMappings
      resiliencehub:ListTagsForResource resiliencehub:PublishAppVersion resiliencehub:PutDraftAppVersionTemplate
      resiliencehub:RemoveDraftAppVersionResourceMappings resiliencehub:TagResource resiliencehub:UpdateApp`,
    reason: 'the operations on an app and its draft, which are what the properties of the type set',
  },
  {
    entry: 'route53resolver:*',
    types: DNS_FIREWALL,
    actions: `route53resolver:*Firewall* route53resolver:ListTagsForResource route53resolver:TagResource
      route53resolver:UntagResource`,
    reason: 'the operations of the DNS firewall; the others are about endpoints, rules and logs of the resolver',
  },
  ...['ec2:*', 'iam:*', 'lambda:*', 'logs:*'].map((entry) => ({
    entry,
    types: DNS_FIREWALL,
    actions: entry === 'ec2:*' ? 'ec2:DescribeVpcs' : '',
    reason:
      'the only thing of another service that a DNS firewall names beside a bucket is a VPC (https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html)',
  })),
  {
    entry: 's3:*',
    types: DNS_FIREWALL,
    actions: 's3:GetObject',
    reason:
      'lists of domains are read from an object (https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ImportFirewallDomains.html)',
  },
  {
    entry: 'route53:*',
    types: ['AWS::Route53Profiles::ProfileResourceAssociation'],
    actions: 'route53:AssociateVPCWithHostedZone route53:GetHostedZone route53:ListHostedZonesByVPC',
    reason:
      'private hosted zones are all that a profile takes from Route 53 (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html)',
  },
  {
    entry: 'route53resolver:*',
    types: ['AWS::Route53Profiles::ProfileResourceAssociation'],
    actions: `route53resolver:AssociateFirewallRuleGroup route53resolver:AssociateResolverRule
      route53resolver:GetFirewallRuleGroup route53resolver:GetResolverRule`,
    reason:
      'rule groups and resolver rules are all that a profile takes from the resolver (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html)',
  },
  ...Object.entries({
    'events:*': `events:CreateApiDestination events:CreateConnection events:DescribeRule events:ListApiDestinations
      events:ListConnections events:PutRule events:PutTargets`,
    'glue:*': 'glue:CreateDatabase glue:CreateTable glue:GetDatabase glue:GetTable',
    'lakeformation:*':
      'lakeformation:GetDataLakeSettings lakeformation:GrantPermissions lakeformation:ListPermissions lakeformation:PutDataLakeSettings lakeformation:RegisterResource',
    'lambda:*': `lambda:AddPermission lambda:CreateEventSourceMapping lambda:CreateFunction lambda:GetFunction`,
    'organizations:*': `organizations:DescribeOrganization organizations:ListAccounts
      organizations:ListDelegatedServicesForAccount`,
    's3:*': `s3:CreateBucket s3:GetObject s3:GetObjectVersion s3:ListBucket s3:PutBucketPolicy
      s3:PutBucketPublicAccessBlock s3:PutBucketVersioning s3:PutEncryptionConfiguration s3:PutLifecycleConfiguration
      s3:PutReplicationConfiguration`,
    'sqs:*': 'sqs:CreateQueue sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SetQueueAttributes',
  }).map(([entry, actions]) => ({
    entry,
    types: ['AWS::SecurityLake::DataLake'],
    actions,
    reason:
      'what the documentation grants an administrator who sets Security Lake up (https://docs.aws.amazon.com/security-lake/latest/userguide/getting-started.html)',
  })),
  {
    entry: 'kms:GenerateDataKey*',
    actions: 'kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext',
    reason: 'the operations for symmetric keys; pairs of keys are for signing outside of AWS',
  },
];
