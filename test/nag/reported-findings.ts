import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';

/** Synthesizes an app with rule packs and returns the id of each finding that is reported, with its construct. */
export function reportedFindings(app: App): string[] {
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('A copy of this report')) throw error;
  }
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap(({ violations }: any) =>
    violations.flatMap(({ ruleName, violatingConstructs }: any) =>
      violatingConstructs.map(({ constructPath }: any) => `${ruleName} ${constructPath}`),
    ),
  );
}
