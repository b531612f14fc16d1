import { awscdk, JsonFile } from 'projen';
import { DEVELOPMENT_FOLDERS } from './folders';

/** No piece of code stands in two places. */
export function addCloneDetector(project: awscdk.AwsCdkConstructLibrary): void {
  new JsonFile(project, '.jscpd.json', {
    obj: {
      path: ['src', ...DEVELOPMENT_FOLDERS],
      format: ['typescript', 'javascript'],
      minTokens: 60,
      minLines: 6,
      threshold: 0,
      exitCode: 1,
      reporters: ['console'],
      ignore: ['**/*.generated.ts', '**/node_modules/**', '**/cdk.out/**'],
    },
  });
}
