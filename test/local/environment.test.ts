import { sampleEnvironment } from './edge/sample-environment';
import { emulatorEnvironment, environmentVariables } from '../../local/environment';

describe('variables for a command of --once', () => {
  const variables = environmentVariables(
    '/x/environment.json',
    sampleEnvironment('http://127.0.0.1:4700', 'https://127.0.0.1:5000'),
  );

  test('say where the run answers and which clients it has', () => {
    expect(variables).toMatchObject({
      COMPACT_LOCAL_ENVIRONMENT: '/x/environment.json',
      COMPACT_STATE_API_URL: 'http://127.0.0.1:4700/state-api',
      COMPACT_INTERNAL_API_URL: 'http://127.0.0.1:4700/internal-api',
      COMPACT_STATE_AUTH_URL: 'http://127.0.0.1:4700/auth/state',
      COMPACT_STAFF_AUTH_URL: 'http://127.0.0.1:4700/auth/staff',
      COMPACT_STAFF_CLIENT_ID: 'ui-client',
      COMPACT_UPLOAD_CLIENT_ID: 'upload-id',
      COMPACT_UPLOAD_CLIENT_SECRET: 'upload-secret',
      COMPACT_READ_ONLY_CLIENT_ID: 'read-id',
      COMPACT_READ_ONLY_CLIENT_SECRET: 'read-secret',
    });
  });

  test('lead SDKs and CLIs to the emulator and away from any real account', () => {
    expect(variables).toMatchObject({
      AWS_ENDPOINT_URL: 'https://127.0.0.1:5000',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: 'us-east-1',
      AWS_CA_BUNDLE: '/c.pem',
    });
  });

  test('leave out what the app does not have', () => {
    expect(variables).not.toHaveProperty('COMPACT_SEARCH_API_URL');
  });
});

test('the environment tells of the emulator only what a client needs', () => {
  const emulator = {
    endpoint: 'https://127.0.0.1:5000',
    account: '111122223333',
    region: 'us-east-1',
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret', $source: {} },
    logFile: '/emulator.log',
    stop: async () => undefined,
  };

  expect(emulatorEnvironment(emulator, '/c.pem')).toEqual({
    endpoint: 'https://127.0.0.1:5000',
    certificate: '/c.pem',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    log: '/emulator.log',
  });
});
