import { supplement, usualCalls } from './supplied-type';

const PRINCIPAL = 'ssm.amazonaws.com';

export const SSM = supplement(
  { prefix: 'ssm', page: 'list_awssystemsmanager' },
  {
    'AWS::SSM::MaintenanceWindow': {
      ...usualCalls('MaintenanceWindow', 'Get', 'DescribeMaintenanceWindows', 'ListTagsForResource'),
      tag: 'AddTagsToResource',
      untag: 'RemoveTagsFromResource',
    },
    'AWS::SSM::MaintenanceWindowTarget': {
      create: 'RegisterTargetWithMaintenanceWindow',
      read: 'DescribeMaintenanceWindowTargets',
      update: 'UpdateMaintenanceWindowTarget',
      delete: 'DeregisterTargetFromMaintenanceWindow',
    },
    'AWS::SSM::MaintenanceWindowTask': {
      create: 'RegisterTaskWithMaintenanceWindow',
      read: 'DescribeMaintenanceWindowTasks GetMaintenanceWindowTask',
      update: 'UpdateMaintenanceWindowTask',
      delete: 'DeregisterTaskFromMaintenanceWindow',
      passedRoles: {
        ServiceRoleArn: PRINCIPAL,
        'TaskInvocationParameters.MaintenanceWindowRunCommandParameters.ServiceRoleArn': PRINCIPAL,
      },
      // A task without a role of its own runs with this one.
      serviceLinkedRoles: [{ service: PRINCIPAL }],
    },
  },
);
