import type { LocalEnvironment } from '../../../local/environment';

/** A run that serves two APIs, with recognisable values. */
export function sampleEnvironment(address: string, endpoint: string): LocalEnvironment {
  return {
    version: 1,
    address,
    account: '111122223333',
    region: 'us-east-1',
    apis: { state: `${address}/state-api`, internal: `${address}/internal-api` },
    auth: {
      staff: { url: `${address}/auth/staff`, userPoolId: 'staff-pool', uiClientId: 'ui-client' },
      state: { url: `${address}/auth/state`, userPoolId: 'state-pool' },
    },
    mailbox: `${address}/mailbox`,
    machineClients: {
      upload: { name: 'uploader', clientId: 'upload-id', clientSecret: 'upload-secret', scopes: ['oh/aslp.write'] },
      readOnly: { name: 'reader', clientId: 'read-id', clientSecret: 'read-secret', scopes: ['aslp/readGeneral'] },
    },
    staffUsers: [
      {
        role: 'board staff',
        email: 'staff@example.org',
        password: 'pass<word>',
        userId: 'user-1',
        compact: 'aslp',
        compactActions: [],
        jurisdictionActions: { oh: ['write'] },
        mfa: 'not enrolled',
      },
    ],
    tables: { UsersTable: 'users' },
    buckets: { BulkUploadsBucket: 'uploads' },
    dataEventBus: 'bus',
    deadLetterQueues: [],
    emulator: { endpoint, certificate: '/c.pem', accessKeyId: 'key', secretAccessKey: 'secret', log: '/emulator.log' },
    handlers: { address: 'http://127.0.0.1:9/x', logs: '/logs' },
  };
}
