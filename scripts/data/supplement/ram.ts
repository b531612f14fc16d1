import { supplement } from './supplied-type';

export const RAM = supplement(
  { prefix: 'ram', page: 'list_awsresourceaccessmanagerram' },
  {
    'AWS::RAM::ResourceShare': {
      create: 'AssociateResourceShare AssociateResourceSharePermission CreateResourceShare',
      read: 'GetResourceShareAssociations GetResourceShares ListResourceSharePermissions',
      update: `AssociateResourceShare AssociateResourceSharePermission DisassociateResourceShare
        DisassociateResourceSharePermission UpdateResourceShare`,
      delete: 'DeleteResourceShare',
      tag: 'TagResource',
      untag: 'UntagResource',
    },
  },
);
