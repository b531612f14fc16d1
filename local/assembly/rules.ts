import { Resource } from './template';

/** Says which resources the local run leaves out of a template, and why nobody misses them here. */
export interface LeaveOutRule {
  readonly type: string;
  /** Leaves out only the resources of the type that this holds for. */
  readonly when?: (properties: NonNullable<Resource['Properties']>) => boolean;
  readonly reason: string;
}

const NO_FIREWALL = 'the emulator filters no requests';
const NO_NETWORK = 'functions run on this machine, outside any network of the account';
const NO_NAMES = 'the APIs have stable addresses on loopback instead of names';
const NO_BACKUP = 'nothing local is backed up';

/** One line for each kind of resource that the emulator can't create. Checked against ministack 1.5.33. */
export const LEAVE_OUT_RULES: readonly LeaveOutRule[] = [
  { type: 'AWS::WAFv2::WebACLAssociation', reason: NO_FIREWALL },
  { type: 'AWS::WAFv2::LoggingConfiguration', reason: NO_FIREWALL },
  { type: 'AWS::CertificateManager::Certificate', reason: NO_NAMES },
  { type: 'Custom::PublicHostedZone', reason: NO_NAMES },
  { type: 'AWS::Route53::HostedZone', reason: NO_NAMES },
  { type: 'AWS::Route53::RecordSet', reason: NO_NAMES },
  { type: 'AWS::ApiGateway::DomainName', reason: NO_NAMES },
  { type: 'AWS::ApiGateway::BasePathMapping', reason: NO_NAMES },
  { type: 'AWS::Cognito::ManagedLoginBranding', reason: 'the emulator has a sign-in page of its own' },
  { type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment', reason: 'the emulator assesses no risks' },
  { type: 'AWS::Cognito::LogDeliveryConfiguration', reason: 'the emulator writes no user activity logs' },
  {
    type: 'AWS::CloudWatch::Alarm',
    when: ({ Metrics }) => Metrics !== undefined,
    reason: 'the emulator computes no metric expressions',
  },
  { type: 'AWS::CloudWatch::AnomalyDetector', reason: 'the emulator computes no metric expressions' },
  { type: 'AWS::CloudWatch::CompositeAlarm', reason: 'the emulator combines no alarms' },
  { type: 'AWS::Logs::QueryDefinition', reason: 'logs are files under .local/logs' },
  { type: 'AWS::Events::Archive', reason: 'events of a local run are not kept' },
  { type: 'AWS::Backup::BackupSelection', reason: NO_BACKUP },
  { type: 'AWS::EC2::FlowLog', reason: NO_NETWORK },
  { type: 'AWS::EC2::SecurityGroupIngress', reason: NO_NETWORK },
  { type: 'AWS::EC2::SecurityGroupEgress', reason: NO_NETWORK },
];

export function ruleFor(resource: Resource): LeaveOutRule | undefined {
  return LEAVE_OUT_RULES.find(({ type, when }) => type === resource.Type && (!when || when(resource.Properties ?? {})));
}
