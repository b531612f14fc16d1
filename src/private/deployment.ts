import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { requireSoundSettings } from '../config/check-settings';
import { isProduction, isSandbox } from '../config/purpose';
import { LicensureBackendSettings, SecurityProfile } from '../config/settings';
import { Domain, MemberJurisdictions } from '../core/contracts/domain';

const DEFAULT_LOCAL_UI_PORT = 3018;

/** What constructs derive from the settings of one deployment, worked out once. */
export interface Deployment {
  readonly settings: LicensureBackendSettings;
  readonly domain: Domain;
  readonly members: MemberJurisdictions;
  readonly isProduction: boolean;
  readonly isSandbox: boolean;
  readonly isVulnerable: boolean;
  /** Data outlives its stack in production only. */
  readonly removalPolicy: RemovalPolicy;
  /** How long function logs are kept: they hold who did what, so production keeps them for six years. */
  readonly logRetention: RetentionDays;
  /** Origins of web clients: the first one answers unknown origins. */
  readonly webOrigins: readonly string[];
}

/** @throws ConfigurationError with everything that is wrong with the settings */
export function deploymentOf(settings: LicensureBackendSettings): Deployment {
  requireSoundSettings(settings);
  const { environment, compacts } = settings;
  const production = isProduction(environment);
  return {
    settings,
    domain: {
      compacts: compacts.map((compact) => compact.abbreviation),
      jurisdictions: settings.jurisdictions,
      // Written out: settings from another language have their members in another order, and texts are made of them.
      licenseTypes: Object.fromEntries(
        compacts.map((compact) => [
          compact.abbreviation,
          compact.licenseTypes.map(({ name, abbreviation }) => ({ name, abbreviation })),
        ]),
      ),
    },
    members: Object.fromEntries(compacts.map((compact) => [compact.abbreviation, compact.memberJurisdictions])),
    isProduction: production,
    isSandbox: isSandbox(environment),
    isVulnerable: environment.securityProfile === SecurityProfile.VULNERABLE,
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    logRetention: production ? RetentionDays.SIX_YEARS : RetentionDays.ONE_MONTH,
    webOrigins: webOrigins(settings),
  };
}

function webOrigins({ environment }: LicensureBackendSettings): string[] {
  const { domainName, uiDomainNameOverride, allowLocalUi, localUiPort = DEFAULT_LOCAL_UI_PORT } = environment;
  const host = uiDomainNameOverride ?? (domainName && `app.${domainName}`);
  return [...(host ? [`https://${host}`] : []), ...(allowLocalUi ? [`http://localhost:${localUiPort}`] : [])];
}

/**
 * What tells two deployments in one account apart. Applications that share an account still need environments of different
 * names: the event bus and the APIs are known outside by names that carry the environment only (spec 02 section 3.1).
 */
export function deploymentName({ settings }: Deployment): string {
  return `${settings.applicationName}-${settings.environment.name}`;
}

/** The name of something that must differ between two deployments in one account. */
export function physicalName(deployment: Deployment, part: string): string {
  return `${deploymentName(deployment)}-${part}`;
}

/** How names of firewall logs begin: WAF writes only to log groups that begin with its own word. */
export function wafLogPrefix(deployment: Deployment): string {
  return `aws-waf-logs-${physicalName(deployment, '')}`;
}
