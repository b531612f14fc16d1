import { loadConfiguration } from '../../../lambda/container/configuration';
import { FUNCTIONS } from '../../../src/core/contracts/functions';

const environment = {
  ALLOWED_ORIGINS: '["https://app.example.org"]',
  COMPACTS: '["aslp"]',
  JURISDICTIONS: '["oh"]',
  LICENSE_TYPES: '{"aslp":[{"name":"audiologist","abbreviation":"aud"}]}',
  ENVIRONMENT_NAME: 'unit',
  DEBUG: 'false',
  PROVIDER_TABLE_NAME: 'providers',
  EVENT_OUTBOX_TABLE_NAME: 'outbox',
};

test('a function reads the common variables and the ones of its contract', () => {
  expect(loadConfiguration(FUNCTIONS.privilegeListener, environment)).toEqual({
    allowedOrigins: ['https://app.example.org'],
    domain: {
      compacts: ['aslp'],
      jurisdictions: ['oh'],
      licenseTypes: { aslp: [{ name: 'audiologist', abbreviation: 'aud' }] },
    },
    environmentName: 'unit',
    PROVIDER_TABLE_NAME: 'providers',
    EVENT_OUTBOX_TABLE_NAME: 'outbox',
  });
});

test('all missing variables are named at once', () => {
  const { COMPACTS: _, PROVIDER_TABLE_NAME: __, ...rest } = environment;

  expect(() => loadConfiguration(FUNCTIONS.privilegeListener, rest)).toThrow(
    /privilegeListener lacks the environment variables COMPACTS, PROVIDER_TABLE_NAME/,
  );
});
