import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, IPolicyValidationPlugin, PolicyViolation, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, NagPack } from 'cdk-nag';
import { DATA_ACCOUNT, DEPLOY_ACCOUNT } from './made-up-report';
import { Acknowledgements } from '../../src/nag/acknowledgements';
import { SecurityRulePacks } from '../../src/nag/security-rule-packs';

/** Folders of assemblies, removed after the tests of a file. */
export class AssemblyFolders {
  private readonly folders: string[] = [];

  public constructor() {
    afterAll(() => this.folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  }

  public create(): string {
    const folder = mkdtempSync(join(tmpdir(), 'report-assembly-'));
    this.folders.push(folder);
    return folder;
  }

  /** Synthesizes an app, findings or not, and gives the folder of its assembly. */
  public synthesize(make: (app: App) => void): string {
    const outdir = this.create();
    synthesizeInto(outdir, make);
    return outdir;
  }
}

/** Writes the assembly of an app, findings or not. */
export function synthesizeInto(outdir: string, make: (app: App) => void): void {
  // As strict as an app can be with the plugins that look at it.
  const app = new App({ outdir, confirmValidationPluginsDoNotMutate: true });
  make(app);
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('A copy of this report')) throw error;
  }
}

/** An app with a stack, and a stage in another account, in each a queue with two findings of which one is acknowledged. */
export function appWithFindings(app: App, packs: NagPack[] = [new AwsSolutionsChecks()]): void {
  SecurityRulePacks.addTo(app, { packs, today: '2026-05-15' });
  const deploy = new Stack(app, 'Deploy', { env: { account: DEPLOY_ACCOUNT, region: 'us-east-1' } });
  const prod = new Stage(app, 'Prod', { env: { account: DATA_ACCOUNT, region: 'us-east-2' } });
  for (const stack of [deploy, new Stack(prod, 'Data')]) {
    Acknowledgements.of(new Queue(stack, 'Queue')).add({
      findings: ['AwsSolutions-SQS3'],
      reason: 'It is a dead-letter queue.',
      owner: 'operators',
      expires: '2026-12-31',
    });
    new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  }
}

/** A plugin of somebody else that reports what it is told to. */
export function pluginWith(violations: PolicyViolation[]): IPolicyValidationPlugin {
  return { name: 'HousePlugin', validate: () => ({ success: false, violations }) };
}

export function addPlugin(app: App, plugin: IPolicyValidationPlugin): void {
  Validations.of(app).addPlugins(plugin);
}
