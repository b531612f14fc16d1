import { App } from 'aws-cdk-lib';
import { LicensureCompactBackend, SecurityProfile } from '../../src/index';

const DAILY = { schedule: { hour: '5', minute: '0' }, deleteAfterDays: 400, coldStorageAfterDays: 30 };

/** Templates of a backend with everything that an environment can have turned on; names and accounts are made up. */
export function environmentTemplates(): unknown[] {
  const app = new App();
  new LicensureCompactBackend(app, 'Backend', {
    settings: {
      applicationName: 'compact-connect',
      project: 'compact-connect',
      service: 'licensure',
      compacts: [
        {
          abbreviation: 'dent',
          licenseTypes: [{ name: 'dentist', abbreviation: 'dmd' }],
          memberJurisdictions: ['mi'],
        },
      ],
      jurisdictions: ['mi'],
      environment: {
        name: 'prod',
        account: '000000000000',
        region: 'us-east-1',
        domainName: 'compact.example.org',
        securityProfile: SecurityProfile.RECOMMENDED,
        notifications: {
          email: ['operators@example.org'],
          slack: [{ channelName: 'alarms', channelId: 'C0000000000', workspaceId: 'T0000000000' }],
          sesOperationsSupportEmail: 'mail@example.org',
        },
        backup: {
          generalData: DAILY,
          frequentUpdates: DAILY,
          accountId: '111111111111',
          region: 'us-west-2',
          generalVaultName: 'general-copies',
          ssnVaultName: 'number-copies',
        },
      },
    },
  });
  return app.synth().stacks.map(({ template }) => template);
}
