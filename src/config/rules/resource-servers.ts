import { Domain, MemberJurisdictions } from '../../core/contracts/domain';
import { LIMITS } from '../../core/contracts/limits';
import { resourceServers } from '../../core/contracts/scopes';
import { isSandbox } from '../purpose';
import { present, Rule } from './rule';

/** All compacts' lists of members together. */
export const ALL_MEMBERS = 'compacts[].memberJurisdictions';

/** Resource servers and scopes stay within what Cognito takes; a sandbox has the default quota only. */
export const resourceServersFitThePool: Rule = ({ compacts, jurisdictions, environment }, report) => {
  const known = present(jurisdictions).map(([, jurisdiction]) => jurisdiction);
  const members: MemberJurisdictions = Object.fromEntries(
    present(compacts).map(([, { abbreviation = '', memberJurisdictions }]) => [
      abbreviation,
      present(memberJurisdictions).map(([, member]) => member),
    ]),
  );
  const domain: Domain = { compacts: Object.keys(members), jurisdictions: [...new Set(known)], licenseTypes: {} };
  const servers = resourceServers(domain, members);

  const quota =
    environment?.name !== undefined && isSandbox(environment)
      ? LIMITS.resourceServersPerUserPool
      : LIMITS.resourceServersPerUserPoolMaximum;
  if (servers.length > quota.value) {
    report(
      ALL_MEMBERS,
      `a user pool takes ${quota.value} (${quota.source}): one per compact and one per jurisdiction that is a member anywhere`,
      `list fewer: compacts and different jurisdictions together may be ${quota.value}`,
      `${servers.length} resource servers`,
    );
  }
  const scopes = LIMITS.scopesPerResourceServer;
  for (const {
    identifier,
    scopes: { length },
  } of servers.filter((server) => server.scopes.length > scopes.value)) {
    report(
      ALL_MEMBERS,
      `a resource server takes ${scopes.value} (${scopes.source})`,
      `make ${identifier} a member of fewer compacts, or deploy a second backend`,
      `${length} scopes of the jurisdiction ${identifier}`,
    );
  }
};
