import { Draft, PlatformDraft } from '../draft';
import { DEPLOY } from '../parameters/parameter-name';
import { DeployAccountSettings, SourceSettings } from '../platform-settings';
import { COMPACT_CONNECT_ENVIRONMENTS, isProduction } from '../purpose';
import { Ledger } from '../reading/ledger';
import { BackupPolicySettings, BackupSettings, EnvironmentPurpose, EnvironmentSettings } from '../settings';

// Valid, so that everything synthesizes, and obviously nobody's.
const ACCOUNT = '000000000000';
const REGION = 'us-east-1';
const OTHER_REGION = 'us-west-2';
const DOMAIN = 'placeholder.invalid';

const POLICY: BackupPolicySettings = { schedule: { hour: '0' }, deleteAfterDays: 365, coldStorageAfterDays: 30 };

const BACKUP: BackupSettings = {
  generalData: POLICY,
  frequentUpdates: POLICY,
  accountId: ACCOUNT,
  region: OTHER_REGION,
  generalVaultName: 'placeholder-general',
  ssnVaultName: 'placeholder-ssn',
};

function placeholderEnvironment(name: string): EnvironmentSettings {
  return {
    name,
    // Pipelines deploy it: no lookup is ever needed for a developer's environment.
    ...(!COMPACT_CONNECT_ENVIRONMENTS.includes(name) && { purpose: EnvironmentPurpose.PREPRODUCTION }),
    account: ACCOUNT,
    region: REGION,
    domainName: DOMAIN,
    notifications: { sesOperationsSupportEmail: `nobody@${DOMAIN}` },
    ...(isProduction({ name }) && { backup: BACKUP }),
  };
}

const DEPLOY_ACCOUNT: DeployAccountSettings = { account: ACCOUNT, region: REGION };

/** A connection in the account of the pipelines, as the rules demand. */
function placeholderSource({ account = ACCOUNT, region = REGION }: Draft<DeployAccountSettings>): SourceSettings {
  return {
    repository: 'placeholder/placeholder',
    connectionArn: `arn:aws:codeconnections:${region}:${account}:connection/placeholder`,
  };
}

/**
 * Fills the gaps that parameters leave whose values are still to be looked up.
 *
 * @param pending what the missing parameters are of: names of environments, or the deploy account
 */
export function withPlaceholders(draft: PlatformDraft, pending: readonly string[], ledger: Ledger): PlatformDraft {
  if (pending.length === 0) return draft;
  const { environments = [], applicationName, deployAccount, source } = draft;
  const account = deployAccount ?? DEPLOY_ACCOUNT;
  const filling: PlatformDraft = {
    ...(applicationName === undefined && { applicationName: 'placeholder' }),
    ...(deployAccount === undefined && { deployAccount: account }),
    ...(source === undefined && { source: placeholderSource(account) }),
  };
  const names = pending.filter((name) => name !== DEPLOY);
  for (const setting of Object.keys(filling)) ledger.invent(setting);
  names.forEach((_, index) => ledger.invent(`environments[${environments.length + index}]`));
  return { ...draft, ...filling, environments: [...environments, ...names.map(placeholderEnvironment)] };
}
