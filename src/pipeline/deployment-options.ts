import type { Step } from 'aws-cdk-lib/pipelines';

/** What happens before and after the deployment of a stage. */
export interface DeploymentOptions {
  /**
   * Whether a person approves each deployment before it begins.
   *
   * @default false
   */
  readonly approval?: boolean;
  /**
   * Whether a person approves deployments that broaden permissions.
   *
   * @default false
   */
  readonly approveBroadening?: boolean;
  /**
   * Shell commands that test the environment once it is deployed, in the root of the source; the first that fails ends
   * the stage. `ENVIRONMENT_NAME` holds the name of the environment.
   *
   * @default - none
   */
  readonly smokeCommands?: string[];
  /**
   * Whether the stage goes back to the last successful execution when it fails.
   *
   * @default false
   */
  readonly rollbackOnFailure?: boolean;
  /**
   * Steps that must succeed before the deployment, and before anybody is asked to approve it.
   *
   * @default - none
   */
  readonly before?: Step[];
  /**
   * Steps after the deployment, once smoke tests succeeded.
   *
   * @default - none
   */
  readonly after?: Step[];
}
