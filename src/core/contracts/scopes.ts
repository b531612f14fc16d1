import { Domain, MemberJurisdictions } from './domain';

/** Scope names of a compact's resource server (spec 06 section 2). */
export const COMPACT_SCOPES = ['admin', 'write', 'readGeneral', 'readSSN'] as const;

/** Scope names that a jurisdiction's resource server has for each compact it is a member of. */
export const JURISDICTION_SCOPES = ['admin', 'write', 'readPrivate', 'readSSN'] as const;

export interface ResourceServer {
  readonly identifier: string;
  readonly scopes: readonly string[];
}

/** Resource servers of the staff and the machine pool: one per compact, one per jurisdiction that is a member anywhere. */
export function resourceServers(domain: Domain, members: MemberJurisdictions): ResourceServer[] {
  const ofCompacts = domain.compacts.map((compact) => ({ identifier: compact, scopes: [...COMPACT_SCOPES] }));
  const ofJurisdictions = domain.jurisdictions
    .map((jurisdiction) => ({
      identifier: jurisdiction,
      scopes: domain.compacts
        .filter((compact) => members[compact]?.includes(jurisdiction))
        .flatMap((compact) => JURISDICTION_SCOPES.map((scope) => `${compact}.${scope}`)),
    }))
    .filter((server) => server.scopes.length > 0);
  return [...ofCompacts, ...ofJurisdictions];
}

/** Scope lists that routes name: the gateway lets a token in that has any one of them (spec 03 section 4). */
export type ScopeList = 'read' | 'write' | 'admin' | 'ssn' | 'profile';

const SCOPE_OF_LIST = { write: 'write', admin: 'admin', ssn: 'readSSN' } as const;

export function gatewayScopes(list: ScopeList, domain: Domain, members: MemberJurisdictions): string[] {
  if (list === 'profile') return ['profile'];
  if (list === 'read') return domain.compacts.map((compact) => `${compact}/readGeneral`);
  const scope = SCOPE_OF_LIST[list];
  return domain.compacts.flatMap((compact) => [
    `${compact}/${scope}`,
    ...(members[compact] ?? []).map((jurisdiction) => `${jurisdiction}/${compact}.${scope}`),
  ]);
}
