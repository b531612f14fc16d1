import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DifferingCase, FileResult } from './runner';
import { PlatformConfiguration, PlatformSettings } from '../../src';

const FOLDER = join('fixtures', 'compactconnect');

/** Apps and the files of a real installation that each must synthesize from as they are. */
const APPS = [
  { app: 'deploy-account', environments: ['deploy', 'test', 'beta', 'prod'] },
  { app: 'sandbox', environments: ['sandbox'] },
];

/**
 * Loads the configuration files of a real installation and synthesizes the apps from them, with all rules on, each in a
 * process with nothing else in its environment. Nothing where the folder has none.
 */
export function realInputs(from: string): FileResult[] {
  const folder = join(from, FOLDER);
  const cdkJson = join(folder, 'cdk.json');
  if (!existsSync(cdkJson)) return [];
  const fileOf = (environment: string) => join(folder, `cdk.context.${environment}-example.json`);
  return APPS.map(({ app, environments }) => {
    const environmentFiles = environments.map(fileOf);
    const loaded = PlatformConfiguration.fromCompactConnect({ cdkJson, environmentFiles });
    const actual = synthesized(app, { cdkJson, environmentFiles });
    const expected = 'synthesized without a finding';
    const differing: DifferingCase[] =
      actual === expected ? [] : [{ name: app, differences: [{ path: app, expected, actual }] }];
    return {
      file: `${FOLDER}: apps/${app}`,
      passed: differing.length === 0 ? environmentFiles.length : 0,
      differing,
      notCovered: new Map(),
      remarks: described(loaded),
    };
  });
}

/** What was loaded, a line per environment and pipeline. */
function described({ applicationName, environments, pipelines = [] }: PlatformSettings): string[] {
  return [
    ...environments.map(
      ({ name, account, region, domainName }) =>
        `loaded ${applicationName}: environment ${name} in ${account}/${region}, ${domainName ?? 'no domain'}`,
    ),
    ...pipelines.map(
      ({ pipelineName, tagPattern, stages }) =>
        `loaded pipeline ${pipelineName}: tags ${tagPattern} deploy ${stages.map(({ environment }) => environment).join(', ')}`,
    ),
  ];
}

/** The outcome in words; where it failed, what the app said. */
function synthesized(app: string, platform: { cdkJson: string; environmentFiles: string[] }): string {
  const outdir = mkdtempSync(join(tmpdir(), 'compact-conformance-'));
  try {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: join(__dirname, '..', '..', 'apps', app),
      encoding: 'utf8',
      env: { CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify({ platform }) },
    });
    return status === 0 ? 'synthesized without a finding' : `${stdout}${stderr}`.trim();
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
