/** A kind of license that a compact covers. */
export interface LicenseTypeSettings {
  /** Full name as state uploads carry it, e.g. `speech-language pathologist`. */
  readonly name: string;
  /** Lower-case abbreviation used in keys and paths, e.g. `slp`. */
  readonly abbreviation: string;
}

/** One interstate licensure compact: a new compact is an entry here, never a fork. */
export interface CompactSettings {
  /** Lower-case abbreviation; at least four letters, so that it can't equal a postal abbreviation, e.g. `aslp`. */
  readonly abbreviation: string;
  /**
   * Name that people read, e.g. `Audiology and Speech Language Pathology`.
   *
   * @default - the abbreviation in upper case
   */
  readonly name?: string;
  /** License types of the compact, at least one. */
  readonly licenseTypes: LicenseTypeSettings[];
  /** Jurisdictions that are members: lower-case postal abbreviations, each known to the backend. */
  readonly memberJurisdictions: string[];
}

/** A text that practitioners confirm when they buy privileges. */
export interface AttestationSettings {
  /** Id, e.g. `scope-of-practice-attestation`: letters, digits, `-` and `_`. */
  readonly attestationId: string;
  /** Heading above the text. */
  readonly displayName: string;
  /** What it is for, in one line for those who administer it. */
  readonly description: string;
  /** What practitioners confirm. A change of it becomes a new version; privileges keep the one that was confirmed. */
  readonly text: string;
  /**
   * Whether nobody buys without it.
   *
   * @default true
   */
  readonly required?: boolean;
  /**
   * Language of the text.
   *
   * @default 'en'
   */
  readonly locale?: string;
}

/** How strictly sign-in is protected. */
export enum SecurityProfile {
  /** Multi-factor authentication required, threat protection enforced, request rates limited. */
  RECOMMENDED = 'RECOMMENDED',
  /** For automated security tests only: protections audit instead of blocking. Refused in production. */
  VULNERABLE = 'VULNERABLE',
}

/** A Slack channel that receives alarms; its workspace is authorised once per account, by hand. */
export interface SlackChannelSettings {
  /** Name of the channel without `#`; unique among the channels of an environment. */
  readonly channelName: string;
  /** Id of the channel, e.g. `C0123456789`. */
  readonly channelId: string;
  /** Id of the workspace, e.g. `T01234567`. */
  readonly workspaceId: string;
}

/** Who hears of alarms. */
export interface NotificationSettings {
  /**
   * E-mail addresses that subscribe to the alarm topic.
   *
   * @default - nobody is mailed
   */
  readonly email?: string[];
  /**
   * Slack channels that subscribe to the alarm topic.
   *
   * @default - no channel
   */
  readonly slack?: SlackChannelSettings[];
  /**
   * Address for reports about mail delivery (bounces, complaints, DMARC).
   *
   * @default - none; required as soon as the environment has a domain
   */
  readonly sesOperationsSupportEmail?: string;
}

/** When a backup runs: fields of an EventBridge cron expression, UTC. */
export interface BackupScheduleSettings {
  /**
   * Minute of the hour, a single number: AWS Backup runs at most once an hour.
   *
   * @default '0'
   */
  readonly minute?: string;
  /**
   * Hours of the day, 0 to 23.
   *
   * @default - every hour
   */
  readonly hour?: string;
  /**
   * Days of the month, 1 to 31; an alternative to `weekDay`.
   *
   * @default - every day
   */
  readonly day?: string;
  /**
   * Months, 1 to 12 or `JAN` to `DEC`.
   *
   * @default - every month
   */
  readonly month?: string;
  /**
   * Days of the week, 1 (Sunday) to 7 or `SUN` to `SAT`; an alternative to `day`.
   *
   * @default - every day
   */
  readonly weekDay?: string;
  /**
   * Years.
   *
   * @default - every year
   */
  readonly year?: string;
}

/** How often data is backed up and how long copies are kept. */
export interface BackupPolicySettings {
  /** When backups run. */
  readonly schedule: BackupScheduleSettings;
  /** Days after which a copy is deleted; at least 180, the vault's minimum retention. */
  readonly deleteAfterDays: number;
  /** Days after which a copy moves to cold storage; at least 90 days before it is deleted. */
  readonly coldStorageAfterDays: number;
}

/** Backup of one environment, with a copy in another account. */
export interface BackupSettings {
  /** Policy of tables and buckets with general data. */
  readonly generalData: BackupPolicySettings;
  /** Policy of data that changes all the time. */
  readonly frequentUpdates: BackupPolicySettings;
  /** Account that keeps the copies, twelve digits. */
  readonly accountId: string;
  /** Region that keeps the copies. */
  readonly region: string;
  /** Name of the vault for general data in that account. */
  readonly generalVaultName: string;
  /** Name of the vault for social security numbers in that account. */
  readonly ssnVaultName: string;
}

/** What an environment is for, which decides how much is protected and kept. */
export enum EnvironmentPurpose {
  /** One developer's sandbox: no pipeline deploys it, and it can be destroyed clean. */
  DEVELOPMENT = 'DEVELOPMENT',
  /** Deployed by a pipeline and used by others, e.g. for tests and trials; its data is not real. */
  PREPRODUCTION = 'PREPRODUCTION',
  /** Real data: backed up, fully protected, kept when stacks go. */
  PRODUCTION = 'PRODUCTION',
}

/** One deployment target: name, account, region and options. */
export interface EnvironmentSettings {
  /** Name, e.g. `test`, `beta`, `prod` or a developer's sandbox; becomes part of physical names. */
  readonly name: string;
  /**
   * What the environment is for.
   *
   * @default - `test` and `beta` are PREPRODUCTION, `prod` is PRODUCTION, any other name is DEVELOPMENT
   */
  readonly purpose?: EnvironmentPurpose;
  /** AWS account, twelve digits. */
  readonly account: string;
  /** AWS region. */
  readonly region: string;
  /**
   * Hosted zone of the environment; APIs and sign-in get names below it.
   *
   * @default - no custom domain: AWS names, Cognito mails; a licensure backend needs one, but for DEVELOPMENT
   */
  readonly domainName?: string;
  /**
   * Id of that hosted zone, e.g. `Z0123456789ABC`.
   *
   * @default - looked up by its name in the account of the environment, when the stack that needs it is deployed
   */
  readonly hostedZoneId?: string;
  /**
   * Host of the web client where it is not `app.<domainName>`.
   *
   * @default - `app.<domainName>`
   */
  readonly uiDomainNameOverride?: string;
  /**
   * Whether a web client on localhost may call the APIs. Refused in production.
   *
   * @default false
   */
  readonly allowLocalUi?: boolean;
  /**
   * Port of the web client on localhost.
   *
   * @default 3018
   */
  readonly localUiPort?: number;
  /**
   * How strictly sign-in is protected.
   *
   * @default SecurityProfile.RECOMMENDED
   */
  readonly securityProfile?: SecurityProfile;
  /**
   * Who hears of alarms.
   *
   * @default - nobody
   */
  readonly notifications?: NotificationSettings;
  /**
   * Backups of this environment: checked, and without effect yet.
   *
   * @default - none; not allowed for PRODUCTION
   */
  readonly backup?: BackupSettings;
  /**
   * Whether every role and user of the environment's stacks carries the workload boundary of its account. The account
   * must be bootstrapped with `PermissionsBoundaryBootstrap`, which then allows nothing else.
   *
   * @default - true, but for DEVELOPMENT
   */
  readonly workloadBoundary?: boolean;
}

/** Everything that a licensure backend is configured with. */
export interface LicensureBackendSettings {
  /** Prefix of stack names and default sign-in domains, e.g. `compact-connect`. */
  readonly applicationName: string;
  /** Value of the tag `Project`. */
  readonly project: string;
  /** Value of the tag `Service`. */
  readonly service: string;
  /** The compacts of this deployment, at least one. */
  readonly compacts: CompactSettings[];
  /** Known jurisdictions: lower-case postal abbreviations. */
  readonly jurisdictions: string[];
  /**
   * Whether a state may correct the social security number of a license that it uploaded before: the records then move
   * to the practitioner to whom the right number belongs.
   *
   * @default false
   */
  readonly ssnCorrections?: boolean;
  /**
   * Texts that practitioners confirm when they buy privileges, the same for all compacts. What is given replaces the
   * wordings of this library, so it holds every attestation that a purchase asks for.
   *
   * @default - the eleven attestations in the wordings of this library
   */
  readonly attestations?: AttestationSettings[];
  /** Where the backend is deployed to, and its options there. */
  readonly environment: EnvironmentSettings;
}
