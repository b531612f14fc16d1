import { App } from 'aws-cdk-lib';
import { LicensureWorkload, PlatformPipelines, PlatformSettings, SecurityProfile } from '../src/index';

const DEPLOY_ACCOUNT = '000000000000';
const ENVIRONMENT_ACCOUNT = '111111111111';

const DAILY = { schedule: { hour: '5', minute: '0' }, deleteAfterDays: 400, coldStorageAfterDays: 30 };

const NOTIFICATIONS = {
  email: ['operators@example.org'],
  slack: [{ channelName: 'alarms', channelId: 'C0000000000', workspaceId: 'T0000000000' }],
  sesOperationsSupportEmail: 'mail@example.org',
};

/** One with everything that an installation can have turned on; names and accounts are made up. */
const settingsFor = (environment: string): PlatformSettings => ({
  applicationName: 'compact-connect',
  project: 'compact-connect',
  service: 'licensure',
  deployAccount: { account: DEPLOY_ACCOUNT, region: 'us-east-1', notifications: NOTIFICATIONS },
  source: {
    repository: 'example/compact-connect',
    connectionArn: `arn:aws:codeconnections:us-east-1:${DEPLOY_ACCOUNT}:connection/00000000-0000-4000-8000-000000000000`,
  },
  pipelines: [
    {
      name: environment,
      tagPattern: `cc-${environment}-*`,
      roleName: `CompactConnect-${environment}-Backend-CrossAccountRole`,
      stages: [
        {
          environment,
          approval: true,
          approveBroadening: true,
          smokeCommands: ['npm test'],
          rollbackOnFailure: true,
        },
      ],
    },
  ],
  licensure: {
    compacts: [
      {
        abbreviation: 'dent',
        licenseTypes: [{ name: 'dentist', abbreviation: 'dmd' }],
        memberJurisdictions: ['mi'],
      },
    ],
    jurisdictions: ['mi'],
  },
  environments: [
    {
      name: environment,
      account: ENVIRONMENT_ACCOUNT,
      region: 'us-east-1',
      domainName: 'compact.example.org',
      securityProfile: SecurityProfile.RECOMMENDED,
      notifications: NOTIFICATIONS,
      backup: {
        generalData: DAILY,
        frequentUpdates: DAILY,
        accountId: '222222222222',
        region: 'us-west-2',
        generalVaultName: 'general-copies',
        ssnVaultName: 'number-copies',
      },
    },
  ],
});

/** Makes all stacks of the installation: pipelines, and the backend in one environment. */
export function makeInstallation(app: App, environment = 'prod'): void {
  const settings = settingsFor(environment);
  new PlatformPipelines(app, 'Pipelines', { settings, workload: new LicensureWorkload(settings) });
}

/** A synthesized installation, and the places of its two kinds of accounts, each as `<account>/<region>`. */
export interface SynthesizedInstallation {
  readonly assembly: string;
  readonly deployAccount: string;
  readonly environment: string;
}

export function synthesizedInstallation(environment?: string): SynthesizedInstallation {
  const app = new App();
  makeInstallation(app, environment);
  return {
    assembly: app.synth().directory,
    deployAccount: `${DEPLOY_ACCOUNT}/us-east-1`,
    environment: `${ENVIRONMENT_ACCOUNT}/us-east-1`,
  };
}
