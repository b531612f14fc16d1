import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DifferingCase, FileResult } from './runner';

const FOLDER = join('fixtures', 'compactconnect');

/** Environment files that describe no environment: what the loader has to say about them. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  deploy: /describe the deploy account/,
};

const ENVIRONMENT_FILE = /^cdk\.context\.(\w+)-example\.json$/;

/**
 * Loads and synthesizes the configuration files of a real installation, each in a process of its own with an empty
 * environment. Nothing where the folder has none.
 */
export function realInputs(from: string): FileResult[] {
  const folder = join(from, FOLDER);
  if (!existsSync(join(folder, 'cdk.json'))) return [];
  const files = readdirSync(folder).filter((file) => ENVIRONMENT_FILE.test(file));
  const differing = files.flatMap((file): DifferingCase[] => {
    const actual = synthesize(join(folder, 'cdk.json'), join(folder, file));
    const refusal = REFUSED[ENVIRONMENT_FILE.exec(file)![1]];
    const conforms = refusal ? refusal.test(actual) : actual === 'synthesized';
    const expected = refusal ? `an error with ${refusal}` : 'synthesized';
    return conforms ? [] : [{ name: file, differences: [{ path: file, expected, actual }] }];
  });
  return [{ file: FOLDER, passed: files.length - differing.length, differing, notCovered: new Map() }];
}

/** `synthesized`, or the last line of what went wrong. */
function synthesize(cdkJson: string, environmentFile: string): string {
  const program = join(__dirname, 'synthesize-context.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, cdkJson, environmentFile], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
    env: {},
  });
  return status === 0 ? 'synthesized' : stderr.trim();
}
