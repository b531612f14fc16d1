import { roleNameOf } from '../config/pipeline-names';
import type { PlatformSettings } from '../config/platform-settings';
import { hasWorkloadBoundary } from '../config/purpose';
import type { EnvironmentSettings } from '../config/settings';

/** What an account and region is bootstrapped for. */
export interface BootstrapPurpose {
  readonly account: string;
  readonly region: string;
  /** Whether pipelines live there. */
  readonly hasPipelines: boolean;
  /** Environments that are deployed there. */
  readonly environments: readonly EnvironmentSettings[];
  /** Names of environments whose backups are copied there. */
  readonly backupsOf: readonly string[];
  /** Roles of pipelines that deploy there. */
  readonly trustedRoles: readonly string[];
}

/** Each account and region once, in the order in which settings name them. */
export function bootstrapPurposes(settings: PlatformSettings): BootstrapPurpose[] {
  const purposes = new Map<string, BootstrapPurpose>();
  const add = ({ account, region, ...purpose }: Partial<BootstrapPurpose> & { account: string; region: string }) => {
    const key = placeName({ account, region });
    const known = purposes.get(key);
    purposes.set(key, {
      account,
      region,
      hasPipelines: (known?.hasPipelines || purpose.hasPipelines) ?? false,
      environments: [...(known?.environments ?? []), ...(purpose.environments ?? [])],
      backupsOf: [...(known?.backupsOf ?? []), ...(purpose.backupsOf ?? [])],
      trustedRoles: [...new Set([...(known?.trustedRoles ?? []), ...(purpose.trustedRoles ?? [])])],
    });
  };
  const { deployAccount, environments } = settings;
  if (deployAccount) add({ account: deployAccount.account, region: deployAccount.region, hasPipelines: true });
  for (const environment of environments) {
    const { account, region, name } = environment;
    // Roles of the account itself need no trust: the account trusts itself.
    const trustedRoles = account === deployAccount?.account ? [] : pipelineRolesOf(name, settings);
    add({ account, region, environments: [environment], trustedRoles });
  }
  for (const { name, backup } of environments) {
    if (backup) add({ account: backup.accountId, region: backup.region, backupsOf: [name] });
  }
  return [...purposes.values()];
}

export function placeName({ account, region }: { readonly account: string; readonly region: string }): string {
  return `${account}/${region}`;
}

function pipelineRolesOf(environment: string, { applicationName, pipelines = [] }: PlatformSettings): string[] {
  return pipelines
    .filter(({ stages }) => stages.some((stage) => stage.environment === environment))
    .map((pipeline) => roleNameOf(applicationName, pipeline));
}

/** Whether the environments of an account agree on the workload boundary; one bootstrap can't do both. */
export function disagreeOnBoundary({ environments }: BootstrapPurpose): boolean {
  return new Set(environments.map(hasWorkloadBoundary)).size > 1;
}
