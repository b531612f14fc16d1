import { supplement } from './supplied-type';

const TAGS = { tag: 'CreateTags', untag: 'DeleteTags' };

export const EC2 = supplement(
  { prefix: 'ec2', page: 'list_amazonec2' },
  {
    'AWS::EC2::ClientVpnAuthorizationRule': {
      create: 'AuthorizeClientVpnIngress',
      read: 'DescribeClientVpnAuthorizationRules',
      delete: 'RevokeClientVpnIngress',
    },
    'AWS::EC2::ClientVpnEndpoint': {
      create: 'CreateClientVpnEndpoint',
      read: 'DescribeClientVpnEndpoints',
      update: 'ApplySecurityGroupsToClientVpnTargetNetwork ModifyClientVpnEndpoint',
      delete: 'DeleteClientVpnEndpoint',
      tag: 'CreateTags',
      serviceLinkedRoles: [
        { service: 'clientvpn.amazonaws.com' },
        { service: 'clientvpn-connections.amazonaws.com', properties: ['ClientConnectOptions'] },
      ],
    },
    'AWS::EC2::ClientVpnRoute': {
      create: 'CreateClientVpnRoute',
      read: 'DescribeClientVpnRoutes',
      delete: 'DeleteClientVpnRoute',
    },
    'AWS::EC2::ClientVpnTargetNetworkAssociation': {
      create: 'AssociateClientVpnTargetNetwork',
      read: 'DescribeClientVpnTargetNetworks',
      delete: 'DisassociateClientVpnTargetNetwork',
    },
    'AWS::EC2::NetworkInterfacePermission': {
      create: 'CreateNetworkInterfacePermission',
      read: 'DescribeNetworkInterfacePermissions',
      delete: 'DeleteNetworkInterfacePermission',
    },
    'AWS::EC2::TrafficMirrorFilter': {
      create: 'CreateTrafficMirrorFilter ModifyTrafficMirrorFilterNetworkServices',
      read: 'DescribeTags DescribeTrafficMirrorFilters',
      update: 'ModifyTrafficMirrorFilterNetworkServices',
      delete: 'DeleteTrafficMirrorFilter',
      ...TAGS,
    },
    'AWS::EC2::TrafficMirrorFilterRule': {
      create: 'CreateTrafficMirrorFilterRule',
      read: 'DescribeTags DescribeTrafficMirrorFilterRules DescribeTrafficMirrorFilters',
      update: 'ModifyTrafficMirrorFilterRule',
      delete: 'DeleteTrafficMirrorFilterRule',
      ...TAGS,
    },
    'AWS::EC2::TrafficMirrorSession': {
      create: 'CreateTrafficMirrorSession',
      read: 'DescribeTags DescribeTrafficMirrorSessions',
      update: 'ModifyTrafficMirrorSession',
      delete: 'DeleteTrafficMirrorSession',
      ...TAGS,
    },
    'AWS::EC2::TrafficMirrorTarget': {
      create: 'CreateTrafficMirrorTarget',
      read: 'DescribeTags DescribeTrafficMirrorTargets',
      delete: 'DeleteTrafficMirrorTarget',
      ...TAGS,
    },
  },
);
