import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import {
  LicensureWorkload,
  PlatformConfiguration,
  PlatformPipelines,
  SecurityRulePacks,
  StandardTags,
} from '../../src';

// The CLI passes the context of cdk.json by itself; reading it here gives the same templates without the CLI.
const app = new App({ context: JSON.parse(readFileSync(join(__dirname, 'cdk.json'), 'utf8')).context });

// All pipelines of an installation: platform.json, unless the context names another configuration.
const settings = PlatformConfiguration.ofApp(app, __dirname);

new PlatformPipelines(app, 'Pipelines', { settings, workload: new LicensureWorkload(settings) });
StandardTags.require(app);

// The switch that turns off the CDK's own validation turns off the rule packs too: the inner loop needs neither.
if (process.env.CDK_VALIDATION !== 'false') SecurityRulePacks.addTo(app);

app.synth();
