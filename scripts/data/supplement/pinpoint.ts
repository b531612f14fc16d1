import type { Reviews } from '../review';
import { supplement, SuppliedType, usualCalls } from './supplied-type';

const PRINCIPAL = 'pinpoint.amazonaws.com';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

/** A channel is there with every app: it is switched on by an update. */
function channel(name: string): SuppliedType {
  return { ...usualCalls(`${name}Channel`, 'Get'), create: `Update${name}Channel` };
}

function tagged(name: string): SuppliedType {
  return { ...usualCalls(name, 'Get', 'ListTagsForResource'), ...TAGS };
}

const APPS = supplement(
  { prefix: 'mobiletargeting', page: 'list_amazonpinpoint' },
  {
    'AWS::Pinpoint::ADMChannel': channel('Adm'),
    'AWS::Pinpoint::APNSChannel': channel('Apns'),
    'AWS::Pinpoint::APNSSandboxChannel': channel('ApnsSandbox'),
    'AWS::Pinpoint::APNSVoipChannel': channel('ApnsVoip'),
    'AWS::Pinpoint::APNSVoipSandboxChannel': channel('ApnsVoipSandbox'),
    'AWS::Pinpoint::App': {
      create: 'CreateApp',
      read: 'GetApp ListTagsForResource',
      delete: 'DeleteApp',
      ...TAGS,
    },
    'AWS::Pinpoint::ApplicationSettings': {
      create: 'UpdateApplicationSettings',
      read: 'GetApplicationSettings',
      update: 'UpdateApplicationSettings',
      // Settings can't be deleted: deletion writes the first ones.
      delete: 'UpdateApplicationSettings',
    },
    'AWS::Pinpoint::BaiduChannel': channel('Baidu'),
    'AWS::Pinpoint::Campaign': tagged('Campaign'),
    'AWS::Pinpoint::EmailChannel': {
      ...channel('Email'),
      passedRoles: { OrchestrationSendingRoleArn: PRINCIPAL, RoleArn: PRINCIPAL },
    },
    'AWS::Pinpoint::EmailTemplate': tagged('EmailTemplate'),
    'AWS::Pinpoint::EventStream': {
      create: 'PutEventStream',
      read: 'GetEventStream',
      update: 'PutEventStream',
      delete: 'DeleteEventStream',
      passedRoles: { RoleArn: PRINCIPAL },
    },
    'AWS::Pinpoint::GCMChannel': channel('Gcm'),
    'AWS::Pinpoint::PushTemplate': tagged('PushTemplate'),
    'AWS::Pinpoint::SMSChannel': channel('Sms'),
    'AWS::Pinpoint::Segment': tagged('Segment'),
    'AWS::Pinpoint::SmsTemplate': tagged('SmsTemplate'),
    'AWS::Pinpoint::VoiceChannel': channel('Voice'),
  },
);

const SETTINGS_OF_CONFIGURATION_SET = ['Delivery', 'Reputation', 'Sending', 'Tracking'].map((kind) => {
  return `PutConfigurationSet${kind}Options`;
});

const ATTRIBUTES_OF_IDENTITY = ['Dkim', 'Feedback', 'MailFrom'].map((kind) => `PutEmailIdentity${kind}Attributes`);

const EMAIL = supplement(
  { prefix: 'ses', page: 'list_amazonpinpointemailservice' },
  {
    'AWS::PinpointEmail::ConfigurationSet': {
      create: 'CreateConfigurationSet',
      read: 'GetConfigurationSet ListTagsForResource',
      update: SETTINGS_OF_CONFIGURATION_SET.join(' '),
      delete: 'DeleteConfigurationSet',
      ...TAGS,
    },
    'AWS::PinpointEmail::ConfigurationSetEventDestination': {
      ...usualCalls('ConfigurationSetEventDestination', 'Get'),
      read: 'GetConfigurationSetEventDestinations',
      passedRoles: { 'EventDestination.KinesisFirehoseDestination.IamRoleArn': 'ses.amazonaws.com' },
    },
    'AWS::PinpointEmail::DedicatedIpPool': {
      create: 'CreateDedicatedIpPool',
      read: 'GetDedicatedIps ListDedicatedIpPools ListTagsForResource',
      delete: 'DeleteDedicatedIpPool',
      ...TAGS,
    },
    'AWS::PinpointEmail::Identity': {
      create: ['CreateEmailIdentity', ...ATTRIBUTES_OF_IDENTITY].join(' '),
      read: 'GetEmailIdentity ListTagsForResource',
      update: ATTRIBUTES_OF_IDENTITY.join(' '),
      delete: 'DeleteEmailIdentity',
      ...TAGS,
    },
  },
);

export const PINPOINT: Reviews = { ...APPS, ...EMAIL };
