import { Draft } from '../draft';
import { isProduction } from '../purpose';
import { BackupPolicySettings, BackupScheduleSettings } from '../settings';
import { cronValues, isCronField } from './cron';
import { Report, Rule } from './rule';

/** Shortest retention that the locked vaults of an environment take (spec 01 section 5.3). */
export const SHORTEST_RETENTION_DAYS = 180;

/** Shortest stay in cold storage (AWS Backup API, Lifecycle). */
const SHORTEST_COLD_DAYS = 90;

export const VAULT_NAME = /^[A-Za-z0-9_-]{2,50}$/;

const VAULTS = ['generalVaultName', 'ssnVaultName'] as const;

/** Backups go to vaults that can exist, at times that can come, and stay as long as the vaults demand. */
export const backupsAreKept: Rule = ({ environment }, report) => {
  const backup = environment?.backup;
  if (backup === undefined) return;
  for (const policy of ['generalData', 'frequentUpdates'] as const) {
    const setting = `environment.backup.${policy}`;
    checkRetention(setting, backup[policy] ?? {}, report);
    checkSchedule(`${setting}.schedule`, backup[policy]?.schedule ?? {}, report);
  }
  for (const vault of VAULTS) {
    const name = backup[vault];
    if (name !== undefined && !VAULT_NAME.test(name)) {
      report(
        `environment.backup.${vault}`,
        'a vault name has 2 to 50 letters, digits, "-" and "_"',
        'write the name of the vault in the account that keeps the copies',
      );
    }
  }
};

/** Copies of backups survive what happens to the originals, and those of social security numbers have a vault of their own. */
export const copiesAreKeptApart: Rule = ({ environment }, report) => {
  const { account, region, backup } = environment ?? {};
  if (account === undefined || region === undefined || backup === undefined) return;
  if (backup.accountId === account && backup.region === region) {
    report(
      'environment.backup.accountId',
      'copies in the account and region of the environment are lost together with it',
      'name another account, or another region',
    );
  }
  const [general, ssn] = VAULTS.map((vault) => backup[vault]);
  if (isProduction(environment ?? {}) && ssn !== undefined && general === ssn) {
    report(
      'environment.backup.ssnVaultName',
      'production keeps social security numbers in a vault that nothing else is in',
      'name a vault of their own',
    );
  }
};

function checkRetention(setting: string, policy: Draft<BackupPolicySettings>, report: Report): void {
  const { deleteAfterDays: deletion, coldStorageAfterDays: cold } = policy;
  if (deletion !== undefined && deletion < SHORTEST_RETENTION_DAYS) {
    report(
      `${setting}.deleteAfterDays`,
      `the vaults are locked for ${SHORTEST_RETENTION_DAYS} days`,
      `keep copies for at least ${SHORTEST_RETENTION_DAYS} days`,
    );
  }
  if (cold !== undefined && cold < 1) {
    report(`${setting}.coldStorageAfterDays`, 'a copy moves after at least one day', 'use 1 or more');
  } else if (cold !== undefined && deletion !== undefined && cold + SHORTEST_COLD_DAYS > deletion) {
    report(
      `${setting}.coldStorageAfterDays`,
      `copies stay in cold storage for ${SHORTEST_COLD_DAYS} days, and these are deleted after ${deletion}`,
      deletion > SHORTEST_COLD_DAYS ? `use at most ${deletion - SHORTEST_COLD_DAYS}` : 'keep the copies for longer',
    );
  }
}

function checkSchedule(setting: string, schedule: Draft<BackupScheduleSettings>, report: Report): void {
  for (const [name, text] of Object.entries(schedule)) {
    const field = name as keyof BackupScheduleSettings;
    if (!isCronField(field, text)) {
      report(
        `${setting}.${field}`,
        'it is not a field of a cron expression',
        `use ${cronValues(field)}, "*", a list, a range or a step`,
      );
    } else if (field === 'minute' && !/^\d+$/.test(text)) {
      report(`${setting}.minute`, 'AWS Backup runs at most once an hour', 'use one minute, 0 to 59');
    }
  }
  if (schedule.day !== undefined && schedule.weekDay !== undefined) {
    report(`${setting}.weekDay`, 'a schedule has days of the month or of the week, not both', 'remove one of the two');
  }
}
