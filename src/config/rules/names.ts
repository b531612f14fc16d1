import { displayed } from '../problem';
import { Report, Rule } from './rule';

export const NAME = /^[a-z](?:-?[a-z0-9])*$/;

/** AWS Backup ends names of vaults at 50 characters, and `CompactConnect-<environment>-SSNBackupVault` is one. */
export const LONGEST_ENVIRONMENT_NAME = 20;

/** Names of the application and the environment fit into the physical names that are made of them. */
export const namesFitPhysicalNames: Rule = ({ applicationName, environment }, report) => {
  checkName('applicationName', applicationName, report);
  checkName('environment.name', environment?.name, report);
};

export function checkName(setting: string, name: string | undefined, report: Report): void {
  if (name === undefined || NAME.test(name)) return;
  const proposal = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  report(
    setting,
    'physical names take lower-case letters, digits and single hyphens, a letter first',
    proposal === '' ? 'choose another name' : `rename it, for example to ${displayed(proposal)}`,
  );
}

/** Names of environments leave room in the names of backup vaults. */
export const environmentNamesFitVaults: Rule = ({ environment }, report) => {
  if (environment?.name === undefined || environment.name.length <= LONGEST_ENVIRONMENT_NAME) return;
  report(
    'environment.name',
    `names of backup vaults leave ${LONGEST_ENVIRONMENT_NAME} characters for it`,
    'choose a shorter name',
  );
};
