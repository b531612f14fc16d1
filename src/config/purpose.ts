import { EnvironmentPurpose, EnvironmentSettings } from './settings';

/** Environments of CompactConnect that pipelines deploy (spec 01 section 2.6). */
export const COMPACT_CONNECT_ENVIRONMENTS: readonly string[] = ['test', 'beta', 'prod'];

const PURPOSE_OF_NAME: Readonly<Record<string, EnvironmentPurpose>> = {
  test: EnvironmentPurpose.PREPRODUCTION,
  beta: EnvironmentPurpose.PREPRODUCTION,
  prod: EnvironmentPurpose.PRODUCTION,
};

/** What an environment is for: what its settings say, or else what its name says. */
export function purposeOf({
  name,
  purpose,
}: Partial<Pick<EnvironmentSettings, 'name' | 'purpose'>>): EnvironmentPurpose {
  return purpose ?? PURPOSE_OF_NAME[name ?? ''] ?? EnvironmentPurpose.DEVELOPMENT;
}

export function isProduction(environment: Partial<Pick<EnvironmentSettings, 'name' | 'purpose'>>): boolean {
  return purposeOf(environment) === EnvironmentPurpose.PRODUCTION;
}

/** True for an environment of one developer, which no pipeline deploys. */
export function isSandbox(environment: Partial<Pick<EnvironmentSettings, 'name' | 'purpose'>>): boolean {
  return purposeOf(environment) === EnvironmentPurpose.DEVELOPMENT;
}

/** Whether roles of an environment's stacks carry the workload boundary of its account. */
export function hasWorkloadBoundary(environment: EnvironmentSettings): boolean {
  return environment.workloadBoundary ?? !isSandbox(environment);
}
