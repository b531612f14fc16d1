import { supplement } from './supplied-type';

export const EMR = supplement(
  { prefix: 'elasticmapreduce', page: 'list_amazonelasticmapreduce' },
  {
    'AWS::EMR::Cluster': {
      create: 'RunJobFlow',
      read: `DescribeCluster GetAutoTerminationPolicy GetManagedScalingPolicy ListBootstrapActions ListInstanceFleets
        ListInstanceGroups ListInstances ListSteps`,
      update: `AddInstanceFleet AddInstanceGroups ModifyCluster ModifyInstanceFleet ModifyInstanceGroups
        PutAutoScalingPolicy PutAutoTerminationPolicy PutManagedScalingPolicy RemoveAutoScalingPolicy
        RemoveAutoTerminationPolicy RemoveManagedScalingPolicy SetTerminationProtection SetVisibleToAllUsers`,
      delete: 'SetTerminationProtection TerminateJobFlows',
      tag: 'AddTags',
      untag: 'RemoveTags',
      onlyWith: [
        { properties: ['AutoTerminationPolicy'], create: 'PutAutoTerminationPolicy' },
        { properties: ['ManagedScalingPolicy'], create: 'PutManagedScalingPolicy' },
        {
          properties: [
            'Instances.CoreInstanceGroup.AutoScalingPolicy',
            'Instances.TaskInstanceGroups.AutoScalingPolicy',
          ],
          create: 'PutAutoScalingPolicy',
        },
        { properties: ['Instances.TaskInstanceFleets'], create: 'AddInstanceFleet' },
        { properties: ['Instances.TaskInstanceGroups'], create: 'AddInstanceGroups' },
      ],
      passedRoles: {
        AutoScalingRole: 'application-autoscaling.amazonaws.com',
        // Names an instance profile, which by convention has the name of the role in it.
        JobFlowRole: 'ec2.amazonaws.com',
        ServiceRole: 'elasticmapreduce.amazonaws.com',
      },
      serviceLinkedRoles: [{ service: 'elasticmapreduce.amazonaws.com' }],
    },
    // Fleets and groups of a running cluster can't be deleted: they are resized to nothing.
    'AWS::EMR::InstanceFleetConfig': {
      create: 'AddInstanceFleet',
      read: 'DescribeCluster ListInstanceFleets',
      update: 'ModifyInstanceFleet',
      delete: 'ModifyInstanceFleet',
    },
    'AWS::EMR::InstanceGroupConfig': {
      create: 'AddInstanceGroups',
      read: 'DescribeCluster ListInstanceGroups',
      update: 'ModifyInstanceGroups PutAutoScalingPolicy RemoveAutoScalingPolicy',
      delete: 'ModifyInstanceGroups',
      onlyWith: [{ properties: ['AutoScalingPolicy'], create: 'PutAutoScalingPolicy' }],
    },
  },
);
