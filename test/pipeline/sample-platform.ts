import { App, Stage } from 'aws-cdk-lib';
import { DEPLOY_ACCOUNT, PROD, ServiceStack, SOURCE, TEST } from './sample-app';
import type { PlatformSettings } from '../../src/config/platform-settings';
import type { EnvironmentSettings } from '../../src/config/settings';
import { PlatformPipelines } from '../../src/pipeline/platform-pipelines';
import type { IWorkload } from '../../src/pipeline/workload';

/** An installation as CompactConnect is one: test by itself, beta and prod by one tag. */
export const PLATFORM: PlatformSettings = {
  applicationName: 'licensure',
  project: 'compact-platform',
  service: 'licensure',
  deployAccount: { account: DEPLOY_ACCOUNT, region: 'us-east-1', notifications: { email: ['releases@example.org'] } },
  source: SOURCE,
  environments: [TEST, { name: 'beta', account: '333344445555', region: 'us-east-1' }, PROD],
  pipelines: [
    { name: 'test', tagPattern: 'licensure-test-*', stages: [{ environment: 'test' }] },
    {
      name: 'release',
      tagPattern: 'licensure-prod-*',
      stages: [{ environment: 'beta' }, { environment: 'prod', approval: true }],
    },
  ],
};

export const SERVICE: IWorkload = {
  deployTo: (stage: Stage) => {
    new ServiceStack(stage);
  },
};

export function platformPipelines(settings: Partial<PlatformSettings> = {}, workload = SERVICE): PlatformPipelines {
  return new PlatformPipelines(new App(), 'Platform', { settings: { ...PLATFORM, ...settings }, workload });
}

/** A workload that remembers the environments that it was deployed to. */
export class RecordingWorkload implements IWorkload {
  readonly environments: EnvironmentSettings[] = [];

  deployTo(stage: Stage, environment: EnvironmentSettings): void {
    this.environments.push(environment);
    SERVICE.deployTo(stage, environment);
  }
}
