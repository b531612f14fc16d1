import type { Stage } from 'aws-cdk-lib';
import { LicensureCompactBackend } from './licensure-compact-backend';
import { licensureBackendOf } from '../config/licensure-of';
import type { PlatformSettings } from '../config/platform-settings';
import type { EnvironmentSettings } from '../config/settings';
import type { IWorkload } from '../pipeline/workload';

/** A `LicensureCompactBackend` as what pipelines deploy to each environment of a platform. */
export class LicensureWorkload implements IWorkload {
  /** @param settings the platform, with `licensure` settings */
  public constructor(private readonly settings: PlatformSettings) {}

  public deployTo(stage: Stage, environment: EnvironmentSettings): void {
    new LicensureCompactBackend(stage, 'Backend', { settings: licensureBackendOf(this.settings, environment.name) });
  }
}
