/** Names of stacks of an account for copies of backups begin so, after the name of the application. */
const STACK = 'backups';

/**
 * What an account for copies of backups holds, where the app doesn't deploy it: a vault with its key, and whom it tells.
 * A bootstrap for such an account is made for these resources.
 */
export function backupCopiesTemplate(applicationName: string): object {
  const name = `${applicationName}-${STACK}`;
  const key = { 'Fn::GetAtt': ['Key', 'Arn'] };
  const topic = { Ref: 'Alarms' };
  return {
    Resources: {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { Description: 'Encrypts copies of backups', EnableKeyRotation: true, KeyPolicy: {}, Tags: [] },
      },
      KeyAlias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: `alias/${name}`, TargetKeyId: key } },
      Alarms: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name, KmsMasterKeyId: key, Tags: [] } },
      AlarmsPolicy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [topic], PolicyDocument: {} } },
      Operators: {
        Type: 'AWS::SNS::Subscription',
        Properties: { Protocol: 'email', TopicArn: topic, Endpoint: 'operators@example.org' },
      },
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: {
          BackupVaultName: name,
          EncryptionKeyArn: key,
          AccessPolicy: {},
          LockConfiguration: { MinRetentionDays: 90, ChangeableForDays: 180 },
          Notifications: { SNSTopicArn: topic, BackupVaultEvents: ['COPY_JOB_FAILED'] },
          BackupVaultTags: {},
        },
      },
      Failed: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          AlarmName: name,
          Namespace: 'AWS/Backup',
          MetricName: 'NumberOfCopyJobsFailed',
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: [topic],
          Tags: [],
        },
      },
    },
  };
}
