import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createPreTokenHandler } from '../api/pre-token-handler';
import { grantTokenScopes } from '../app/grant-token-scopes';
import { documentClient } from '../infra/document-client';
import { DynamoStaffUserStore } from '../infra/dynamo-staff-user-store';

export function staffPreTokenHandler() {
  const configuration = loadConfiguration(FUNCTIONS.staffPreToken, process.env);
  const users = new DynamoStaffUserStore(documentClient(), configuration.USERS_TABLE_NAME);
  return createPreTokenHandler((userId) => grantTokenScopes({ domain: configuration.domain, users }, userId));
}
