import { Reviews, set } from '../review';
import { actionsPage } from './pages';

const ACTIONS = actionsPage('amazoneventbridge');

const ENCRYPTION = 'kms:Decrypt kms:DescribeKey kms:GenerateDataKey';

export const EVENTS: Reviews = {
  'AWS::Events::Archive': {
    always: 'events:CreateArchive events:DeleteArchive events:DescribeArchive events:ListArchives events:UpdateArchive',
    adds: [
      {
        when: set('KmsKeyIdentifier'),
        actions: { cu: ENCRYPTION },
        source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html',
      },
    ],
  },
  'AWS::Events::EventBus': {
    always: `events:CreateEventBus events:DeleteEventBus events:DescribeEventBus events:ListEventBuses
      events:ListTagsForResource events:TagResource events:UntagResource events:UpdateEventBus`,
    when: [
      { when: set('Policy'), actions: 'events:PutPermission events:RemovePermission' },
      { when: set('KmsKeyIdentifier'), actions: ENCRYPTION },
    ],
  },
  'AWS::Events::Rule': {
    always: 'events:DeleteRule events:DescribeRule events:ListRules events:ListTargetsByRule events:PutRule',
    when: [{ when: set('Targets'), actions: 'events:PutTargets events:RemoveTargets' }],
    adds: [
      {
        actions: { cut: 'events:TagResource', ut: 'events:UntagResource', rut: 'events:ListTagsForResource' },
        source: ACTIONS,
      },
    ],
    passedRoles: [
      { property: 'RoleArn', service: 'events.amazonaws.com' },
      { property: 'Targets.RoleArn', service: 'events.amazonaws.com' },
    ],
  },
  'AWS::Pipes::Pipe': {
    always: `pipes:CreatePipe pipes:DeletePipe pipes:DescribePipe pipes:ListPipes pipes:ListTagsForResource
      pipes:TagResource pipes:UntagResource pipes:UpdatePipe`,
    when: [
      {
        when: set('LogConfiguration'),
        actions: 'firehose:TagDeliveryStream logs:* s3:GetBucketPolicy s3:PutBucketPolicy',
      },
      { when: set('KmsKeyIdentifier'), actions: ENCRYPTION },
    ],
    passedRoles: [{ property: 'RoleArn', service: 'pipes.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'delivery.logs.amazonaws.com',
        when: set('LogConfiguration.FirehoseLogDestination'),
        source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
      },
    ],
  },
  'AWS::Scheduler::Schedule': {
    always: `scheduler:CreateSchedule scheduler:DeleteSchedule scheduler:GetSchedule scheduler:ListSchedules
      scheduler:UpdateSchedule`,
    adds: [
      {
        when: set('KmsKeyArn'),
        actions: { cru: 'kms:Decrypt', cu: 'kms:DescribeKey kms:GenerateDataKey' },
        source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html',
      },
    ],
    passedRoles: [{ property: 'Target.RoleArn', service: 'scheduler.amazonaws.com' }],
  },
  'AWS::Scheduler::ScheduleGroup': {
    always: `scheduler:CreateScheduleGroup scheduler:DeleteSchedule scheduler:DeleteScheduleGroup
      scheduler:GetScheduleGroup scheduler:ListScheduleGroups scheduler:ListTagsForResource scheduler:TagResource
      scheduler:UntagResource`,
  },
};
