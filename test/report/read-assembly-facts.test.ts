import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DATA_ACCOUNT, DEPLOY_ACCOUNT } from './made-up-report';
import { addPlugin, appWithFindings, AssemblyFolders, pluginWith } from './synthesized-app';
import { readAssemblyFacts } from '../../src/report/assembly/read-assembly-facts';

const folders = new AssemblyFolders();
let assembly: string;

beforeAll(() => {
  assembly = folders.synthesize(appWithFindings);
});

test('stacks of all stages and accounts are read', () => {
  expect(readAssemblyFacts(assembly).stacks).toEqual([
    expect.objectContaining({ path: 'Deploy', name: 'Deploy', account: DEPLOY_ACCOUNT, region: 'us-east-1' }),
    expect.objectContaining({ path: 'Prod/Data', name: 'Prod-Data', account: DATA_ACCOUNT, region: 'us-east-2' }),
  ]);
});

test('resources are read with their construct paths', () => {
  const [, { template, resources }] = readAssemblyFacts(assembly).stacks;

  expect(template).toMatch(/^assembly-Prod\/ProdData\w+\.template\.json$/);
  expect(resources.map(({ type, path }) => [type, path])).toEqual([
    ['AWS::SQS::Queue', 'Prod/Data/Queue/Resource'],
    ['AWS::IAM::Role', 'Prod/Data/Role/Resource'],
  ]);
});

test('findings are read once, open and acknowledged ones, with what their rules say', () => {
  const { findings, gaps } = readAssemblyFacts(assembly);

  expect(gaps).toEqual([]);
  expect(findings.map(({ id, path }) => `${id} ${path}`)).toEqual([
    'AwsSolutions-SQS3 Deploy/Queue/Resource',
    'AwsSolutions-SQS4 Deploy/Queue/Resource',
    'AwsSolutions-SQS3 Prod/Data/Queue/Resource',
    'AwsSolutions-SQS4 Prod/Data/Queue/Resource',
  ]);
  expect(findings[1]).toMatchObject({
    source: 'AwsSolutions',
    severity: 'error',
    description: 'The SQS queue does not require requests to use SSL.',
  });
});

test('acknowledgements are read once, though they stand in the record and in the metadata of stacks', () => {
  expect(
    readAssemblyFacts(assembly).acknowledgements.map(({ scope, findings, owner }) => [scope, findings, owner]),
  ).toEqual([
    ['Deploy/Queue', ['AwsSolutions-SQS3'], 'operators'],
    ['Prod/Data/Queue', ['AwsSolutions-SQS3'], 'operators'],
  ]);
});

test('rules are read with the number of resources that they were about', () => {
  const { resourcesOfRules } = readAssemblyFacts(assembly);

  expect(resourcesOfRules?.get('AwsSolutions-SQS4')).toBe(2);
  expect(resourcesOfRules?.get('AwsSolutions-S1')).toBe(0);
});

test('a stack that does not say where it goes has no account and no region', () => {
  const [stack] = readAssemblyFacts(folders.synthesize((app) => new Stack(app, 'Anywhere'))).stacks;

  expect(stack).toMatchObject({ account: undefined, region: undefined });
});

describe('findings of other plugins', () => {
  const queueAt = { resourceLogicalId: 'Queue4A7E3555', locations: [] };

  test('are read with the resource that they name', () => {
    const folder = folders.synthesize((app) => {
      new Queue(new Stack(app, 'Deploy'), 'Queue');
      const templatePath = join(app.outdir, 'Deploy.template.json');
      const violatingResources = [{ ...queueAt, templatePath }];
      addPlugin(
        app,
        pluginWith([{ ruleName: 'House1', description: 'not so', severity: 'warning', violatingResources }]),
      );
    });

    expect(readAssemblyFacts(folder).findings).toEqual([
      {
        id: 'House1',
        rule: 'House1',
        detail: undefined,
        source: 'HousePlugin',
        severity: 'warning',
        description: 'not so',
        path: 'Deploy/Queue/Resource',
        template: 'Deploy.template.json',
        logicalId: 'Queue4A7E3555',
      },
    ]);
  });

  test('that the CDK suppressed are read with the acknowledgement, even of the app', () => {
    const folder = folders.synthesize((app) => {
      const violatingResources = [{ constructPath: 'Deploy/Queue', locations: [] }];
      new Queue(new Stack(app, 'Deploy'), 'Queue');
      addPlugin(app, pluginWith([{ ruleName: 'House1', description: 'not so', violatingResources }]));
      Validations.of(app).acknowledge({ id: 'HousePlugin::House1', reason: 'known' });
    });
    const { findings, acknowledgements } = readAssemblyFacts(folder);

    expect(findings).toMatchObject([{ id: 'House1', path: 'Deploy/Queue' }]);
    expect(acknowledgements).toEqual([{ scope: '', findings: ['House1'], reason: 'known' }]);
  });

  test('that broke are gaps', () => {
    const folder = folders.synthesize((app) => {
      new Stack(app, 'Deploy');
      addPlugin(app, {
        name: 'Broken',
        validate: () => {
          throw new Error('out of order');
        },
      });
    });

    expect(readAssemblyFacts(folder).gaps).toContainEqual(
      expect.stringMatching(/^Broken did not run, its findings are missing: .*out of order/),
    );
  });
});

describe('what can not be read is a gap, and the rest is read', () => {
  const RECORD = 'security-findings.json';
  const VALIDATION = 'validation-report.json';
  const DEPLOY = 'Deploy.template.json';

  test.each<[string, (folder: string) => void, RegExp]>([
    [
      'no record',
      (folder) => rmSync(join(folder, RECORD)),
      /^no rule pack recorded .* add SecurityRulePacks to the app$/,
    ],
    [
      'a record that is cut',
      (folder) => cut(folder, RECORD),
      /^security-findings\.json is not JSON: .* run cdk synth again$/,
    ],
    [
      'a record that is a list',
      (folder) => write(folder, RECORD, '[]'),
      /has a format that this version does not know/,
    ],
    ['a later record', (folder) => write(folder, RECORD, '{"version":2}'), /has a format that this version does not/],
    [
      'a record of other templates',
      (folder) => write(folder, DEPLOY, '{"Resources":{}}'),
      /is about other versions of Deploy\.template\.json/,
    ],
    ['no validation report', (folder) => rmSync(join(folder, VALIDATION)), /^there is no validation-report\.json: /],
    ['a validation report that is cut', (folder) => cut(folder, VALIDATION), /^validation-report\.json is not JSON: /],
    ['a template that is cut', (folder) => cut(folder, DEPLOY), /^the template Deploy\.template\.json can't be read: /],
    [
      'a template that is a list',
      (folder) => write(folder, DEPLOY, '[]'),
      /^the template Deploy\.template\.json can't/,
    ],
  ])('%s', (_, damage, gap) => {
    const folder = folders.create();
    cpSync(assembly, folder, { recursive: true });
    damage(folder);

    const { gaps, stacks } = readAssemblyFacts(folder);

    expect(gaps).toContainEqual(expect.stringMatching(gap));
    expect(stacks).toHaveLength(2);
    expect(stacks[1].resources).toHaveLength(2);
  });

  test('of a record without its rules or with other values than texts nothing is taken', () => {
    const folder = folders.create();
    cpSync(assembly, folder, { recursive: true });
    write(folder, RECORD, '{"version":1,"templates":3}');

    expect(readAssemblyFacts(folder).gaps).toContainEqual(
      expect.stringMatching(/has a format that this version does not/),
    );
  });

  test('an assembly of a later CDK is read', () => {
    const folder = folders.create();
    cpSync(assembly, folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    write(folder, 'manifest.json', JSON.stringify({ ...manifest, version: '9999.0.0' }));

    expect(readAssemblyFacts(folder).stacks).toHaveLength(2);
  });

  test.each([
    ['is not there', () => 'nowhere'],
    ['has no manifest', () => folders.create()],
  ])('a folder that %s is refused', (_, folder) => {
    expect(() => readAssemblyFacts(folder())).toThrow();
  });

  function write(folder: string, name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  function cut(folder: string, name: string): void {
    write(folder, name, readFileSync(join(folder, name), 'utf8').slice(0, 40));
  }
});
