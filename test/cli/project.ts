import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CDK_CLI_VERSION } from '../../src/pipeline/cli-version';
import type { Files } from '../config/platform-files';

/** What the CDK was started with. */
export interface CdkCall {
  readonly parameters: readonly string[];
  readonly folder: string;
  readonly validation?: string;
}

/**
 * What stands in for the CDK's command line: notes how it was started, fails at the call that `fail-at` names, and
 * synthesizes by copying a cloud assembly. It talks on standard output, as the CDK may.
 */
const CDK_STUB = `
const { appendFileSync, cpSync, existsSync, readFileSync } = require('node:fs');
const note = (name) => require('node:path').join(__dirname, name);
const parameters = process.argv.slice(2);
appendFileSync(note('calls'), JSON.stringify({ parameters, folder: process.cwd(), validation: process.env.CDK_VALIDATION }) + '\\n');
if (process.env.CDK_STUB_TALKS) console.log('NOTICES');
const output = parameters[parameters.indexOf('--output') + 1];
if (existsSync(note('assembly'))) cpSync(note('assembly'), output, { recursive: true });
const calls = readFileSync(note('calls'), 'utf8').trim().split('\\n').length;
if (existsSync(note('fail-at')) && Number(readFileSync(note('fail-at'), 'utf8')) === calls) process.exit(3);
`;

/** A user's project in a folder of its own. */
export class Project {
  public readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'compact-project-')));
  /** Folder of the stub's own files. */
  private readonly cdk = join(this.folder, 'node_modules', 'aws-cdk', 'bin');

  /** Writes files; what isn't text becomes JSON. */
  public write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    }
  }

  public installCdk(version = CDK_CLI_VERSION): void {
    this.write({
      'node_modules/aws-cdk/package.json': { name: 'aws-cdk', version },
      'node_modules/aws-cdk/bin/cdk': CDK_STUB,
    });
  }

  /** The CDK fails when it is called for the n-th time, from 1. */
  public failAt(call: number): void {
    writeFileSync(join(this.cdk, 'fail-at'), String(call));
  }

  /** Folder of the cloud assembly that the CDK synthesizes. */
  public get assembly(): string {
    return join(this.cdk, 'assembly');
  }

  public get cdkCalls(): CdkCall[] {
    const calls = join(this.cdk, 'calls');
    if (!existsSync(calls)) return [];
    return readFileSync(calls, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
