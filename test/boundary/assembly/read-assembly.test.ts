import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './files';
import { readAssembly } from '../../../src/boundary/assembly/read-assembly';

const BUCKET = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };
const HASH = 'a'.repeat(64);

function stackArtifact(templateFile: string, properties: object = {}, more: object = {}): object {
  return {
    type: 'aws:cloudformation:stack',
    environment: 'aws://111111111111/us-gov-west-1',
    properties: { templateFile, ...properties },
    ...more,
  };
}

function nestedStack(file: string): object {
  return { Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': file } } } };
}

/** An app with these stacks, one artifact by the name of each file. */
function app(templates: Readonly<Record<string, unknown>>, artifacts?: Readonly<Record<string, unknown>>): string {
  const stacks = Object.fromEntries(Object.keys(templates).map((file) => [file.split('.')[0], stackArtifact(file)]));
  return folderWith({ 'manifest.json': { version: '99.0.0', artifacts: artifacts ?? stacks }, ...templates });
}

test('stacks are read with their names, places and execution roles', () => {
  const role = 'arn:${AWS::Partition}:iam::111111111111:role/deployer';
  const folder = app(
    { 'One.template.json': BUCKET, 'Two.template.json': {} },
    {
      Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      One: stackArtifact('One.template.json', { stackName: 'boards-one', cloudFormationExecutionRoleArn: role }),
      Two: stackArtifact('Two.template.json', {}, { environment: 'aws://unknown-account/unknown-region' }),
    },
  );

  expect(readAssembly(folder)).toEqual({
    problems: [],
    templates: [
      {
        name: 'boards-one',
        account: '111111111111',
        region: 'us-gov-west-1',
        partition: 'aws-us-gov',
        executionRole: role,
        template: BUCKET,
      },
      { name: 'Two', template: {} },
    ],
  });
});

test('stages are assemblies within an assembly', () => {
  const folder = folderWith({
    'manifest.json': {
      artifacts: { stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } } },
    },
    'assembly-Stage/manifest.json': { artifacts: { One: stackArtifact('One.template.json') } },
    'assembly-Stage/One.template.json': BUCKET,
  });

  expect(readAssembly(folder)).toMatchObject({ templates: [{ name: 'One', template: BUCKET }], problems: [] });
});

test('construct paths come from the template, else from the metadata of the assembly', () => {
  const own = { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'own/path', more: 1 } };
  const folder = app(
    {
      'One.template.json': { Resources: { Own: own, Old: { Type: 'A' }, New: { Type: 'B' } } },
      'One.metadata.json': { '/One/New/Resource': [{ type: 'aws:cdk:logicalId', data: 'New' }] },
    },
    {
      One: stackArtifact(
        'One.template.json',
        {},
        {
          metadata: {
            '/One/Old/Resource': [
              { type: 'aws:cdk:warning', data: 'x' },
              { type: 'aws:cdk:logicalId', data: 'Old' },
            ],
            '/One/Own/Resource': [{ type: 'aws:cdk:logicalId', data: 'Own' }],
          },
          additionalMetadataFile: 'One.metadata.json',
        },
      ),
    },
  );

  expect(readAssembly(folder).templates[0].template).toEqual({
    Resources: {
      Own: own,
      Old: { Type: 'A', Metadata: { 'aws:cdk:path': 'One/Old/Resource' } },
      New: { Type: 'B', Metadata: { 'aws:cdk:path': 'One/New/Resource' } },
    },
  });
});

test.each([
  ['the path in its metadata', { Metadata: { 'aws:asset:path': 'Inner.nested.template.json' } }],
  [
    'the hash in its address',
    {
      Properties: {
        TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, `/bucket/${HASH}.json`]] },
      },
    },
  ],
])('the template of a nested stack is found by %s', (_, resource) => {
  const folder = app(
    {
      'One.template.json': { Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', ...resource } } },
      'Inner.nested.template.json': BUCKET,
      'One.assets.json': { files: { [HASH]: { source: { path: 'Inner.nested.template.json' } } } },
    },
    {
      'One.assets': { type: 'cdk:asset-manifest', properties: { file: 'One.assets.json' } },
      One: stackArtifact('One.template.json'),
    },
  );

  expect(readAssembly(folder)).toMatchObject({
    problems: [],
    templates: [{ nested: { Inner: { name: 'Inner', account: '111111111111', template: BUCKET } } }],
  });
});

test('templates that nest each other many times over stay a few objects', () => {
  const twice = (file: string) => ({
    Resources: Object.fromEntries(
      ['A', 'B'].map((id) => [id, { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': file } }]),
    ),
  });
  const levels = Array.from({ length: 40 }, (_, level) => [`L${level}.json`, twice(`L${level + 1}.json`)]);
  const folder = app({ ...Object.fromEntries(levels), 'L40.json': BUCKET }, { One: stackArtifact('L0.json') });

  const { templates, problems } = readAssembly(folder);

  expect(problems).toEqual([]);
  expect(templates[0].nested?.A.nested?.A).toBeDefined();
  expect(templates[0].nested?.A.nested?.A).toBe(templates[0].nested?.B.nested?.A);
});

test.each<[string, () => string, string[]]>([
  [
    'a folder that is not there',
    () => join(folderWith({}), 'no', 'such'),
    ['found no manifest.json, but the folder holds no synthesized app'],
  ],
  [
    'a folder that is no assembly',
    () => folderWith({ 'a.json': {} }),
    ['found no manifest.json, but the folder holds no synthesized app'],
  ],
  [
    'a manifest that ends too early',
    () => folderWith({ 'manifest.json': '{"artifacts": {' }),
    ['found the end of the text, but a key in double quotes is expected, at line 1 column 16'],
  ],
  ['a manifest that is a list', () => folderWith({ 'manifest.json': [] }), ['found a list, but an object is expected']],
  ['artifacts that are a list', () => folderWith({ 'manifest.json': { artifacts: [1] } }), []],
  [
    'artifacts that are none',
    () => folderWith({ 'manifest.json': { artifacts: { a: 1, b: null, c: { type: 7 } } } }),
    [],
  ],
  [
    'a stack without a template',
    () => app({}, { One: { type: 'aws:cloudformation:stack', properties: {} } }),
    ['found no templateFile, but a stack has the file of its template'],
  ],
  [
    'a template that is missing',
    () => app({}, { One: stackArtifact('One.template.json') }),
    ['found ENOENT, but the file can not be read'],
  ],
  [
    'a template that is a folder',
    () => app({ 'One.template.json/x': '' }, { One: stackArtifact('One.template.json') }),
    ['found EISDIR, but the file can not be read'],
  ],
  [
    'a template that ends too early',
    () => app({ 'One.template.json': '{"Resources": {"A": [' }),
    ['found the end of the text, but a value is expected, at line 1 column 22'],
  ],
  [
    'a nested template that is missing',
    () => app({ 'One.template.json': nestedStack('Inner.json') }),
    ['found ENOENT, but the file can not be read'],
  ],
  [
    'a stack that is nested in itself',
    () => app({ 'One.template.json': nestedStack('One.template.json') }),
    ['found One.template.json, but the template contains itself, and no stack can be nested in itself'],
  ],
  [
    'stacks that are nested in each other',
    () =>
      app(
        { 'One.json': nestedStack('Two.json'), 'Two.json': nestedStack('One.json') },
        { One: stackArtifact('One.json') },
      ),
    ['found One.json, but the template contains itself, and no stack can be nested in itself'],
  ],
  [
    'a stage without a folder',
    () => app({}, { Stage: { type: 'cdk:cloud-assembly' } }),
    ['found no directoryName, but a stage has a folder'],
  ],
])('%s', (_, folder, problems) => {
  const reading = readAssembly(folder());

  expect(reading.problems.map(({ value, reason }) => `found ${value}, but ${reason}`)).toEqual(problems);
  expect(reading.problems.every(({ place, remedy }) => place.startsWith('/') && remedy.length > 0)).toBe(true);
});

test('an assembly that contains itself ends, also over a link', () => {
  const stage = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
  const folder = folderWith({ 'manifest.json': { artifacts: { A: stage('.'), B: stage('link') } } });
  symlinkSync(folder, join(folder, 'link'));

  expect(readAssembly(folder).problems.map(({ reason }) => reason)).toEqual([
    'the assembly contains itself',
    'the assembly contains itself',
  ]);
});
