import { supplement, usualCalls } from './supplied-type';

export const DLM = supplement(
  { prefix: 'dlm', page: 'list_amazondatalifecyclemanager' },
  {
    'AWS::DLM::LifecyclePolicy': {
      ...usualCalls('LifecyclePolicy', 'Get', 'ListTagsForResource'),
      tag: 'TagResource',
      untag: 'UntagResource',
      passedRoles: { ExecutionRoleArn: 'dlm.amazonaws.com' },
    },
  },
);
