import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { LicensureCompactBackend, PlatformConfiguration, SecurityRulePacks, StandardTags } from '../../src';

// The CLI passes the context of cdk.json by itself; reading it here gives the same templates without the CLI.
const app = new App({ context: JSON.parse(readFileSync(join(__dirname, 'cdk.json'), 'utf8')).context });

// One environment, without pipelines. Documents may have several; files of CompactConnect lie in environments/.
const environment = app.node.tryGetContext('environment');
if (environment && !app.node.tryGetContext('platform').files) {
  const environmentFiles = [join('environments', `${environment}.json`)];
  app.node.setContext('platform', { cdkJson: 'cdk.json', environmentFiles });
}
const platform = PlatformConfiguration.ofApp(app, __dirname);
const settings = PlatformConfiguration.licensureOf(platform, environment ?? platform.environments[0].name);

new LicensureCompactBackend(app, 'Backend', { settings });
StandardTags.require(app);

// The switch that turns off the CDK's own validation turns off the rule packs too: the inner loop needs neither.
if (process.env.CDK_VALIDATION !== 'false') SecurityRulePacks.addTo(app);

app.synth();
