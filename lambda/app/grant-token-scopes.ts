import type { StaffUserStore } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import { tokenScopes } from '../../src/core/licensure/token-scopes';

export interface GrantTokenScopesPorts {
  readonly domain: Domain;
  readonly users: StaffUserStore;
}

export interface TokenScopes {
  readonly scopesToAdd: readonly string[];
  readonly scopesToSuppress: readonly string[];
}

/** The scopes of a staff user's token; a user whose first token this is becomes active. */
export async function grantTokenScopes({ domain, users }: GrantTokenScopesPorts, userId: string): Promise<TokenScopes> {
  const granted = tokenScopes({ domain, userItems: await users.recordsOf(userId) });
  if (!granted.ok) throw new Error(granted.error);
  for (const record of granted.value.activate) await users.activate(record);
  return granted.value;
}
