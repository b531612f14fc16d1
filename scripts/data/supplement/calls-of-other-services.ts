/**
 * What services call in the name of their caller when a property names a customer's key
 * (https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#grants-aws-services).
 */
export const USE_OF_KEY = 'kms:CreateGrant kms:DescribeKey';

/**
 * To have logs delivered by the log service
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html).
 */
export const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
].join(' ');

/** What services look at before they place something into a network. */
export const NETWORK_READS = 'ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs';

/** What services look at before they make a group of subnets. */
export const SUBNET_READS = 'ec2:DescribeAvailabilityZones ec2:DescribeSubnets ec2:DescribeVpcs';

/** With interfaces that services place into a subnet in the name of their caller. */
export const NETWORK_INTERFACES = `${NETWORK_READS} ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces`;
