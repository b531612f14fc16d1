import { supplement } from './supplied-type';

/** A plan makes scaling policies and their alarms with the rights of its caller. */
const POLICIES = `application-autoscaling:DescribeScalableTargets application-autoscaling:DescribeScalingPolicies
  autoscaling:DescribeAutoScalingGroups autoscaling:DescribePolicies cloudwatch:DescribeAlarms`;

const WRITES_POLICIES = `application-autoscaling:PutScalingPolicy application-autoscaling:RegisterScalableTarget
  autoscaling:PutScalingPolicy cloudwatch:PutMetricAlarm`;

const DELETES_POLICIES = `application-autoscaling:DeleteScalingPolicy
  application-autoscaling:DeregisterScalableTarget autoscaling:DeletePolicy cloudwatch:DeleteAlarms`;

export const AUTO_SCALING_PLANS = supplement(
  { prefix: 'autoscaling-plans', page: 'list_awsautoscaling' },
  {
    'AWS::AutoScalingPlans::ScalingPlan': {
      create: `CreateScalingPlan ${WRITES_POLICIES}`,
      read: `DescribeScalingPlanResources DescribeScalingPlans ${POLICIES}`,
      update: `UpdateScalingPlan ${WRITES_POLICIES} ${DELETES_POLICIES}`,
      delete: `DeleteScalingPlan ${DELETES_POLICIES}`,
      onlyWith: [
        {
          properties: ['ApplicationSource.CloudFormationStackARN'],
          create: 'cloudformation:ListStackResources',
          update: 'cloudformation:ListStackResources',
        },
        {
          properties: ['ApplicationSource.TagFilters'],
          create: 'tag:GetResources',
          update: 'tag:GetResources',
        },
      ],
      serviceLinkedRoles: [{ service: 'autoscaling-plans.amazonaws.com' }],
    },
  },
);
