import { readFileSync } from 'node:fs';
import { CDK_CLI_VERSION } from '../../src/pipeline/cli-version';

test('the pinned CLI is the one that this project is built and tested with', () => {
  const { version } = JSON.parse(readFileSync(require.resolve('aws-cdk/package.json'), 'utf8'));

  expect(CDK_CLI_VERSION).toBe(version);
});
