import { NETWORK_INTERFACES, USE_OF_KEY } from './calls-of-other-services';
import { supplement, usualCalls } from './supplied-type';

const TAGS = { tag: 'CreateTags', untag: 'DeleteTags' };

export const MQ = supplement(
  { prefix: 'mq', page: 'list_amazonmq' },
  {
    'AWS::AmazonMQ::Broker': {
      create: `CreateBroker ${NETWORK_INTERFACES} ec2:CreateNetworkInterfacePermission ec2:CreateSecurityGroup
        ec2:CreateVpcEndpoint ec2:DescribeInternetGateways ec2:DescribeNetworkInterfacePermissions
        ec2:DescribeRouteTables ec2:DescribeVpcEndpoints ec2:ModifyNetworkInterfaceAttribute
        route53:AssociateVPCWithHostedZone`,
      read: 'DescribeBroker DescribeUser ListTags ListUsers',
      update: 'CreateUser DeleteUser RebootBroker UpdateBroker UpdateUser',
      delete: `DeleteBroker ec2:DeleteNetworkInterface ec2:DeleteNetworkInterfacePermission ec2:DeleteVpcEndpoints
        ec2:DetachNetworkInterface`,
      onlyWith: [{ properties: ['EncryptionOptions.KmsKeyId'], create: USE_OF_KEY }],
      serviceLinkedRoles: [{ service: 'mq.amazonaws.com' }],
      ...TAGS,
    },
    'AWS::AmazonMQ::Configuration': {
      ...usualCalls('Configuration', 'Describe', 'DescribeConfigurationRevision', 'ListTags'),
      create: 'CreateConfiguration UpdateConfiguration',
      ...TAGS,
    },
    'AWS::AmazonMQ::ConfigurationAssociation': {
      create: 'UpdateBroker',
      read: 'DescribeBroker',
      update: 'UpdateBroker',
      delete: 'UpdateBroker',
    },
  },
);
