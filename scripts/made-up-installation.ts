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
const SETTINGS: PlatformSettings = {
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
      name: 'prod',
      tagPattern: 'cc-prod-*',
      roleName: 'CompactConnect-prod-Backend-CrossAccountRole',
      stages: [
        {
          environment: 'prod',
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
      name: 'prod',
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
};

/** Makes all stacks of the installation: pipelines, and the backend in one environment. */
export function makeInstallation(app: App): void {
  new PlatformPipelines(app, 'Pipelines', { settings: SETTINGS, workload: new LicensureWorkload(SETTINGS) });
}

/** Templates by the kind of account that they are deployed to. */
export interface InstallationTemplates {
  readonly deployAccount: readonly unknown[];
  readonly environment: readonly unknown[];
}

export function installationTemplates(): InstallationTemplates {
  const app = new App();
  makeInstallation(app);
  const stacks = app.synth().stacksRecursively;
  const of = (account: string) =>
    stacks.filter(({ environment }) => environment.account === account).map(({ template }) => template);
  return { deployAccount: of(DEPLOY_ACCOUNT), environment: of(ENVIRONMENT_ACCOUNT) };
}
