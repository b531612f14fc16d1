import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CompactConnectContext, LicensureCompactBackend, SecurityRulePacks } from '../../src';

const cdkJson = join(__dirname, 'cdk.json');

// The CLI passes the context of cdk.json by itself; reading it here gives the same templates without the CLI.
const app = new App({ context: JSON.parse(readFileSync(cdkJson, 'utf8')).context });

const environment = app.node.tryGetContext('environment') ?? 'local';
const settings = CompactConnectContext.load({
  cdkJson,
  environmentFile: join(__dirname, 'environments', `${environment}.json`),
});

new LicensureCompactBackend(app, 'Backend', { settings });

// The switch that turns off the CDK's own validation turns off the rule packs too: the inner loop needs neither.
if (process.env.CDK_VALIDATION !== 'false') SecurityRulePacks.addTo(app);

app.synth();
