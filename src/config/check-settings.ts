import { SettingsDraft } from './draft';
import { ConfigurationError, displayed, Problem } from './problem';
import { accountsAndRegionsAreSound } from './rules/accounts';
import { backupsAreKept } from './rules/backup';
import { compactsAreDistinct, licenseTypesAreDistinct } from './rules/compacts';
import { domainsAreHostNames, someOriginIsAllowed } from './rules/domains';
import { jurisdictionsAreKnown, membersAreJurisdictions } from './rules/jurisdictions';
import { namesFitPhysicalNames } from './rules/names';
import { notificationsHaveReceivers } from './rules/notifications';
import { productionIsProtected } from './rules/production';
import { resourceServersFitThePool } from './rules/resource-servers';
import { Report, Rule } from './rules/rule';
import { tagsAreTagValues } from './rules/tags';
import { localPortIsAPort } from './rules/web-client';
import { LicensureBackendSettings } from './settings';

const RULES: readonly Rule[] = [
  namesFitPhysicalNames,
  tagsAreTagValues,
  jurisdictionsAreKnown,
  compactsAreDistinct,
  licenseTypesAreDistinct,
  membersAreJurisdictions,
  resourceServersFitThePool,
  accountsAndRegionsAreSound,
  domainsAreHostNames,
  someOriginIsAllowed,
  localPortIsAPort,
  productionIsProtected,
  notificationsHaveReceivers,
  backupsAreKept,
];

/** Holds settings, complete or not, to every rule. */
export function checkDraft(draft: SettingsDraft, report: Report): void {
  for (const rule of RULES) rule(draft, report);
}

/**
 * Refuses settings that break a rule, wherever they came from.
 *
 * @throws ConfigurationError with every problem
 */
export function requireSoundSettings(settings: LicensureBackendSettings): void {
  const problems: Problem[] = [];
  checkDraft(settings, (setting, reason, remedy, value = displayed(valueAt(settings, setting))) =>
    problems.push({ file: 'settings', path: setting, value, reason, remedy }),
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
}

function valueAt(settings: LicensureBackendSettings, path: string): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings);
}
