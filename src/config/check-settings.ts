import { SettingsDraft } from './draft';
import { ConfigurationError, displayed, distinct, Problem } from './problem';
import { accountsAndRegionsAreSound } from './rules/accounts';
import { attestationsAreComplete, attestationsAreWritten, attestationsFitADeployment } from './rules/attestations';
import { backupsAreKept, copiesAreKeptApart } from './rules/backup';
import { compactsAreDistinct, compactsHaveNames, licenseTypesAreDistinct } from './rules/compacts';
import { domainsAreHostNames, someOriginIsAllowed } from './rules/domains';
import { jurisdictionsAreKnown, membersAreJurisdictions } from './rules/jurisdictions';
import { environmentNamesFitVaults, namesFitPhysicalNames } from './rules/names';
import { mailReportsHaveAReceiver, notificationsHaveReceivers } from './rules/notifications';
import { productionIsProtected } from './rules/production';
import { resourceServersFitThePool } from './rules/resource-servers';
import { Report, Rule } from './rules/rule';
import { cognitoDomainsCanBeMade, peopleCanSignIn } from './rules/sign-in-domains';
import { tagsAreTagValues } from './rules/tags';
import { localPortIsAPort } from './rules/web-client';
import { LicensureBackendSettings } from './settings';

/** Rules for an environment, whatever is deployed there. */
export const ENVIRONMENT_RULES: readonly Rule[] = [
  namesFitPhysicalNames,
  tagsAreTagValues,
  accountsAndRegionsAreSound,
  domainsAreHostNames,
  localPortIsAPort,
  productionIsProtected,
  notificationsHaveReceivers,
  backupsAreKept,
  copiesAreKeptApart,
];

/** Rules for a licensure backend, and for environments that one is deployed to. */
export const LICENSURE_RULES: readonly Rule[] = [
  cognitoDomainsCanBeMade,
  environmentNamesFitVaults,
  jurisdictionsAreKnown,
  compactsAreDistinct,
  compactsHaveNames,
  licenseTypesAreDistinct,
  membersAreJurisdictions,
  attestationsAreWritten,
  attestationsAreComplete,
  attestationsFitADeployment,
  resourceServersFitThePool,
  peopleCanSignIn,
  someOriginIsAllowed,
  mailReportsHaveAReceiver,
];

/** Holds settings, complete or not, to every rule. */
export function checkDraft(draft: SettingsDraft, report: Report): void {
  for (const rule of [...ENVIRONMENT_RULES, ...LICENSURE_RULES]) rule(draft, report);
}

/**
 * Refuses settings that break a rule, wherever they came from.
 *
 * @throws ConfigurationError with every problem
 */
export function requireSoundSettings(settings: LicensureBackendSettings): void {
  requireSound(settings, (report) => checkDraft(settings, report));
}

/**
 * Refuses settings given in code that a check has something to say about.
 *
 * @throws ConfigurationError with every problem, each once
 */
export function requireSound(settings: object, check: (report: Report) => void): void {
  const problems: Problem[] = [];
  check((setting, reason, remedy, value = displayed(valueAt(settings, setting))) =>
    problems.push({ file: 'settings', path: setting, value, reason, remedy }),
  );
  if (problems.length > 0) throw new ConfigurationError(distinct(problems));
}

function valueAt(settings: object, path: string): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings);
}
