import { App, Stack } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';

/** Templates of what an account for copies of backups holds: vaults with keys, and whom they tell. */
export function secondaryAccountTemplates(): unknown[] {
  const app = new App();
  const stack = new Stack(app, 'Backups', { stackName: 'compact-connect-backups' });
  const key = new Key(stack, 'Key', { alias: 'compact-connect-backups' });
  const topic = new Topic(stack, 'Alarms', { masterKey: key });
  topic.addSubscription(new EmailSubscription('operators@example.org'));
  new BackupVault(stack, 'Vault', { encryptionKey: key, notificationTopic: topic });
  new Alarm(stack, 'Failed', {
    metric: new Metric({ namespace: 'AWS/Backup', metricName: 'NumberOfCopyJobsFailed' }),
    threshold: 1,
    evaluationPeriods: 1,
  });
  return app.synth().stacks.map(({ template }) => template);
}
