import { supplement } from './supplied-type';

export const IAM = supplement(
  { prefix: 'iam', page: 'list_awsidentityandaccessmanagementiam' },
  {
    'AWS::IAM::AccessKey': {
      create: 'CreateAccessKey UpdateAccessKey',
      read: 'ListAccessKeys',
      update: 'UpdateAccessKey',
      delete: 'DeleteAccessKey',
    },
    'AWS::IAM::UserToGroupAddition': {
      create: 'AddUserToGroup',
      read: 'GetGroup',
      update: 'AddUserToGroup RemoveUserFromGroup',
      delete: 'RemoveUserFromGroup',
    },
  },
);
