import { supplement } from './supplied-type';

/** Recorder and delivery channel belong together: whichever comes last starts the recorder, and goes first stops it. */
const STATE_OF_RECORDER = 'DescribeConfigurationRecorderStatus DescribeConfigurationRecorders';

export const CONFIG = supplement(
  { prefix: 'config', page: 'list_awsconfig' },
  {
    'AWS::Config::ConfigurationRecorder': {
      create: 'PutConfigurationRecorder StartConfigurationRecorder',
      read: STATE_OF_RECORDER,
      update: 'PutConfigurationRecorder StartConfigurationRecorder StopConfigurationRecorder',
      delete: 'DeleteConfigurationRecorder StopConfigurationRecorder',
      passedRoles: { RoleARN: 'config.amazonaws.com' },
    },
    'AWS::Config::DeliveryChannel': {
      create: 'PutDeliveryChannel StartConfigurationRecorder',
      read: `DescribeDeliveryChannelStatus DescribeDeliveryChannels ${STATE_OF_RECORDER}`,
      update: 'PutDeliveryChannel StartConfigurationRecorder StopConfigurationRecorder',
      delete: 'DeleteDeliveryChannel StopConfigurationRecorder',
    },
    'AWS::Config::OrganizationConfigRule': {
      create: 'PutOrganizationConfigRule organizations:EnableAWSServiceAccess',
      read: `DescribeOrganizationConfigRuleStatuses DescribeOrganizationConfigRules
        GetOrganizationConfigRuleDetailedStatus GetOrganizationCustomRulePolicy organizations:DescribeOrganization
        organizations:ListDelegatedAdministrators`,
      update: 'PutOrganizationConfigRule',
      delete: 'DeleteOrganizationConfigRule',
      serviceLinkedRoles: [{ service: 'config-multiaccountsetup.amazonaws.com' }],
    },
    'AWS::Config::RemediationConfiguration': {
      create: 'PutRemediationConfigurations',
      read: 'DescribeRemediationConfigurations',
      update: 'PutRemediationConfigurations',
      delete: 'DeleteRemediationConfiguration',
      passedRoles: { 'Parameters.AutomationAssumeRole.StaticValue.Values': 'ssm.amazonaws.com' },
      serviceLinkedRoles: [{ service: 'remediation.config.amazonaws.com', properties: ['Automatic'] }],
    },
  },
);
