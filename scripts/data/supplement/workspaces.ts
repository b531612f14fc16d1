import { USE_OF_KEY } from './calls-of-other-services';
import { supplement } from './supplied-type';

export const WORKSPACES = supplement(
  { prefix: 'workspaces', page: 'list_amazonworkspaces' },
  {
    'AWS::WorkSpaces::Workspace': {
      create: 'CreateWorkspaces',
      read: 'DescribeTags DescribeWorkspaceBundles DescribeWorkspaceDirectories DescribeWorkspaces',
      update: 'ModifyWorkspaceProperties ModifyWorkspaceState',
      delete: 'TerminateWorkspaces',
      tag: 'CreateTags',
      untag: 'DeleteTags',
      onlyWith: [{ properties: ['VolumeEncryptionKey'], create: USE_OF_KEY }],
    },
  },
);
