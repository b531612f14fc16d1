import { isProduction } from '../purpose';
import { SecurityProfile } from '../settings';
import { Rule } from './rule';

/** Production is backed up, fully protected, and closed to web clients on anybody's laptop. */
export const productionIsProtected: Rule = ({ environment }, report) => {
  if (environment === undefined || !isProduction(environment)) return;
  if (environment.backup === undefined) {
    report('environment.backup', 'production needs backups', 'turn them on, with policies and a target');
  }
  if (environment.securityProfile === SecurityProfile.VULNERABLE) {
    report(
      'environment.securityProfile',
      'this profile is for automated security tests and lets attacks on sign-in pass',
      `use ${SecurityProfile.RECOMMENDED} in production`,
    );
  }
  if (environment.allowLocalUi) {
    report(
      'environment.allowLocalUi',
      'sign-in to production never redirects to localhost',
      'set it to false or leave it out',
    );
  }
};
