import type { Reviews } from '../review';
import { NETWORK_INTERFACES } from './calls-of-other-services';
import { supplement, usualCalls } from './supplied-type';

const RECORDS = supplement(
  { prefix: 'route53', page: 'list_amazonroute53' },
  {
    'AWS::Route53::RecordSetGroup': {
      create: 'ChangeResourceRecordSets',
      read: 'GetChange GetHostedZone ListResourceRecordSets',
      update: 'ChangeResourceRecordSets',
      delete: 'ChangeResourceRecordSets',
      onlyWith: [{ properties: ['HostedZoneName'], read: 'ListHostedZones ListHostedZonesByName' }],
    },
  },
);

const RESOLVER = supplement(
  { prefix: 'route53resolver', page: 'list_amazonroute53resolver' },
  {
    'AWS::Route53Resolver::ResolverEndpoint': {
      ...usualCalls('ResolverEndpoint', 'Get', 'ListResolverEndpointIpAddresses', 'ListTagsForResource'),
      create: `CreateResolverEndpoint ec2:CreateNetworkInterfacePermission ec2:DescribeAvailabilityZones
        ${NETWORK_INTERFACES}`,
      update: `AssociateResolverEndpointIpAddress DisassociateResolverEndpointIpAddress UpdateResolverEndpoint
        ec2:DeleteNetworkInterface ec2:ModifyNetworkInterfaceAttribute ${NETWORK_INTERFACES}`,
      delete: 'DeleteResolverEndpoint ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces',
      tag: 'TagResource',
      untag: 'UntagResource',
      serviceLinkedRoles: [{ service: 'route53resolver.amazonaws.com' }],
    },
  },
);

export const ROUTE53: Reviews = { ...RECORDS, ...RESOLVER };
