import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError } from './exit-codes';

/** Apps of a repository that has several lie here. */
const APPS = 'apps';

export interface AppFolderOptions {
  /** Which app of a repository with several is meant where none is named. */
  readonly fallback?: string;
  readonly workingFolder?: string;
}

/** Folder of the app that a command line names: one with a `cdk.json`, or a folder below `apps/`. */
export function appFolder(name: string | undefined, options: AppFolderOptions = {}): string {
  const { fallback = 'sandbox', workingFolder = process.cwd() } = options;
  const names = name === undefined ? ['.', join(APPS, fallback)] : [name, join(APPS, name)];
  const candidates = names.map((candidate) => resolve(workingFolder, candidate));
  const found = candidates.find((candidate) => existsSync(join(candidate, 'cdk.json')));
  if (found !== undefined) return found;
  throw new CommandError(
    name === undefined
      ? 'there is no cdk.json here: go to the folder of an app, or name it, e.g. compact-platform synth deploy-account'
      : `"${name}" is no app: neither ${name} nor ${join(APPS, name)} is a folder with a cdk.json`,
  );
}
