import { AttestationSettings, CompactSettings, EnvironmentSettings, NotificationSettings } from './settings';

/** The account that holds the pipelines of all environments. */
export interface DeployAccountSettings {
  /** AWS account, twelve digits. */
  readonly account: string;
  /** AWS region of the pipelines. */
  readonly region: string;
  /**
   * Who hears of pipelines that start, fail, succeed or wait for an approval.
   *
   * @default - nobody
   */
  readonly notifications?: NotificationSettings;
}

/** Where pipelines get the source from. */
export interface SourceSettings {
  /** Repository as `owner/name`. */
  readonly repository: string;
  /** ARN of the CodeConnections (or CodeStar Connections) connection in the deploy account. */
  readonly connectionArn: string;
}

/** How a pipeline makes the cloud assembly from the source. */
export interface SynthSettings {
  /**
   * Folder of the app in the repository.
   *
   * @default '.'
   */
  readonly directory?: string;
  /**
   * Commands that install what the app needs, run in the folder.
   *
   * @default - `npm ci`
   */
  readonly installCommands?: string[];
  /**
   * Commands that synthesize, run in the folder.
   *
   * @default - `cdk synth` of the pinned CLI
   */
  readonly commands?: string[];
  /**
   * Folder of the cloud assembly, relative to `directory`.
   *
   * @default 'cdk.out'
   */
  readonly outputDirectory?: string;
}

/** One environment in a pipeline: what happens before and after its deployment. */
export interface PipelineStageSettings {
  /** Name of the environment. */
  readonly environment: string;
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
   * Shell commands that test the environment once it is deployed; the first that fails ends the stage.
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
}

/** One pipeline: the tags that start it and the environments that it deploys, one after the other. */
export interface PipelineSettings {
  /** Short name, unique in the platform, e.g. `test`; construct ids and default names are made of it. */
  readonly name: string;
  /** Tags that start it: a glob pattern as CodePipeline knows it, e.g. `cc-test-*`. */
  readonly tagPattern: string;
  /** The environments in the order of their deployment, at least one. */
  readonly stages: PipelineStageSettings[];
  /**
   * Names of other pipelines that the same tag may start. Without it, patterns that one tag can match are a mistake.
   *
   * @default - none
   */
  readonly sharesTagsWith?: string[];
  /**
   * Physical name of the pipeline.
   *
   * @default - `<applicationName>-<name>`
   */
  readonly pipelineName?: string;
  /**
   * Name of the role with which it works; bootstrapped accounts trust exactly this name.
   *
   * @default - `<applicationName>-<name>-pipeline`
   */
  readonly roleName?: string;
}

/** What a licensure backend is about, the same for all environments. */
export interface LicensureSettings {
  /** The compacts of the deployment, at least one. */
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
}

/** A whole installation: its accounts, environments and pipelines, and what its workload is configured with. */
export interface PlatformSettings {
  /** Prefix of stack names and default physical names, e.g. `compact-connect`. */
  readonly applicationName: string;
  /** Value of the tag `Project`. */
  readonly project: string;
  /** Value of the tag `Service`. */
  readonly service: string;
  /** The environments, at least one; names are unique. */
  readonly environments: EnvironmentSettings[];
  /**
   * The account of the pipelines.
   *
   * @default - none: no pipelines; environments are deployed from a developer's machine
   */
  readonly deployAccount?: DeployAccountSettings;
  /**
   * Where pipelines get the source from.
   *
   * @default - none; required with pipelines
   */
  readonly source?: SourceSettings;
  /**
   * How pipelines make the cloud assembly.
   *
   * @default - `npm ci` and `cdk synth` in the root of the repository
   */
  readonly synth?: SynthSettings;
  /**
   * The pipelines.
   *
   * @default - none
   */
  readonly pipelines?: PipelineSettings[];
  /**
   * Qualifier with which accounts are bootstrapped for this app: 1 to 10 letters, digits, `-` and `_`.
   *
   * @default 'hnb659fds', that of the CDK
   */
  readonly bootstrapQualifier?: string;
  /**
   * Settings of a licensure backend.
   *
   * @default - none: the workload is another one
   */
  readonly licensure?: LicensureSettings;
  /**
   * Settings of a workload of one's own, by name: any JSON. The library checks none of them.
   *
   * @default - none
   */
  readonly workload?: { [name: string]: any };
}
