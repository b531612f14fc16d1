import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit-codes';
import { runCdk } from './pinned-cdk';
import type { BootstrapStep } from '../src/bootstrap/bootstrap-plan';

export interface BootstrapRun {
  /** Profiles of the AWS configuration, by account. */
  readonly profiles: ReadonlyMap<string, string>;
  /** Folder of the app that deploys the pipelines, where a step does. */
  readonly pipelinesApp?: string;
}

/**
 * Runs the steps one after the other up to the first that fails, and gives the exit code. Paths in them are absolute.
 *
 * Accounts are bootstrapped outside of all apps: inside of one, the CDK synthesizes it, and takes options from its
 * `cdk.json`.
 */
export function runBootstrapSteps(steps: readonly BootstrapStep[], { profiles, pipelinesApp }: BootstrapRun): number {
  const workingFolder = mkdtempSync(join(tmpdir(), 'compact-bootstrap-'));
  try {
    for (const [index, { argv, account, region, phase, why }] of steps.entries()) {
      console.log(`${index + 1} of ${steps.length}: ${phase}, ${account}/${region}: ${why}`);
      const profile = profiles.get(account);
      const parameters = [...argv.slice(1), ...(profile === undefined ? [] : ['--profile', profile])];
      const code =
        phase === 'pipelines'
          ? runCdk(pipelinesApp!, parameters)
          : runCdk(process.cwd(), parameters, { workingFolder });
      if (code === EXIT.done) continue;
      console.error(
        `step ${index + 1} failed; run the command again when its reason is gone: what is done stays as it is`,
      );
      return EXIT.failed;
    }
    return EXIT.done;
  } finally {
    rmSync(workingFolder, { recursive: true, force: true });
  }
}
