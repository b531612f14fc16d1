import { supplement, SuppliedType } from './supplied-type';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

function namespace(kind: string): SuppliedType {
  return {
    create: `Create${kind}Namespace`,
    read: 'GetNamespace GetOperation ListTagsForResource',
    update: `Update${kind}Namespace`,
    delete: 'DeleteNamespace',
    ...TAGS,
  };
}

/**
 * Namespaces in DNS are hosted zones, and what is registered in them has records and health checks, all with the
 * caller's rights (https://docs.aws.amazon.com/cloud-map/latest/dg/access-control-managing-permissions.html).
 */
const READS_ZONE = 'route53:GetHostedZone route53:ListHostedZonesByName';

const HEALTH_CHECKS = `route53:CreateHealthCheck route53:DeleteHealthCheck route53:GetHealthCheck
  route53:UpdateHealthCheck`;

const RECORDS = `route53:ChangeResourceRecordSets ${READS_ZONE} ${HEALTH_CHECKS}`;

export const SERVICE_DISCOVERY = supplement(
  { prefix: 'servicediscovery', page: 'list_awscloudmap' },
  {
    'AWS::ServiceDiscovery::HttpNamespace': namespace('Http'),
    'AWS::ServiceDiscovery::Instance': {
      create: `RegisterInstance ec2:DescribeInstances ${RECORDS}`,
      read: 'GetInstance GetOperation',
      update: `RegisterInstance ec2:DescribeInstances ${RECORDS}`,
      delete: `DeregisterInstance ${RECORDS}`,
    },
    'AWS::ServiceDiscovery::PrivateDnsNamespace': {
      ...namespace('PrivateDns'),
      create: `CreatePrivateDnsNamespace ec2:DescribeRegions ec2:DescribeVpcs route53:AssociateVPCWithHostedZone
        route53:ChangeResourceRecordSets route53:CreateHostedZone ${READS_ZONE}`,
      update: `UpdatePrivateDnsNamespace route53:ChangeResourceRecordSets ${READS_ZONE}`,
      delete: `DeleteNamespace route53:DeleteHostedZone ${READS_ZONE}`,
    },
    'AWS::ServiceDiscovery::PublicDnsNamespace': {
      ...namespace('PublicDns'),
      create: `CreatePublicDnsNamespace route53:ChangeResourceRecordSets route53:CreateHostedZone ${READS_ZONE}`,
      update: `UpdatePublicDnsNamespace route53:ChangeResourceRecordSets ${READS_ZONE}`,
      delete: `DeleteNamespace route53:DeleteHostedZone ${READS_ZONE}`,
    },
    'AWS::ServiceDiscovery::Service': {
      create: 'CreateService',
      read: 'GetOperation GetService ListTagsForResource',
      update: `UpdateService ${RECORDS}`,
      delete: 'DeleteService',
      ...TAGS,
    },
  },
);
