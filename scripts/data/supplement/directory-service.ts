import { supplement } from './supplied-type';

export const DIRECTORY_SERVICE = supplement(
  { prefix: 'ds', page: 'list_awsdirectoryservice' },
  {
    'AWS::DirectoryService::MicrosoftAD': {
      create: `CreateMicrosoftAD ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress
        ec2:CreateNetworkInterface ec2:CreateSecurityGroup ec2:CreateTags ec2:DescribeNetworkInterfaces
        ec2:DescribeSubnets ec2:DescribeVpcs`,
      read: 'DescribeDirectories',
      update: 'DisableSso EnableSso',
      delete: `DeleteDirectory ec2:DeleteNetworkInterface ec2:DeleteSecurityGroup ec2:DescribeNetworkInterfaces
        ec2:RevokeSecurityGroupEgress ec2:RevokeSecurityGroupIngress`,
      onlyWith: [
        { properties: ['CreateAlias'], create: 'CreateAlias' },
        { properties: ['EnableSso'], create: 'EnableSso' },
      ],
    },
  },
);
