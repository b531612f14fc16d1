import type { Reviews } from '../review';
import { supplement, SuppliedType, usualCalls } from './supplied-type';

function converting(name: string): SuppliedType {
  return {
    ...usualCalls(name, 'Get', 'DescribeEndpoints', 'ListTagsForResource'),
    tag: 'TagResource',
    untag: 'UntagResource',
  };
}

function live(name: string): SuppliedType {
  return { ...usualCalls(name, 'Describe', 'ListTagsForResource'), tag: 'CreateTags', untag: 'DeleteTags' };
}

const MEDIA_CONVERT = supplement(
  { prefix: 'mediaconvert', page: 'list_awselementalmediaconvert' },
  {
    'AWS::MediaConvert::JobTemplate': converting('JobTemplate'),
    'AWS::MediaConvert::Preset': converting('Preset'),
    'AWS::MediaConvert::Queue': converting('Queue'),
  },
);

const MEDIA_LIVE = supplement(
  { prefix: 'medialive', page: 'list_awselementalmedialive' },
  {
    'AWS::MediaLive::Channel': {
      ...live('Channel'),
      update: 'UpdateChannel UpdateChannelClass',
      passedRoles: { RoleArn: 'medialive.amazonaws.com' },
    },
    'AWS::MediaLive::Input': { ...live('Input'), passedRoles: { RoleArn: 'medialive.amazonaws.com' } },
    'AWS::MediaLive::InputSecurityGroup': live('InputSecurityGroup'),
  },
);

const POLICIES = ['ContainerPolicy', 'CorsPolicy', 'LifecyclePolicy', 'MetricPolicy'];

function callsOfPolicies(...verbs: string[]): string {
  return verbs.flatMap((verb) => POLICIES.map((policy) => `${verb}${policy}`)).join(' ');
}

const MEDIA_STORE = supplement(
  { prefix: 'mediastore', page: 'list_awselementalmediastore' },
  {
    'AWS::MediaStore::Container': {
      create: `CreateContainer StartAccessLogging ${callsOfPolicies('Put')}`,
      read: `DescribeContainer ListTagsForResource ${callsOfPolicies('Get')}`,
      update: `StartAccessLogging StopAccessLogging ${callsOfPolicies('Delete', 'Put')}`,
      delete: 'DeleteContainer',
      tag: 'TagResource',
      untag: 'UntagResource',
    },
  },
);

export const MEDIA: Reviews = { ...MEDIA_CONVERT, ...MEDIA_LIVE, ...MEDIA_STORE };
