import { supplement } from './supplied-type';

/** Containers of a job run as tasks of ECS. */
const PRINCIPAL = 'ecs-tasks.amazonaws.com';

export const BATCH = supplement(
  { prefix: 'batch', page: 'list_awsbatch' },
  {
    'AWS::Batch::JobDefinition': {
      create: 'RegisterJobDefinition',
      read: 'DescribeJobDefinitions ListTagsForResource',
      // An update registers another revision of the definition.
      update: 'DeregisterJobDefinition RegisterJobDefinition',
      delete: 'DeregisterJobDefinition',
      tag: 'TagResource',
      passedRoles: {
        'ContainerProperties.ExecutionRoleArn': PRINCIPAL,
        'ContainerProperties.JobRoleArn': PRINCIPAL,
        'EcsProperties.TaskProperties.ExecutionRoleArn': PRINCIPAL,
        'EcsProperties.TaskProperties.TaskRoleArn': PRINCIPAL,
        'NodeProperties.NodeRangeProperties.Container.ExecutionRoleArn': PRINCIPAL,
        'NodeProperties.NodeRangeProperties.Container.JobRoleArn': PRINCIPAL,
        'NodeProperties.NodeRangeProperties.EcsProperties.TaskProperties.ExecutionRoleArn': PRINCIPAL,
        'NodeProperties.NodeRangeProperties.EcsProperties.TaskProperties.TaskRoleArn': PRINCIPAL,
      },
    },
  },
);
