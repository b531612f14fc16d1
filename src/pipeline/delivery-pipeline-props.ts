import type { RemovalPolicy } from 'aws-cdk-lib';
import type { SynthSettings } from '../config/platform-settings';
import type { DeploymentResources } from '../platform/deployment-resources';

/** What pipelines can be given, whatever starts them. */
export interface DeliveryPipelineProps {
  /**
   * Physical name of the pipeline.
   *
   * @default - `<name of the stack>-<construct id>`
   */
  readonly pipelineName?: string;
  /**
   * Name of the role with which it works. Bootstrapped accounts trust exactly this name, so it must not change.
   *
   * @default - `<pipelineName>-pipeline`
   */
  readonly roleName?: string;
  /**
   * How the cloud assembly is made from the source.
   *
   * @default - `npm ci` and `cdk synth` of the pinned CLI in the root of the repository
   */
  readonly synth?: SynthSettings;
  /**
   * Environment variables of the synthesis.
   *
   * @default - none
   */
  readonly synthEnvironment?: { [name: string]: string };
  /**
   * Whether the synthesis runs Docker, e.g. because it bundles assets in containers. Its build is privileged then.
   *
   * @default false
   */
  readonly dockerEnabledForSynth?: boolean;
  /**
   * Whether the pipeline updates itself before it deploys.
   *
   * @default true
   */
  readonly selfMutation?: boolean;
  /**
   * Key, alarm topic and access logs that pipelines of an account share.
   *
   * @default - made for this pipeline, in its stack
   */
  readonly resources?: DeploymentResources;
  /**
   * What becomes of the artifacts when the stack of the pipeline goes; with DESTROY they are deleted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly artifactRemovalPolicy?: RemovalPolicy;
}
