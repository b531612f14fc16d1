import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './files';
import { MAX_FILE_BYTES } from '../../../src/boundary/assembly/read-document';
import { readTemplateFiles } from '../../../src/boundary/assembly/read-template-files';

function read(name: string, content: unknown) {
  const file = join(folderWith({ [name]: content }), name);
  const { templates, problems } = readTemplateFiles([file]);
  return {
    template: templates[0]?.template,
    templates,
    problems: problems.map(({ value, reason }) => `${value}: ${reason}`),
  };
}

const SHORT_FORMS = `
AWSTemplateFormatVersion: 2010-09-09
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: !Sub '\${AWS::StackName}-table'
      Described: !Sub ['\${Name}', { Name: !GetAtt Nested.Outputs.Name }]
      Key: !GetAtt [Key, Arn]
      Perhaps: !If [IsProduction, !Ref Name, !Ref 'AWS::NoValue']
      Joined: !Join ['-', [a, !ImportValue b]]
      Zone: !Select [0, !GetAZs '']
      Map: !FindInMap [Map, !Ref 'AWS::Region', a]
      Fragment: !Transform { Name: AWS::Include }
Conditions:
  IsProduction: !And [!Equals [!Ref Stage, production], !Not [!Condition IsTest]]
`;

test('YAML with the short forms of functions is the JSON that it stands for', () => {
  const { template, problems } = read('Backend.template.yaml', SHORT_FORMS);

  expect(problems).toEqual([]);
  expect(template).toEqual({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: { 'Fn::Sub': '${AWS::StackName}-table' },
          Described: { 'Fn::Sub': ['${Name}', { Name: { 'Fn::GetAtt': ['Nested', 'Outputs.Name'] } }] },
          Key: { 'Fn::GetAtt': ['Key', 'Arn'] },
          Perhaps: { 'Fn::If': ['IsProduction', { Ref: 'Name' }, { Ref: 'AWS::NoValue' }] },
          Joined: { 'Fn::Join': ['-', ['a', { 'Fn::ImportValue': 'b' }]] },
          Zone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
          Map: { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'a'] },
          Fragment: { 'Fn::Transform': { Name: 'AWS::Include' } },
        },
      },
    },
    Conditions: {
      IsProduction: {
        'Fn::And': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] }, { 'Fn::Not': [{ Condition: 'IsTest' }] }],
      },
    },
  });
});

test.each([
  ['Backend.template.json', 'Backend'],
  ['Backend.yml', 'Backend'],
  ['Backend.template', 'Backend'],
  ['Backend', 'Backend'],
  ['boundary.v2.yaml', 'boundary.v2'],
])('the file %s is the stack %s', (file, name) => {
  expect(read(file, { Resources: {} }).templates).toEqual([{ name, template: { Resources: {} } }]);
});

test.each([
  ['a byte order mark', 'a.json', '\uFEFF{"Resources": {}}'],
  ['JSON in a file of another name', 'a.txt', ' {"Resources": {}}'],
  ['YAML that begins with a brace', 'a.yaml', '{Resources: {}}'],
  ['YAML with a byte order mark', 'a.yaml', '\uFEFFResources: {}'],
])('%s is read', (_, name, text) => {
  expect(read(name, text)).toMatchObject({ template: { Resources: {} }, problems: [] });
});

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
].join('\n');

test.each([
  ['nothing', 'a.yaml', '', 'nothing: an object is expected'],
  ['a text', 'a.yaml', 'just a text', 'just a text: an object is expected'],
  ['a list', 'a.json', '[1]', 'a list: an object is expected'],
  [
    'JSON that ends too early',
    'a.json',
    '{"Resources": {',
    'the end of the text: a key in double quotes is expected, at line 1 column 16',
  ],
  ['JSON with a comment', 'a.json', '{\n  // resources\n}', '/: JSON has no comments, at line 2 column 3'],
  ['JSON that never closes what it opens', 'a.json', '{"a":'.repeat(20_000), 'the text: it is not JSON'],
  [
    'YAML that ends too early',
    'a.yaml',
    'Resources: [1,',
    'the text: it is not YAML as templates have it (Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 15)',
  ],
  [
    'a function that nobody knows',
    'a.yaml',
    'Resources: !Made up',
    'the text: it is not YAML as templates have it (Unresolved tag: !Made at line 1, column 12)',
  ],
  [
    'aliases that explode',
    'a.yaml',
    BOMB,
    'the text: it is not YAML as templates have it (Excessive alias count indicates a resource exhaustion attack)',
  ],
])('%s is a problem', (_, name, text, problem) => {
  expect(read(name, text).problems).toEqual([problem]);
});

test('YAML that is nested too deeply is a problem', () => {
  expect(read('a.yaml', '['.repeat(20_000)).problems).toEqual([expect.stringMatching(/^the text: it is not YAML/)]);
});

test('JSON that is nested deeply is read', () => {
  expect(read('a.json', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`).problems).toEqual([]);
});

test('a file of 10 MB is read, one that is too long is a problem', () => {
  const long = { Description: 'x'.repeat(10_000_000), Resources: {} };
  expect(read('a.json', long)).toMatchObject({ template: long, problems: [] });

  const file = join(folderWith({ 'a.json': {} }), 'a.json');
  truncateSync(file, MAX_FILE_BYTES + 1);

  expect(readTemplateFiles([file])).toMatchObject({
    templates: [],
    problems: [{ value: `${MAX_FILE_BYTES + 1} bytes` }],
  });
});

test('every file that can be read is read', () => {
  const folder = folderWith({ 'a.json': {}, 'b.json': '{', 'c.yaml': 'Resources: {}' });
  const { templates, problems } = readTemplateFiles(
    ['a.json', 'b.json', 'none.json', 'c.yaml'].map((name) => join(folder, name)),
  );

  expect(templates.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(problems).toHaveLength(2);
});
