import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Cli } from './ports';
import type { SelfMutationStack } from '../../src/core/contracts/self-mutation';

/** The `cdk` on the PATH, which the build installed, on the cloud assembly in the working folder. */
export class CdkCli implements Cli {
  public constructor(private readonly environment: NodeJS.ProcessEnv) {}

  public async prepare({ selector, stackName }: SelfMutationStack, changeSetName: string): Promise<void> {
    const command = spawn('cdk', [...deployArguments(selector), '--change-set-name', changeSetName], {
      env: this.environment,
      stdio: 'inherit',
    });
    const [exitCode, signal] = await once(command, 'close');
    if (exitCode !== 0) {
      throw new Error(
        `stack ${stackName} can't be deployed: the CDK's command line ended with ${signal ?? exitCode}; its reason stands above`,
      );
    }
  }
}

function deployArguments(selector: string): string[] {
  const unattended = ['--require-approval', 'never', '--ci', '--no-notices'];
  return ['deploy', selector, '--app', '.', '--exclusively', '--method', 'prepare-change-set', ...unattended];
}
