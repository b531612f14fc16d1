import { supplement } from './supplied-type';

export const CLOUD_FORMATION = supplement(
  { prefix: 'cloudformation', page: 'list_awscloudformation' },
  {
    'AWS::CloudFormation::Macro': { passedRoles: { LogRoleARN: 'cloudformation.amazonaws.com' } },
  },
);
