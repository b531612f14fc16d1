import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const APPS = resolve(__dirname, '..', '..', 'apps');

/** Synthesizes an app in a process that has nothing in its environment but what is given. */
export function runApp(app: string, outdir: string, environment: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
    cwd: join(APPS, app),
    encoding: 'utf8',
    env: { CDK_OUTDIR: outdir, CDK_VALIDATION: 'false', ...environment },
  });
}
