import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import type { TokenScopes } from '../app/grant-token-scopes';
import { logger } from '../infra/logger';

/** A user whose scopes can't be told still gets a token, without custom scopes: every API then refuses it. */
export function createPreTokenHandler(
  scopesOf: (userId: string) => Promise<TokenScopes>,
): (event: PreTokenGenerationV2TriggerEvent) => Promise<PreTokenGenerationV2TriggerEvent> {
  return async (event) => {
    const override = await overrideFor(event.request.userAttributes.sub, scopesOf);
    event.response = { claimsAndScopeOverrideDetails: override as never };
    return event;
  };
}

async function overrideFor(userId: string | undefined, scopesOf: (userId: string) => Promise<TokenScopes>) {
  if (!userId) {
    logger.error('the sign-in event names no user: the token gets no scopes');
    return null;
  }
  try {
    const { scopesToAdd, scopesToSuppress } = await scopesOf(userId);
    return { accessTokenGeneration: { scopesToAdd: [...scopesToAdd], scopesToSuppress: [...scopesToSuppress] } };
  } catch (error) {
    logger.error('the scopes of the user could not be told: the token gets none', { error: error as Error });
    return null;
  }
}
