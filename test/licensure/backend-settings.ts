import { LicensureBackendSettings, SecurityProfile } from '../../src/config/settings';

const COMPACTS = [
  {
    abbreviation: 'aslp',
    licenseTypes: [
      { name: 'audiologist', abbreviation: 'aud' },
      { name: 'speech-language pathologist', abbreviation: 'slp' },
    ],
    memberJurisdictions: ['ky', 'ne', 'oh'],
  },
  {
    abbreviation: 'coun',
    licenseTypes: [{ name: 'licensed professional counselor', abbreviation: 'lpc' }],
    memberJurisdictions: ['co', 'oh'],
  },
];

/** A developer's sandbox: small, no domain, a web client on localhost. */
export function sandboxSettings(
  environment: Partial<LicensureBackendSettings['environment']> = {},
): LicensureBackendSettings {
  return {
    applicationName: 'boards',
    project: 'boards',
    service: 'licensure',
    compacts: COMPACTS,
    jurisdictions: ['co', 'ky', 'ne', 'oh', 'tx'],
    environment: {
      name: 'ana',
      account: '111122223333',
      region: 'us-east-1',
      allowLocalUi: true,
      ...environment,
    },
  };
}

export function vulnerableSettings(): LicensureBackendSettings {
  return sandboxSettings({ securityProfile: SecurityProfile.VULNERABLE });
}

const DAILY = { schedule: { hour: '5', minute: '0' }, deleteAfterDays: 400, coldStorageAfterDays: 30 };

/** Production: a domain, people who hear of alarms, backups. */
export function productionSettings(settings: Partial<LicensureBackendSettings> = {}): LicensureBackendSettings {
  return {
    ...sandboxSettings({
      name: 'prod',
      allowLocalUi: false,
      domainName: 'boards.example.org',
      notifications: {
        email: ['operators@example.org'],
        slack: [{ channelName: 'alarms', channelId: 'C0123456789', workspaceId: 'T0123456789' }],
        sesOperationsSupportEmail: 'mail@example.org',
      },
      backup: {
        generalData: DAILY,
        frequentUpdates: DAILY,
        accountId: '444455556666',
        region: 'us-west-2',
        generalVaultName: 'general-copies',
        ssnVaultName: 'number-copies',
      },
    }),
    ...settings,
  };
}

/** 53 jurisdictions, three compacts with 35, 32 and 38 members: as large as the largest deployment that is known. */
export function largestSettings(): LicensureBackendSettings {
  const jurisdictions =
    'al ak az ar ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy'.split(
      ' ',
    );
  const [aslp, coun] = COMPACTS;
  const octp = {
    abbreviation: 'octp',
    licenseTypes: [
      { name: 'occupational therapist', abbreviation: 'ot' },
      { name: 'occupational therapy assistant', abbreviation: 'ota' },
    ],
  };
  return productionSettings({
    jurisdictions,
    compacts: [
      { ...aslp, memberJurisdictions: jurisdictions.slice(0, 35) },
      { ...octp, memberJurisdictions: jurisdictions.slice(10, 42) },
      { ...coun, memberJurisdictions: jurisdictions.slice(15, 53) },
    ],
  });
}
