import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join, resolve } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

const CLI = resolve(__dirname, '..', '..', 'node_modules', 'aws-cdk', 'bin', 'cdk');

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The emulator takes an account's number for the access key of its root user. */
export function rootOf(account: string): Credentials {
  return { accessKeyId: account, secretAccessKey: 'test' };
}

/** An emulated account with other accounts around it, in a process of its own. */
export class EmulatedAccount {
  /** @param synthesized an assembly, which is prepared for it */
  public static async start(synthesized: string): Promise<EmulatedAccount> {
    const child = spawn(process.execPath, [join(__dirname, 'bootstrap-emulator.mjs'), synthesized], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const written = { text: '', errors: '' };
    child.stderr.on('data', (chunk: Buffer) => (written.errors += chunk.toString()));
    return new Promise((ready, failed) => {
      child.stdout.on('data', (chunk: Buffer) => {
        written.text += chunk.toString();
        if (!written.text.includes('\n')) return;
        const { endpoint, certificate, assembly } = JSON.parse(written.text);
        ready(new EmulatedAccount(child, endpoint, certificate, assembly));
      });
      child.on('exit', (code) => failed(new Error(`the emulator ended with ${code}:\n${written.errors}`)));
    });
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly endpoint: string,
    private readonly certificate: string,
    /** The assembly as the emulator takes it. */
    public readonly assembly: string,
  ) {}

  /** How SDK clients reach it as a principal. */
  public as(credentials: Credentials) {
    const ca = readFileSync(this.certificate);
    return {
      endpoint: this.endpoint,
      region: REGION,
      credentials,
      forcePathStyle: true,
      requestHandler: { httpsAgent: new Agent({ ca }) },
    };
  }

  /** Runs the pinned CDK CLI as the root user of the account, in a folder without an app. */
  public async cdk(folder: string, ...parameters: string[]): Promise<{ code: number | null; output: string }> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [CLI, ...parameters], {
      cwd: folder,
      env: {
        PATH,
        HOME,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        AWS_ENDPOINT_URL: this.endpoint,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_REGION: REGION,
        AWS_CA_BUNDLE: this.certificate,
        NODE_EXTRA_CA_CERTS: this.certificate,
      },
    });
    const written: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => written.push(String(chunk)));
    const code = await new Promise<number | null>((ended) => child.once('close', ended));
    return { code, output: written.join('') };
  }

  /** Makes a role with all rights, which its own account may assume, and assumes it. */
  public async administrator(account: string, name: string, boundary?: string): Promise<Credentials> {
    const iam = new IAMClient(this.as(rootOf(account)));
    await iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: policy({ Action: 'sts:AssumeRole', Principal: { AWS: account } }),
        PermissionsBoundary: boundary,
      }),
    );
    const everything = policy({ Action: '*', Resource: '*' });
    await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'all', PolicyDocument: everything }));
    return this.assume(rootOf(account), `arn:aws:iam::${account}:role/${name}`);
  }

  public async assume(credentials: Credentials, role: string): Promise<Credentials> {
    const sts = new STSClient(this.as(credentials));
    const { Credentials: session } = await sts.send(
      new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'test', DurationSeconds: 900 }),
    );
    return {
      accessKeyId: session!.AccessKeyId!,
      secretAccessKey: session!.SecretAccessKey!,
      sessionToken: session!.SessionToken!,
    };
  }

  public async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.stdin!.end();
    await ended;
  }
}

/** A policy of one statement that allows something. */
export function policy(statement: Record<string, unknown>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}
