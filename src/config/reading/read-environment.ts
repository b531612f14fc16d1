import { Draft } from '../draft';
import { BackupSettings, EnvironmentSettings, SecurityProfile } from '../settings';
import {
  isAbsent,
  list,
  object,
  oneOf,
  openObject,
  optional,
  quotedOrWholeNumber,
  Reader,
  readFields,
  readRequired,
  required,
  text,
  trueOrFalse,
  wholeNumber,
} from './decoders';
import { Place } from './place';

export const SLACK_FIELDS = {
  channelName: required('channel_name', 'the name of the channel', text),
  channelId: required('channel_id', 'the id of the channel', text),
  workspaceId: required('workspace_id', 'the id of the workspace', text),
};

export const NOTIFICATION_FIELDS = {
  email: optional('email', list(text)),
  slack: optional('slack', list(object(SLACK_FIELDS))),
  sesOperationsSupportEmail: optional('ses_operations_support_email', text),
};

export const SCHEDULE_FIELDS = {
  minute: optional('minute', text),
  hour: optional('hour', text),
  day: optional('day', text),
  month: optional('month', text),
  weekDay: optional('week_day', text),
  year: optional('year', text),
};

export const BACKUP_POLICY_FIELDS = {
  schedule: required('schedule', 'the cron fields of the schedule', object(SCHEDULE_FIELDS)),
  deleteAfterDays: required('delete_after_days', 'the days after which a copy is deleted', wholeNumber),
  coldStorageAfterDays: required(
    'cold_storage_after_days',
    'the days after which a copy moves to cold storage',
    wholeNumber,
  ),
};

export const BACKUP_POLICIES_FIELDS = {
  generalData: required('general_data', 'the policy of tables and buckets', object(BACKUP_POLICY_FIELDS)),
  frequentUpdates: required(
    'frequent_updates',
    'the policy of data that changes all the time',
    object(BACKUP_POLICY_FIELDS),
  ),
};

export const BACKUP_CONFIG_FIELDS = {
  accountId: required('backup_account_id', 'the account that keeps the copies', text),
  region: required('backup_region', 'the region that keeps the copies', text),
  generalVaultName: required('general_vault_name', 'the vault for general data in that account', text),
  ssnVaultName: required('ssn_vault_name', 'the vault for social security numbers in that account', text),
};

export const ENVIRONMENT_FIELDS = {
  account: required('account_id', 'the account that the environment is deployed to', text),
  region: required('region', 'the region that the environment is deployed to', text),
  domainName: optional('domain_name', text),
  uiDomainNameOverride: optional('ui_domain_name_override', text),
  allowLocalUi: optional('allow_local_ui', trueOrFalse),
  localUiPort: optional('local_ui_port', quotedOrWholeNumber),
  securityProfile: optional('security_profile', oneOf(Object.values(SecurityProfile))),
  notifications: optional('notifications', object(NOTIFICATION_FIELDS)),
};

export const BACKUP_KEYS = ['backup_enabled', 'backup_policies'];

/** Settings of the web client, whose own app reads the same file. */
export const WEB_CLIENT_KEYS = ['recaptcha_public_key', 'robots_meta', 'statsig_key', 'app_env'];

const ENVIRONMENT_KEYS = [
  ...Object.values(ENVIRONMENT_FIELDS).map(({ key }) => key),
  ...BACKUP_KEYS,
  ...WEB_CLIENT_KEYS,
];

/**
 * One environment of an environment file, without its name.
 *
 * @param backupConfig where the copies of backups go
 * @param setting that the place gives
 */
export function readEnvironment(
  place: Place,
  backupConfig: Place,
  setting: string,
): Omit<Draft<EnvironmentSettings>, 'name'> | undefined {
  if (!openObject(place, ENVIRONMENT_KEYS)) return undefined;
  const backup = readBackup(place, backupConfig.as(`${setting}.backup`));
  return { ...readFields(place, ENVIRONMENT_FIELDS), ...(backup && { backup }) };
}

/** Policies and target of an environment whose backups are off stay unread: CompactConnect ignores them too. */
function readBackup(environment: Place, backupConfig: Place): Draft<BackupSettings> | undefined {
  const enabled = readRequired(
    environment.child('backup_enabled'),
    'true, or false to run without backups',
    trueOrFalse,
  );
  if (enabled === false) {
    environment.child('backup_enabled', 'backup');
    return undefined;
  }
  const readSection = <Value>(place: Place, meaning: string, read: Reader<Value>) =>
    enabled === undefined && isAbsent(place) ? undefined : readRequired(place, meaning, read);
  return {
    ...readSection(
      environment.child('backup_policies', 'backup'),
      'when backups run and how long copies are kept, or turn backups off',
      object(BACKUP_POLICIES_FIELDS),
    ),
    ...readSection(
      backupConfig,
      'the account, the region and the vaults that keep the copies, or turn backups off',
      object(BACKUP_CONFIG_FIELDS),
    ),
  };
}
