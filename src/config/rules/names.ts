import { SettingsDraft } from '../draft';
import { displayed } from '../problem';
import { isProduction } from '../purpose';
import { Report, Rule } from './rule';

const NAME = /^[a-z](?:-?[a-z0-9])*$/;

/** AWS Backup ends names of vaults at 50 characters, and `CompactConnect-<environment>-SSNBackupVault` is one. */
const LONGEST_ENVIRONMENT_NAME = 20;

/** Cognito, CreateUserPoolDomain. */
const LONGEST_SIGN_IN_DOMAIN = 63;
const WORDS_COGNITO_REFUSES = ['aws', 'amazon', 'cognito'];

/** Names of the application and the environment fit into the physical names that are made of them. */
export const namesFitPhysicalNames: Rule = ({ applicationName, environment }, report) => {
  checkName('applicationName', applicationName, report);
  checkName('environment.name', environment?.name, report);
  if (environment?.name !== undefined && environment.name.length > LONGEST_ENVIRONMENT_NAME) {
    report(
      'environment.name',
      `names of backup vaults leave ${LONGEST_ENVIRONMENT_NAME} characters for it`,
      'choose a shorter name',
    );
  }
  checkSignInDomain(applicationName, environment, report);
};

function checkName(setting: string, name: string | undefined, report: Report): void {
  if (name === undefined) return;
  if (!NAME.test(name)) {
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
  const refused = WORDS_COGNITO_REFUSES.find((word) => name.toLowerCase().includes(word));
  if (refused !== undefined) {
    report(setting, `Cognito refuses sign-in domains with ${displayed(refused)} in them`, 'choose a name without it');
  }
}

/** State IT systems get their tokens under a domain of Cognito, whatever domain the environment has. */
function checkSignInDomain(
  application: string | undefined,
  environment: SettingsDraft['environment'],
  report: Report,
): void {
  if (application === undefined || environment?.name === undefined) return;
  const prefix = `${application}-state-auth${isProduction(environment) ? '' : `-${environment.name}`}`;
  if (prefix.length <= LONGEST_SIGN_IN_DOMAIN) return;
  report(
    'applicationName',
    `the sign-in domain ${prefix} has ${prefix.length} characters and Cognito takes ${LONGEST_SIGN_IN_DOMAIN}`,
    'shorten the name of the application or of the environment',
  );
}
