import type { Reviews } from '../review';
import { NETWORK_READS } from './calls-of-other-services';
import { supplement } from './supplied-type';

const SETTINGS = `ConfigureHealthCheck CreateAppCookieStickinessPolicy CreateLBCookieStickinessPolicy
  CreateLoadBalancerPolicy ModifyLoadBalancerAttributes RegisterInstancesWithLoadBalancer
  SetLoadBalancerPoliciesForBackendServer SetLoadBalancerPoliciesOfListener`;

const CLASSIC = supplement(
  { prefix: 'elasticloadbalancing', page: 'list_awselasticloadbalancing' },
  {
    'AWS::ElasticLoadBalancing::LoadBalancer': {
      create: `CreateLoadBalancer ${SETTINGS} ${NETWORK_READS} ec2:DescribeAccountAttributes
        ec2:DescribeInternetGateways`,
      read: `DescribeInstanceHealth DescribeLoadBalancerAttributes DescribeLoadBalancerPolicies DescribeLoadBalancers
        DescribeTags`,
      update: `ApplySecurityGroupsToLoadBalancer AttachLoadBalancerToSubnets CreateLoadBalancerListeners
        DeleteLoadBalancerListeners DeleteLoadBalancerPolicy DeregisterInstancesFromLoadBalancer
        DetachLoadBalancerFromSubnets DisableAvailabilityZonesForLoadBalancer EnableAvailabilityZonesForLoadBalancer
        SetLoadBalancerListenerSSLCertificate ${SETTINGS}`,
      delete: 'DeleteLoadBalancer',
      tag: 'AddTags',
      untag: 'RemoveTags',
      serviceLinkedRoles: [{ service: 'elasticloadbalancing.amazonaws.com' }],
    },
  },
);

const V2 = supplement(
  { prefix: 'elasticloadbalancing', page: 'list_awselasticloadbalancingv2' },
  {
    'AWS::ElasticLoadBalancingV2::ListenerCertificate': {
      create: 'AddListenerCertificates',
      read: 'DescribeListenerCertificates',
      update: 'AddListenerCertificates RemoveListenerCertificates',
      delete: 'RemoveListenerCertificates',
    },
  },
);

export const ELASTIC_LOAD_BALANCING: Reviews = { ...CLASSIC, ...V2 };
