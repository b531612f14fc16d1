import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalRunError } from '../tools/errors';
import { fingerprint } from '../tools/fingerprint';
import { lastLines, run } from '../tools/processes';

/** Everything that the assembly is made of; the rest of the project can change without a new build. */
const INPUTS = ['src', 'lambda', 'apps/sandbox', 'scripts/bundle.ts', 'scripts/bundle-options.ts', 'package-lock.json'];
const APP = 'apps/sandbox/main.ts';

export interface BuildOptions {
  readonly root: string;
  /** Folder for the assembly. */
  readonly outputFolder: string;
}

export interface Build {
  readonly folder: string;
  readonly wasCurrent: boolean;
}

/** Bundles the handlers and synthesizes the sandbox app, unless both were done from the same sources already. */
export async function buildAssembly({ root, outputFolder }: BuildOptions): Promise<Build> {
  const marker = `${outputFolder}.fingerprint`;
  const current = fingerprint(root, INPUTS);
  if (
    existsSync(join(outputFolder, 'manifest.json')) &&
    existsSync(marker) &&
    readFileSync(marker, 'utf8') === current
  ) {
    return { folder: outputFolder, wasCurrent: true };
  }
  rmSync(marker, { force: true });
  rmSync(outputFolder, { recursive: true, force: true });
  await node(root, 'the handlers could not be bundled', ['scripts/bundle.ts'], {});
  await node(root, 'the sandbox app could not be synthesized', [APP], {
    CDK_OUTDIR: outputFolder,
    // The report of the rule packs belongs to `npx projen synth`; here it would only cost time.
    CDK_VALIDATION: 'false',
  });
  writeFileSync(marker, current);
  return { folder: outputFolder, wasCurrent: false };
}

async function node(
  cwd: string,
  failure: string,
  parameters: string[],
  variables: Record<string, string>,
): Promise<void> {
  const options = { cwd, env: { ...process.env, ...variables } };
  const { code, output } = await run(process.execPath, ['--import', 'tsx', ...parameters], options);
  if (code !== 0) throw new LocalRunError(`${failure}:\n${lastLines(output, 20)}`);
}
