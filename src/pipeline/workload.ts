import type { Stage } from 'aws-cdk-lib';
import type { EnvironmentSettings } from '../config/settings';

/** What an installation deploys to each of its environments. */
export interface IWorkload {
  /**
   * Makes the stacks of one environment.
   *
   * @param stage scope of the stacks; their account and region are those of the environment
   * @param environment the environment, as the settings of the platform have it
   */
  deployTo(stage: Stage, environment: EnvironmentSettings): void;
}
