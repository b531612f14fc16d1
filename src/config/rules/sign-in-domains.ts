import { displayed } from '../problem';
import { isSandbox } from '../purpose';
import { signInPrefix } from '../sign-in-prefix';
import { Report, Rule } from './rule';

/** Cognito, CreateUserPoolDomain. */
const LONGEST_SIGN_IN_DOMAIN = 63;
const WORDS_COGNITO_REFUSES = ['aws', 'amazon', 'cognito'];

/** The longest name below the hosted zone that is a sign-in domain. */
const LONGEST_LABEL = 'licensee-auth.';

export const LONGEST_DOMAIN_NAME = LONGEST_SIGN_IN_DOMAIN - LONGEST_LABEL.length;

/** State IT systems get their tokens under a domain of Cognito, whatever domain the environment has. */
export const cognitoDomainsCanBeMade: Rule = ({ applicationName, environment }, report) => {
  checkWords('applicationName', applicationName, report);
  checkWords('environment.name', environment?.name, report);
  if (applicationName === undefined || environment?.name === undefined) return;
  const prefix = signInPrefix(applicationName, environment.name, 'state-auth');
  if (prefix.length <= LONGEST_SIGN_IN_DOMAIN) return;
  report(
    'applicationName',
    `the sign-in domain ${prefix} has ${prefix.length} characters and Cognito takes ${LONGEST_SIGN_IN_DOMAIN}`,
    'shorten the name of the application or of the environment',
  );
};

function checkWords(setting: string, name: string | undefined, report: Report): void {
  const refused = WORDS_COGNITO_REFUSES.find((word) => name?.toLowerCase().includes(word));
  if (refused === undefined) return;
  report(setting, `Cognito refuses sign-in domains with ${displayed(refused)} in them`, 'choose a name without it');
}

/** Environments of pipelines have a domain, and any domain leaves room for the sign-in domains below it. */
export const peopleCanSignIn: Rule = ({ environment }, report) => {
  if (environment === undefined) return;
  const { name, domainName } = environment;
  if (domainName !== undefined && domainName.length > LONGEST_DOMAIN_NAME) {
    report(
      'environment.domainName',
      `the sign-in domain ${LONGEST_LABEL}${domainName} is longer than the ${LONGEST_SIGN_IN_DOMAIN} characters that Cognito takes`,
      `choose a hosted zone of at most ${LONGEST_DOMAIN_NAME} characters`,
    );
  }
  if (domainName === undefined && name !== undefined && !isSandbox(environment)) {
    report(
      'environment.domainName',
      'an environment that a pipeline deploys needs a domain',
      'give the name of the hosted zone in the account of the environment',
    );
  }
};
