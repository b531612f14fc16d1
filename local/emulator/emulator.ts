import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalRunError } from '../tools/errors';
import { freePort, LOOPBACK } from '../tools/ports';
import { isRunning, lastLines, stopChild } from '../tools/processes';
import { PythonEnvironment } from '../tools/python-environment';

const START_LIMIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 25;
const ROOT_KEY = 'test';

export interface EmulatorOptions {
  readonly python: PythonEnvironment;
  /** Folder for what the emulator writes: its log, its object store, its temporary files. */
  readonly folder: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly account: string;
  readonly region: string;
  /**
   * Seconds after which messages that a function failed to process come back.
   *
   * @default - the visibility timeout of their queue
   */
  readonly retryAfterSeconds?: number;
}

/** A running emulator, with the root credentials of its one account. */
export interface Emulator {
  readonly endpoint: string;
  readonly account: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Starts the emulator as a child process on a free loopback port and waits until it answers. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const port = await freePort();
  const logFile = join(options.folder, 'emulator.log');
  mkdirSync(join(options.folder, 'tmp'), { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(options.python.program, [resolve(__dirname, 'serve.py')], {
    env: childEnvironment(options, port),
    // The emulator ends when this pipe closes, so it can't outlive us.
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  const failure = new Promise<never>((_, reject) => child.once('error', reject));
  const endpoint = `https://${LOOPBACK}:${port}`;
  const deadline = Date.now() + START_LIMIT_MILLISECONDS;
  while (!(await Promise.race([answers(endpoint), failure]))) {
    if (!isRunning(child) || Date.now() > deadline) {
      await stopChild(child, 0);
      throw new LocalRunError(
        `the emulator did not start; the end of ${logFile} says:\n${lastLines(readFileSync(logFile, 'utf8'))}`,
      );
    }
    await delay(POLL_MILLISECONDS);
  }
  return {
    endpoint,
    account: options.account,
    region: options.region,
    credentials: { accessKeyId: ROOT_KEY, secretAccessKey: ROOT_KEY },
    logFile,
    stop: () => stopChild(child),
  };
}

function childEnvironment(options: EmulatorOptions, port: number): NodeJS.ProcessEnv {
  const { PATH, HOME, SYSTEMROOT } = process.env;
  return {
    PATH,
    HOME,
    SYSTEMROOT,
    ...options.python.variables,
    PYTHONUNBUFFERED: '1',
    PYTHONUTF8: '1',
    TMPDIR: join(options.folder, 'tmp'),
    BIND_HOST: LOOPBACK,
    GATEWAY_PORT: String(port),
    // With an IP address the S3 clients choose path style by themselves.
    MINISTACK_HOST: LOOPBACK,
    MINISTACK_ACCOUNT_ID: options.account,
    MINISTACK_REGION: options.region,
    AUTH: 'true',
    USE_SSL: '1',
    MINISTACK_SSL_CERT: options.certificateFile,
    MINISTACK_SSL_KEY: options.keyFile,
    // A failing pre-token function fails the sign-in, as in the account.
    MINISTACK_COGNITO_PRETOKEN_STRICT: '1',
    S3_DATA_DIR: join(options.folder, 's3'),
    STATE_DIR: join(options.folder, 'state'),
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    ...(options.retryAfterSeconds !== undefined && {
      COMPACT_RETRY_AFTER_SECONDS: String(options.retryAfterSeconds),
    }),
    // Keeps it from looking for containers of other emulators on this machine, which it would remove.
    DOCKER_HOST: `unix://${join(options.folder, 'no-docker.sock')}`,
  };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok;
  } catch {
    return false;
  }
}
