import { list, narrowed, object, oneOf, text, trueOrFalse, wholeNumber } from '../reading/decoders';
import { ACCOUNT_ID, REGION } from '../rules/accounts';
import { SHORTEST_RETENTION_DAYS, VAULT_NAME } from '../rules/backup';
import { HOSTED_ZONE_ID, HOST_NAME } from '../rules/domains';
import { CHANNEL_NAME, SLACK_ID } from '../rules/notifications';
import { LARGEST_PORT } from '../rules/web-client';
import { EnvironmentPurpose, SecurityProfile } from '../settings';
import { fields, may, must } from './fields';

/** A text that a rule holds to an expression. */
export function textLike(expression: RegExp) {
  return narrowed(text, { pattern: expression.source });
}

export const account = textLike(ACCOUNT_ID);
export const region = textLike(REGION);
const address = narrowed(text, { format: 'email' });
const vault = textLike(VAULT_NAME);

const SLACK_CHANNEL = fields({
  channelName: must('the name of the channel', textLike(CHANNEL_NAME)),
  channelId: must('the id of the channel', textLike(SLACK_ID)),
  workspaceId: must('the id of the workspace', textLike(SLACK_ID)),
});

export const notifications = object(
  fields({
    email: may(narrowed(list(address), { uniqueItems: true })),
    slack: may(list(object(SLACK_CHANNEL, 'SlackChannelSettings'))),
    sesOperationsSupportEmail: may(address),
  }),
  'NotificationSettings',
);

const SCHEDULE = fields({
  minute: may(text),
  hour: may(text),
  day: may(text),
  month: may(text),
  weekDay: may(text),
  year: may(text),
});

const BACKUP_POLICY = fields({
  schedule: must('the cron fields of the schedule', object(SCHEDULE, 'BackupScheduleSettings')),
  deleteAfterDays: must('the days of storage', narrowed(wholeNumber, { minimum: SHORTEST_RETENTION_DAYS })),
  coldStorageAfterDays: must('the days before cold storage', narrowed(wholeNumber, { minimum: 1 })),
});

const policy = object(BACKUP_POLICY, 'BackupPolicySettings');

const BACKUP = fields({
  generalData: must('the policy of tables and buckets', policy),
  frequentUpdates: must('the policy of data that changes all the time', policy),
  accountId: must('the account that keeps the copies', account),
  region: must('the region that keeps the copies', region),
  generalVaultName: must('the vault for general data', vault),
  ssnVaultName: must('the vault for social security numbers', vault),
});

/** One environment, whose name is the key that it stands under. */
export const ENVIRONMENT = fields({
  purpose: may(oneOf(Object.values(EnvironmentPurpose))),
  account: must('the account of the environment', account),
  region: must('the region of the environment', region),
  domainName: may(textLike(HOST_NAME)),
  hostedZoneId: may(textLike(HOSTED_ZONE_ID)),
  uiDomainNameOverride: may(textLike(HOST_NAME)),
  allowLocalUi: may(trueOrFalse),
  localUiPort: may(narrowed(wholeNumber, { minimum: 1, maximum: LARGEST_PORT })),
  securityProfile: may(oneOf(Object.values(SecurityProfile))),
  notifications: may(notifications),
  backup: may(object(BACKUP, 'BackupSettings')),
  workloadBoundary: may(trueOrFalse),
});

export const environment = object(ENVIRONMENT, 'EnvironmentSettings');
