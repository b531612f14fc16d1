import { App } from 'aws-cdk-lib';
import { largestSettings, productionSettings, sandboxSettings } from './backend-settings';
import { LicensureCompactBackend } from '../../src/licensure/licensure-compact-backend';

test.each([
  ['a sandbox', sandboxSettings()],
  ['production', productionSettings()],
  ['the largest deployment', largestSettings()],
])('the synthesis of %s asks no account for anything', (_name, settings) => {
  const app = new App();
  new LicensureCompactBackend(app, 'Backend', { settings });

  expect(app.synth().manifest.missing).toBeUndefined();
});
