import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandRun, runCommand } from './command';
import { Project } from './project';
import type { Files } from '../config/platform-files';

/** An app of another team, in another language. */
export const OTHER_APP = resolve(__dirname, '../fixtures/python-app/assembly');

export const OTHER_PLACE = '555555555555/eu-central-1';

/** Templates and boundaries of a small app that is made up. */
export class BoundaryApp {
  public readonly project = new Project();

  public constructor() {
    beforeAll(() => this.project.write(FILES));
    afterAll(() => this.project.remove());
  }

  public run(...parameters: string[]): Promise<CommandRun> {
    return runCommand(['boundary', ...parameters], { folder: this.project.folder });
  }

  public async json(...parameters: string[]): Promise<any> {
    return JSON.parse((await this.run(...parameters, '--format', 'json')).out);
  }

  /** What the CDK of the project synthesizes for an app in the folder `app`. */
  public synthesizes(synthesized: string): void {
    this.project.installCdk();
    this.project.write({ 'app/cdk.json': {} });
    cpSync(synthesized, this.project.assembly, { recursive: true });
  }
}

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } };

const CONSUMER = {
  Type: 'AWS::IAM::Role',
  Metadata: { 'aws:cdk:path': 'Shop/Consumer/Resource' },
  Properties: {
    RoleName: 'shop-consumer',
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    },
    PermissionsBoundary: 'arn:aws:iam::111111111111:policy/cdk-hnb659fds-workload-boundary-111111111111-us-east-1',
    Policies: [
      {
        PolicyName: 'Consume',
        PolicyDocument: {
          Statement: [
            {
              Sid: 'Messages',
              Effect: 'Allow',
              Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
              Resource: { 'Fn::GetAtt': ['Orders', 'Arn'] },
            },
          ],
        },
      },
    ],
  },
};

function assembly(folder: string, stacks: Readonly<Record<string, { account: string; template: unknown }>>): Files {
  const artifacts = Object.entries(stacks).map(([name, { account }]) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: `aws://${account}/us-east-1`,
      properties: { templateFile: `${name}.template.json` },
    },
  ]);
  const templates = Object.entries(stacks).map(([name, { template }]) => [
    join(folder, `${name}.template.json`),
    template,
  ]);
  return {
    [join(folder, 'manifest.json')]: { version: '48.0.0', artifacts: Object.fromEntries(artifacts) },
    ...Object.fromEntries(templates),
  };
}

const allow = (...actions: string[]) => ({
  Statement: [{ Sid: 'Services', Effect: 'Allow', Action: actions, Resource: '*' }],
});

const shop = { Resources: { Orders: QUEUE, Consumer: CONSUMER } };
const shopWithTopic = { Resources: { ...shop.Resources, News: { Type: 'AWS::SNS::Topic' } } };
const wiki = { Resources: { Pages: { Type: 'AWS::S3::Bucket' } } };

const FILES: Files = {
  'queue.yaml': 'Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Sub orders\n',
  'truncated.json': '{ "Resources": { ',
  'strange.json': { Resources: { Thing: { Type: 'Acme::Made::Up' }, Other: { Type: 'Acme::Other::Thing' } } },
  'no-resources.json': {},
  ...assembly('shop', { Shop: { account: '111111111111', template: shop } }),
  ...assembly('two', {
    Shop: { account: '111111111111', template: shopWithTopic },
    Wiki: { account: '222222222222', template: wiki },
  }),
  ...assembly('empty', {}),
  'all-of-sqs.json': allow('sqs:*'),
  'no-deletion.json': allow('sqs:Create*', 'sqs:Get*', 'sqs:List*', 'sqs:Set*', 'sqs:Tag*', 'sqs:Untag*'),
  'all-of-iam.json': allow('sqs:*', 'iam:*'),
  'workload.json': allow('sqs:ReceiveMessage'),
};
