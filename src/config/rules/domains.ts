import { displayed } from '../problem';
import { isSandbox } from '../purpose';
import { Report, Rule } from './rule';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
export const HOST_NAME = new RegExp(`^(?:${LABEL}\\.)+[a-z]{2,63}$`);

/** Route 53 API, ResourceId. */
export const HOSTED_ZONE_ID = /^Z[A-Z0-9]{1,31}$/;

/** Domains are host names, and the id of a hosted zone belongs to one. */
export const domainsAreHostNames: Rule = ({ environment }, report) => {
  checkHostName('environment.domainName', environment?.domainName, report);
  checkHostName('environment.uiDomainNameOverride', environment?.uiDomainNameOverride, report);
  const zone = environment?.hostedZoneId;
  if (zone === undefined) return;
  if (!HOSTED_ZONE_ID.test(zone)) {
    report(
      'environment.hostedZoneId',
      'the id of a hosted zone is "Z" and up to 31 capital letters and digits',
      'copy it from the hosted zone, without "/hostedzone/"',
    );
  }
  if (environment?.domainName === undefined) {
    report(
      'environment.hostedZoneId',
      'without a domain no hosted zone is used',
      'give the domain name of the zone too, or remove the id',
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
