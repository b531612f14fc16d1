import { supplement } from './supplied-type';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

export const OPS_WORKS = supplement(
  { prefix: 'opsworks', page: 'list_awsopsworks' },
  {
    'AWS::OpsWorks::App': { create: 'CreateApp', read: 'DescribeApps', update: 'UpdateApp', delete: 'DeleteApp' },
    'AWS::OpsWorks::ElasticLoadBalancerAttachment': {
      create: 'AttachElasticLoadBalancer',
      read: 'DescribeElasticLoadBalancers',
      update: 'AttachElasticLoadBalancer DetachElasticLoadBalancer',
      delete: 'DetachElasticLoadBalancer',
    },
    'AWS::OpsWorks::Instance': {
      create: 'CreateInstance StartInstance',
      read: 'DescribeInstances',
      update: 'StartInstance StopInstance UpdateInstance',
      delete: 'DeleteInstance StopInstance',
      onlyWith: [
        {
          properties: ['ElasticIps'],
          create: 'AssociateElasticIp',
          read: 'DescribeElasticIps',
          update: 'AssociateElasticIp DisassociateElasticIp',
          delete: 'DisassociateElasticIp',
        },
        {
          properties: ['TimeBasedAutoScaling'],
          create: 'SetTimeBasedAutoScaling',
          read: 'DescribeTimeBasedAutoScaling',
        },
        {
          properties: ['Volumes'],
          create: 'AssignVolume',
          read: 'DescribeVolumes',
          update: 'AssignVolume UnassignVolume',
          delete: 'UnassignVolume',
        },
      ],
    },
    'AWS::OpsWorks::Layer': {
      create: 'CreateLayer',
      read: 'DescribeLayers ListTags',
      update: 'UpdateLayer',
      delete: 'DeleteLayer',
      ...TAGS,
      onlyWith: [
        {
          properties: ['LoadBasedAutoScaling'],
          create: 'SetLoadBasedAutoScaling',
          read: 'DescribeLoadBasedAutoScaling',
          update: 'SetLoadBasedAutoScaling',
        },
      ],
      // An instance profile, which by convention has the name of the role in it.
      passedRoles: { CustomInstanceProfileArn: 'ec2.amazonaws.com' },
    },
    'AWS::OpsWorks::Stack': {
      create: 'CreateStack',
      read: 'DescribeStacks ListTags',
      update: 'UpdateStack',
      delete: 'DeleteStack',
      ...TAGS,
      onlyWith: [
        { properties: ['SourceStackId'], create: 'CloneStack' },
        {
          properties: ['EcsClusterArn'],
          create: 'RegisterEcsCluster',
          read: 'DescribeEcsClusters',
          update: 'DeregisterEcsCluster RegisterEcsCluster',
          delete: 'DeregisterEcsCluster',
        },
        {
          properties: ['ElasticIps'],
          create: 'RegisterElasticIp',
          read: 'DescribeElasticIps',
          update: 'DeregisterElasticIp RegisterElasticIp UpdateElasticIp',
          delete: 'DeregisterElasticIp',
        },
        {
          properties: ['RdsDbInstances'],
          create: 'RegisterRdsDbInstance',
          read: 'DescribeRdsDbInstances',
          update: 'DeregisterRdsDbInstance RegisterRdsDbInstance UpdateRdsDbInstance',
          delete: 'DeregisterRdsDbInstance',
        },
      ],
      passedRoles: { DefaultInstanceProfileArn: 'ec2.amazonaws.com', ServiceRoleArn: 'opsworks.amazonaws.com' },
    },
    'AWS::OpsWorks::UserProfile': {
      create: 'CreateUserProfile',
      read: 'DescribeUserProfiles',
      update: 'UpdateUserProfile',
      delete: 'DeleteUserProfile',
    },
    'AWS::OpsWorks::Volume': {
      create: 'RegisterVolume UpdateVolume',
      read: 'DescribeVolumes',
      update: 'UpdateVolume',
      delete: 'DeregisterVolume',
    },
  },
);
