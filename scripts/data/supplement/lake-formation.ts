import { supplement } from './supplied-type';

export const LAKE_FORMATION = supplement(
  { prefix: 'lakeformation', page: 'list_awslakeformation' },
  {
    'AWS::LakeFormation::DataLakeSettings': {
      create: 'PutDataLakeSettings',
      read: 'GetDataLakeSettings',
      update: 'PutDataLakeSettings',
      // Settings can't be deleted: deletion writes empty ones.
      delete: 'PutDataLakeSettings',
    },
    'AWS::LakeFormation::Permissions': {
      create: 'GrantPermissions',
      read: 'ListPermissions glue:GetDatabase glue:GetTable',
      update: 'GrantPermissions RevokePermissions',
      delete: 'RevokePermissions',
    },
    'AWS::LakeFormation::Resource': {
      create: 'RegisterResource',
      read: 'DescribeResource',
      update: 'UpdateResource',
      delete: 'DeregisterResource',
      onlyWith: [
        { properties: ['RoleArn'], create: 'iam:GetRole', update: 'iam:GetRole' },
        // The location is written into a policy of the service-linked role.
        { properties: ['UseServiceLinkedRole'], create: 'iam:PutRolePolicy', update: 'iam:PutRolePolicy' },
      ],
      passedRoles: { RoleArn: 'lakeformation.amazonaws.com' },
      serviceLinkedRoles: [{ service: 'lakeformation.amazonaws.com', properties: ['UseServiceLinkedRole'] }],
    },
  },
);
