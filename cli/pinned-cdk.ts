import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CommandError, EXIT } from './exit-codes';
import { CDK_CLI_VERSION } from '../src/pipeline/cli-version';

const REMEDY = `install it in the project: npm install --save-dev aws-cdk@${CDK_CLI_VERSION}`;

/** Standard error of this process, where what a program says doesn't mix with what we print for other programs. */
export const STANDARD_ERROR = 2;

export interface CdkOptions {
  /** Where the CDK runs; by default in the folder whose CDK it is. */
  readonly workingFolder?: string;
  /** Variables on top of those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its standard output goes; by default to our own. */
  readonly stdout?: 'inherit' | typeof STANDARD_ERROR;
}

/**
 * Runs the CDK CLI of a project, which must be the pinned one, and gives our exit code for its own.
 *
 * @param folder of the app, or any other of the project
 */
export function runCdk(folder: string, parameters: readonly string[], options: CdkOptions = {}): number {
  const { workingFolder = folder, environment, stdout = 'inherit' } = options;
  const { status, error } = spawnSync(process.execPath, [cdkProgram(folder), ...parameters], {
    cwd: workingFolder,
    stdio: ['inherit', stdout, 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (error) throw new CommandError(`the CDK CLI could not be started: ${error.message}`);
  return status === 0 ? EXIT.done : EXIT.failed;
}

/** The CLI is looked for where the app's own packages are; another version may not read the app's cloud assembly. */
function cdkProgram(folder: string): string {
  const packageFile = resolvePackage(folder);
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  if (version !== CDK_CLI_VERSION) {
    throw new CommandError(
      `the project has version ${version} of aws-cdk, but ${CDK_CLI_VERSION} is needed; ${REMEDY}`,
    );
  }
  return join(dirname(packageFile), 'bin', 'cdk');
}

function resolvePackage(folder: string): string {
  try {
    return createRequire(join(folder, 'package.json')).resolve('aws-cdk/package.json');
  } catch {
    throw new CommandError(`the CDK CLI (package aws-cdk) was not found from ${folder}; ${REMEDY}`);
  }
}
