import { App } from 'aws-cdk-lib';
import { CompactConnectContext, LicensureCompactBackend } from '../../src';

/** Synthesizes the backend of two configuration files: the program of one real input. */
const [cdkJson, environmentFile] = process.argv.slice(2);

const app = new App();
try {
  const settings = CompactConnectContext.load({ cdkJson, environmentFile });
  new LicensureCompactBackend(app, 'Backend', { settings });
  app.synth();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
