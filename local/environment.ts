import type { ApiName, DeadLetterQueue, PoolName } from './deploy/discover';
import type { Emulator } from './emulator/emulator';

/**
 * What `.local/environment.json` holds: everything a client or a test needs to use a running local run. It is a
 * documented interface (docs/guide/local-run.md): a change of meaning raises `version`.
 */
export interface LocalEnvironment {
  readonly version: 1;
  /** Address of the console page; every other address of the run is below it. */
  readonly address: string;
  readonly account: string;
  readonly region: string;
  /** Base address per REST API that the app has, without the stage. */
  readonly apis: Partial<Record<ApiName, string>>;
  readonly auth: Record<PoolName, AuthEnvironment>;
  readonly mailbox: string;
  readonly machineClients: Record<MachineClientName, MachineClient>;
  readonly staffUsers: readonly StaffUser[];
  /** Physical table names by construct id. */
  readonly tables: Readonly<Record<string, string>>;
  /** Physical bucket names by construct id. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Name of the bus that carries what happened to licenses and providers, where the app has one. */
  readonly dataEventBus?: string;
  readonly deadLetterQueues: readonly DeadLetterQueue[];
  readonly emulator: EmulatorEnvironment;
  readonly handlers: {
    /** Address to which the emulator sends the events of functions; below it `/running` lists and kills invocations. */
    readonly address: string;
    /** Folder with one log file per function. */
    readonly logs: string;
  };
}

export interface AuthEnvironment {
  /** Base address of the OAuth endpoints: `/oauth2/authorize`, `/oauth2/token`, `/login`, `/logout` and so on. */
  readonly url: string;
  readonly userPoolId: string;
  /** Client of the web application, where the pool has one. */
  readonly uiClientId?: string;
  /** Address to which a sign-in of the web application returns with its code. */
  readonly uiCallbackUrl?: string;
}

/** Machine clients of one state's IT system: one that may upload, one that may only read. */
export type MachineClientName = 'upload' | 'readOnly';

export interface MachineClient {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

export interface StaffUser {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  /** The `sub` of the user, which is also the key of the user's records. */
  readonly userId: string;
  readonly compact: string;
  /** Actions for the whole compact. */
  readonly compactActions: readonly string[];
  /** Actions per jurisdiction. */
  readonly jurisdictionActions: Readonly<Record<string, readonly string[]>>;
  /** Whether a second factor is asked for: the emulator asks only users who have enrolled one. */
  readonly mfa: 'not enrolled';
}

/** How to reach the emulator itself, with an SDK or a CLI. */
export interface EmulatorEnvironment {
  readonly endpoint: string;
  /** Certificate to trust, for NODE_EXTRA_CA_CERTS or AWS_CA_BUNDLE. */
  readonly certificate: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly log: string;
}

export function emulatorEnvironment(emulator: Emulator, certificate: string): EmulatorEnvironment {
  const { endpoint, logFile } = emulator;
  const { accessKeyId, secretAccessKey } = emulator.credentials;
  return { endpoint, certificate, accessKeyId, secretAccessKey, log: logFile };
}

/** Variables with which SDKs and CLIs talk to the emulator and to nothing else; Node processes of the run trust it already. */
export function emulatorVariables(emulator: EmulatorEnvironment, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: emulator.endpoint,
    AWS_ACCESS_KEY_ID: emulator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: emulator.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CA_BUNDLE: emulator.certificate,
  };
}

/** The same facts as environment variables, for the command of `--once`. */
export function environmentVariables(file: string, environment: LocalEnvironment): Record<string, string> {
  const { apis, auth, machineClients, emulator, region } = environment;
  const variables = {
    COMPACT_LOCAL_ENVIRONMENT: file,
    COMPACT_STATE_API_URL: apis.state,
    COMPACT_INTERNAL_API_URL: apis.internal,
    COMPACT_SEARCH_API_URL: apis.search,
    COMPACT_STATE_AUTH_URL: auth.state.url,
    COMPACT_STAFF_AUTH_URL: auth.staff.url,
    COMPACT_STAFF_CLIENT_ID: auth.staff.uiClientId,
    COMPACT_STAFF_CALLBACK_URL: auth.staff.uiCallbackUrl,
    COMPACT_UPLOAD_CLIENT_ID: machineClients.upload.clientId,
    COMPACT_UPLOAD_CLIENT_SECRET: machineClients.upload.clientSecret,
    COMPACT_READ_ONLY_CLIENT_ID: machineClients.readOnly.clientId,
    COMPACT_READ_ONLY_CLIENT_SECRET: machineClients.readOnly.clientSecret,
    ...emulatorVariables(emulator, region),
  };
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
