import { has, Reviews, set } from '../review';
import { actionsPage } from './pages';

const EC2 = actionsPage('amazonec2');

const ELASTIC_LOAD_BALANCING_ROLE = {
  service: 'elasticloadbalancing.amazonaws.com',
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html',
};

/** Delivery to other places than a log group. */
const DELIVERED = has('LogDestinationType', 's3', 'kinesis-data-firehose');

export const NETWORK: Reviews = {
  'AWS::EC2::EIP': {
    always: `ec2:AllocateAddress ec2:CreateTags ec2:DeleteTags ec2:DescribeAddresses ec2:ReleaseAddress`,
    when: [
      { when: set('InstanceId'), actions: 'ec2:AssociateAddress ec2:DisassociateAddress' },
      { when: set('TransferAddress'), actions: 'ec2:AcceptAddressTransfer' },
    ],
  },
  'AWS::EC2::FlowLog': {
    always: 'ec2:CreateFlowLogs ec2:CreateTags ec2:DeleteFlowLogs ec2:DeleteTags ec2:DescribeFlowLogs',
    when: [
      {
        when: DELIVERED,
        actions: 'logs:CreateLogDelivery logs:DeleteLogDelivery s3:GetBucketPolicy s3:PutBucketPolicy',
      },
    ],
    adds: [
      {
        when: has('LogDestinationType', 'kinesis-data-firehose'),
        actions: { c: 'firehose:TagDeliveryStream' },
        source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html',
      },
    ],
    passedRoles: [
      { property: 'DeliverLogsPermissionArn', service: 'vpc-flow-logs.amazonaws.com' },
      { property: 'DeliverCrossAccountRole', service: 'vpc-flow-logs.amazonaws.com' },
    ],
    serviceLinkedRoles: [
      {
        service: 'delivery.logs.amazonaws.com',
        when: has('LogDestinationType', 'kinesis-data-firehose'),
        source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html',
      },
    ],
  },
  'AWS::EC2::InternetGateway': {
    always: `ec2:CreateInternetGateway ec2:CreateTags ec2:DeleteInternetGateway ec2:DeleteTags
      ec2:DescribeInternetGateways`,
  },
  'AWS::EC2::NatGateway': {
    always: 'ec2:CreateNatGateway ec2:CreateTags ec2:DeleteNatGateway ec2:DeleteTags ec2:DescribeNatGateways',
    when: [
      {
        when: set('SecondaryAllocationIds'),
        actions: 'ec2:AssociateNatGatewayAddress ec2:DisassociateNatGatewayAddress',
      },
      {
        when: set('SecondaryPrivateIpAddressCount', 'SecondaryPrivateIpAddresses'),
        actions: 'ec2:AssignPrivateNatGatewayAddress ec2:UnassignPrivateNatGatewayAddress',
      },
    ],
  },
  'AWS::EC2::NetworkAcl': {
    always: `ec2:CreateNetworkAcl ec2:CreateTags ec2:DeleteNetworkAcl ec2:DeleteTags ec2:DescribeNetworkAcls
      ec2:DescribeTags`,
  },
  'AWS::EC2::NetworkAclEntry': {
    always: `ec2:CreateNetworkAclEntry ec2:DeleteNetworkAclEntry ec2:DescribeNetworkAcls
      ec2:ReplaceNetworkAclEntry`,
  },
  'AWS::EC2::Route': {
    always: 'ec2:CreateRoute ec2:DeleteRoute ec2:DescribeRouteTables ec2:ReplaceRoute',
    when: [{ when: set('InstanceId', 'NetworkInterfaceId'), actions: 'ec2:DescribeNetworkInterfaces' }],
  },
  'AWS::EC2::RouteTable': {
    always: 'ec2:CreateRouteTable ec2:CreateTags ec2:DeleteRouteTable ec2:DeleteTags ec2:DescribeRouteTables',
  },
  'AWS::EC2::SecurityGroup': {
    always: `ec2:CreateSecurityGroup ec2:CreateTags ec2:DeleteSecurityGroup ec2:DeleteTags ec2:DescribeInstances
      ec2:DescribeSecurityGroups`,
    when: [
      {
        // With rules of one's own, the rule that a new group has is revoked.
        when: set('SecurityGroupEgress'),
        actions: 'ec2:AuthorizeSecurityGroupEgress ec2:RevokeSecurityGroupEgress',
      },
      {
        when: set('SecurityGroupIngress'),
        actions: 'ec2:AuthorizeSecurityGroupIngress ec2:RevokeSecurityGroupIngress',
      },
    ],
  },
  'AWS::EC2::SecurityGroupEgress': {
    always: `ec2:AuthorizeSecurityGroupEgress ec2:DescribeSecurityGroupRules ec2:RevokeSecurityGroupEgress
      ec2:UpdateSecurityGroupRuleDescriptionsEgress`,
  },
  'AWS::EC2::SecurityGroupIngress': {
    always: `ec2:AuthorizeSecurityGroupIngress ec2:DescribeSecurityGroupRules ec2:DescribeSecurityGroups
      ec2:RevokeSecurityGroupIngress ec2:UpdateSecurityGroupRuleDescriptionsIngress`,
  },
  'AWS::EC2::Subnet': {
    always: `ec2:CreateSubnet ec2:CreateTags ec2:DeleteSubnet ec2:DeleteTags ec2:DescribeNetworkAcls
      ec2:DescribeSubnets`,
    when: [
      {
        when: set(
          'AssignIpv6AddressOnCreation',
          'EnableDns64',
          'EnableLniAtDeviceIndex',
          'MapPublicIpOnLaunch',
          'PrivateDnsNameOptionsOnLaunch',
        ),
        actions: 'ec2:ModifySubnetAttribute',
      },
      {
        when: set('Ipv6CidrBlock', 'Ipv6IpamPoolId', 'Ipv6NetmaskLength'),
        actions: 'ec2:AssociateSubnetCidrBlock ec2:DisassociateSubnetCidrBlock',
      },
    ],
  },
  'AWS::EC2::SubnetNetworkAclAssociation': { always: 'ec2:DescribeNetworkAcls ec2:ReplaceNetworkAclAssociation' },
  'AWS::EC2::SubnetRouteTableAssociation': {
    always: `ec2:AssociateRouteTable ec2:DescribeRouteTables ec2:DescribeSubnets ec2:DisassociateRouteTable
      ec2:ReplaceRouteTableAssociation`,
  },
  'AWS::EC2::VPC': {
    always: `ec2:CreateTags ec2:CreateVpc ec2:DeleteTags ec2:DeleteVpc ec2:DescribeNetworkAcls
      ec2:DescribeSecurityGroups ec2:DescribeVpcAttribute ec2:DescribeVpcs`,
    when: [
      { when: set('EnableDnsHostnames', 'EnableDnsSupport'), actions: 'ec2:ModifyVpcAttribute' },
      { when: set('InstanceTenancy'), actions: 'ec2:ModifyVpcTenancy' },
    ],
  },
  'AWS::EC2::VPCEndpoint': {
    always: 'ec2:CreateVpcEndpoint ec2:DeleteVpcEndpoints ec2:DescribeVpcEndpoints ec2:ModifyVpcEndpoint',
    adds: [
      { actions: { cut: 'ec2:CreateTags', ut: 'ec2:DeleteTags' }, source: EC2 },
      {
        when: has('PrivateDnsEnabled', true),
        actions: { cu: 'route53:AssociateVPCWithHostedZone' },
        source: EC2,
      },
    ],
  },
  'AWS::EC2::VPCGatewayAttachment': {
    always: 'ec2:DescribeInternetGateways ec2:DescribeVpnGateways',
    when: [
      { when: set('InternetGatewayId'), actions: 'ec2:AttachInternetGateway ec2:DetachInternetGateway' },
      { when: set('VpnGatewayId'), actions: 'ec2:AttachVpnGateway ec2:DetachVpnGateway' },
    ],
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    always: `elasticloadbalancing:CreateListener elasticloadbalancing:DeleteListener
      elasticloadbalancing:DescribeListeners elasticloadbalancing:ModifyListener`,
    when: [
      {
        when: set('DefaultActions.AuthenticateCognitoConfig'),
        actions: 'cognito-idp:DescribeUserPoolClient',
      },
    ],
    adds: [
      {
        actions: {
          cut: 'elasticloadbalancing:AddTags',
          ut: 'elasticloadbalancing:RemoveTags',
          r: 'elasticloadbalancing:DescribeTags elasticloadbalancing:DescribeListenerAttributes',
        },
        source: actionsPage('awselasticloadbalancingv2'),
      },
      {
        when: set('ListenerAttributes'),
        actions: { cu: 'elasticloadbalancing:ModifyListenerAttributes' },
        source: actionsPage('awselasticloadbalancingv2'),
      },
    ],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    always: `elasticloadbalancing:AddTags elasticloadbalancing:CreateLoadBalancer
      elasticloadbalancing:DeleteLoadBalancer elasticloadbalancing:DescribeLoadBalancerAttributes
      elasticloadbalancing:DescribeLoadBalancers elasticloadbalancing:DescribeTags elasticloadbalancing:RemoveTags
      elasticloadbalancing:SetSubnets`,
    when: [
      { when: set('IpAddressType'), actions: 'elasticloadbalancing:SetIpAddressType' },
      { when: set('LoadBalancerAttributes'), actions: 'elasticloadbalancing:ModifyLoadBalancerAttributes' },
      { when: set('SecurityGroups'), actions: 'elasticloadbalancing:SetSecurityGroups' },
    ],
    adds: [
      {
        actions: {
          cu: `ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeInternetGateways
            ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs`,
        },
        source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-permissions.html',
      },
    ],
    serviceLinkedRoles: [ELASTIC_LOAD_BALANCING_ROLE],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    always: `elasticloadbalancing:AddTags elasticloadbalancing:CreateTargetGroup elasticloadbalancing:DeleteTargetGroup
      elasticloadbalancing:DescribeTags elasticloadbalancing:DescribeTargetGroupAttributes
      elasticloadbalancing:DescribeTargetGroups elasticloadbalancing:DescribeTargetHealth
      elasticloadbalancing:ModifyTargetGroup elasticloadbalancing:RemoveTags`,
    when: [
      { when: set('TargetGroupAttributes'), actions: 'elasticloadbalancing:ModifyTargetGroupAttributes' },
      {
        when: set('Targets'),
        actions: 'elasticloadbalancing:DeregisterTargets elasticloadbalancing:RegisterTargets',
      },
    ],
    serviceLinkedRoles: [ELASTIC_LOAD_BALANCING_ROLE],
  },
};
