import { displayed } from '../problem';
import { isSandbox } from '../purpose';
import { Report, Rule } from './rule';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST_NAME = new RegExp(`^(?:${LABEL}\\.)+[a-z]{2,63}$`);

/** The longest name below the hosted zone that is a sign-in domain, and what Cognito takes for one (CreateUserPoolDomain). */
const LONGEST_LABEL = 'licensee-auth.';
const LONGEST_SIGN_IN_DOMAIN = 63;

/** Domains are host names that leave room for the names below them; environments of pipelines have one. */
export const domainsAreHostNames: Rule = ({ environment }, report) => {
  if (environment === undefined) return;
  const { name, domainName, uiDomainNameOverride } = environment;
  checkHostName('environment.domainName', domainName, report);
  checkHostName('environment.uiDomainNameOverride', uiDomainNameOverride, report);
  if (domainName !== undefined && LONGEST_LABEL.length + domainName.length > LONGEST_SIGN_IN_DOMAIN) {
    report(
      'environment.domainName',
      `the sign-in domain ${LONGEST_LABEL}${domainName} is longer than the ${LONGEST_SIGN_IN_DOMAIN} characters that Cognito takes`,
      `choose a hosted zone of at most ${LONGEST_SIGN_IN_DOMAIN - LONGEST_LABEL.length} characters`,
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

/** Some web client may call the APIs: one below a domain, or one on localhost. */
export const someOriginIsAllowed: Rule = ({ environment }, report) => {
  if (environment === undefined) return;
  const { name, domainName, uiDomainNameOverride, allowLocalUi } = environment;
  const reported = name !== undefined && !isSandbox(environment);
  if (reported || domainName !== undefined || uiDomainNameOverride !== undefined || allowLocalUi) return;
  report(
    'environment.domainName',
    'without a domain and a local web client no origin could call the APIs',
    'give the name of a hosted zone, or allow a web client on localhost',
  );
};

function checkHostName(setting: string, host: string | undefined, report: Report): void {
  if (host === undefined || HOST_NAME.test(host)) return;
  const proposal = host
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\.?(?:\/.*)?$/, '');
  report(
    setting,
    'a host name has lower-case labels joined by dots, and neither protocol nor path',
    HOST_NAME.test(proposal) ? `write ${displayed(proposal)}` : 'write one such as "test.example.org"',
  );
}
