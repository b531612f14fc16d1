import { cpuMilliseconds } from './cpu-time';
import { alternativesOf, IntrinsicScope, textsOf } from '../../../src/core/iam/intrinsic-text';
import { displayText } from '../../../src/core/iam/text-matching';

const scope: IntrinsicScope = {
  stack: 'Data',
  values: {
    'AWS::Region': 'us-east-1',
    Stage: 'test',
    Zones: [['a'], ['b']],
    Bucket: ['cdk-', { unknown: 'AWS::AccountId' }],
  },
  conditions: { IsTest: true },
  mappings: {
    Names: { 'us-east-1': { short: 'use1', size: 2 }, 'us-west-2': { short: 'usw2', size: 2 } },
    Broken: { a: { list: [1] } },
  },
  resolve: (logicalId, attribute) =>
    logicalId === 'Role' ? [attribute === 'Arn' ? 'arn:aws:iam::1:role/r' : 'r'] : undefined,
};

/** A value within so many lists and intrinsic functions. */
function nested(levels: number, wrap: (value: unknown) => unknown): unknown {
  return Array.from({ length: levels }).reduce<unknown>(wrap, 'end');
}

function shown(value: unknown): string[] {
  return textsOf(value, scope).map(displayText);
}

test.each<[string, unknown, string[]]>([
  ['a text', 'a-*', ['a-*']],
  ['a number', 12, ['12']],
  ['a boolean', false, ['false']],
  ['the empty text', '', ['']],
  ['a parameter that is known', { Ref: 'Stage' }, ['test']],
  ['a parameter that is known in part', { Ref: 'Bucket' }, ['cdk-${AWS::AccountId}']],
  ['a parameter that isn’t known', { Ref: 'Other' }, ['${Other@Data}']],
  ['a list where a text is expected', { Ref: 'Zones' }, ['${{"Ref":"Zones"}@Data}']],
  ['a pseudo parameter of the account', { Ref: 'AWS::AccountId' }, ['${AWS::AccountId}']],
  ['a pseudo parameter of the stack', { Ref: 'AWS::StackName' }, ['${AWS::StackName@Data}']],
  ['the name of a resource', { Ref: 'Role' }, ['r']],
  ['an attribute', { 'Fn::GetAtt': ['Role', 'Arn'] }, ['arn:aws:iam::1:role/r']],
  ['an attribute in the short form', { 'Fn::GetAtt': 'Table.Stream.Arn' }, ['${Table.Stream.Arn@Data}']],
  [
    'an attribute whose name isn’t literal',
    { 'Fn::GetAtt': ['A', { Ref: 'B' }] },
    ['${{"Fn::GetAtt":["A",{"Ref":"B"}]}@Data}'],
  ],
  [
    'a substitution',
    { 'Fn::Sub': 'a-${AWS::Region}-${Stage}-${Role.Arn}' },
    ['a-us-east-1-test-arn:aws:iam::1:role/r'],
  ],
  ['a substitution with values', { 'Fn::Sub': ['${A}/${Stage}', { A: { Ref: 'Stage' }, Stage: 'own' }] }, ['test/own']],
  ['a literal in a substitution', { 'Fn::Sub': 'u/${!aws:username}' }, ['u/${aws:username}']],
  ['a join', { 'Fn::Join': [':', ['arn', { Ref: 'Stage' }, '', 1]] }, ['arn:test::1']],
  ['a join without an item', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, ['a-b']],
  ['a join of a list parameter', { 'Fn::Join': ['-', { Ref: 'Zones' }] }, ['a-b']],
  ['a join of a split', { 'Fn::Join': ['-', { 'Fn::Split': ['/', 'a/b'] }] }, ['a-b']],
  ['a join of what isn’t known', { 'Fn::Join': ['-', { Ref: 'List' }] }, ['${{"Fn::Join":["-",{"Ref":"List"}]}@Data}']],
  ['a selection', { 'Fn::Select': ['1', ['a', 'b']] }, ['b']],
  ['a selection of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, ['b']],
  [
    'a selection before what isn’t known',
    { 'Fn::Select': [0, { 'Fn::Split': ['/', { 'Fn::Sub': 'a/${Other}' }] }] },
    ['a'],
  ],
  [
    'a selection beyond an account id, which holds no delimiter',
    { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': '${AWS::AccountId}:b' }] }] },
    ['b'],
  ],
  ['a selection that doesn’t exist', { 'Fn::Select': [9, ['a']] }, ['${{"Fn::Select":[9,["a"]]}@Data}']],
  ['a mapping', { 'Fn::FindInMap': ['Names', { Ref: 'AWS::Region' }, 'short'] }, ['use1']],
  [
    'a mapping with a key that isn’t known',
    { 'Fn::FindInMap': ['Names', { Ref: 'Other' }, 'short'] },
    ['use1', 'usw2'],
  ],
  ['a mapping with one value for all keys', { 'Fn::FindInMap': ['Names', { Ref: 'Other' }, 'size'] }, ['2']],
  [
    'a mapping to a list',
    { 'Fn::FindInMap': ['Broken', 'a', 'list'] },
    ['${{"Fn::FindInMap":["Broken","a","list"]}@Data}'],
  ],
  ['a mapping that isn’t there', { 'Fn::FindInMap': ['No', 'a', 'b'] }, ['${{"Fn::FindInMap":["No","a","b"]}@Data}']],
  ['both sides of a condition', { 'Fn::If': ['IsOther', 'a', 'b'] }, ['a', 'b']],
  ['the side of a condition that is known', { 'Fn::If': ['IsTest', 'a', 'b'] }, ['a']],
  [
    'conditions in a text',
    { 'Fn::Join': ['', [{ 'Fn::If': ['X', 'a', 'b'] }, { 'Fn::If': ['Y', '1', '2'] }]] },
    ['a1', 'a2', 'b1', 'b2'],
  ],
  ['a side without value', { 'Fn::If': ['X', 'a', { Ref: 'AWS::NoValue' }] }, ['a']],
  ['no value', { Ref: 'AWS::NoValue' }, []],
  ['a malformed condition', { 'Fn::If': ['X', 'a'] }, ['${{"Fn::If":["X","a"]}@Data}']],
  ['an import', { 'Fn::ImportValue': 'Shared' }, ['${{"Fn::ImportValue":"Shared"}@Data}']],
  ['a function that is not computed', { 'Fn::Base64': 'a' }, ['${{"Fn::Base64":"a"}@Data}']],
  ['a dynamic reference', 'a-{{resolve:ssm:/x/y}}-b', ['a-${{{resolve:ssm:/x/y}}@Data}-b']],
  [
    'a dynamic reference that is put together',
    { 'Fn::Sub': '{{resolve:ssm:/${Stage}/${O}}}!' },
    ['${{{resolve:ssm:/test/{O@Data}}}@Data}!'],
  ],
  ['an object', { b: 1, a: { d: null, c: [] } }, ['${{"a":{"c":[],"d":null},"b":1}@Data}']],
  ['nothing', undefined, ['${null@Data}']],
])('%s', (_, value, texts) => {
  expect(shown(value)).toEqual(texts);
});

test('a value that may be missing has that alternative', () => {
  expect(alternativesOf({ 'Fn::If': ['X', 'a', { Ref: 'AWS::NoValue' }] })).toEqual([['a'], undefined]);
});

test('what isn’t known is the same value wherever the template says the same, and another in another stack', () => {
  const one = { 'Fn::Cidr': ['10.0.0.0/16', 4] };
  const same = JSON.parse('{"Fn::Cidr":["10.0.0.0/16",4]}');

  expect(textsOf(one, { stack: 'A' })).toEqual(textsOf(same, { stack: 'A' }));
  expect(textsOf(one, { stack: 'A' })).not.toEqual(textsOf(one, { stack: 'B' }));
});

test('neighbouring literals are one part', () => {
  expect(textsOf({ 'Fn::Sub': 'a${Stage}b${Other}' }, scope)).toEqual([['atestb', { unknown: 'Other@Data' }]]);
});

describe('hostile values', () => {
  const choice = { 'Fn::If': ['X', 'a', 'b'] };

  test('too many alternatives are one value that isn’t known', () => {
    expect(textsOf({ 'Fn::Join': ['', [choice, choice, choice, choice, choice, choice]] })).toHaveLength(64);
    expect(textsOf({ 'Fn::Join': ['', Array.from({ length: 7 }, () => choice)] })).toHaveLength(1);
    expect(textsOf(nested(7, (value) => ({ 'Fn::If': ['X', value, 'b'] })))).toHaveLength(8);
    expect(textsOf(nested(100, (value) => ({ 'Fn::If': ['X', value, 'b'] })))).toHaveLength(1);
  });

  test.each<[string, (value: unknown) => unknown]>([
    ['lists', (value) => [value]],
    ['objects', (value) => ({ a: value })],
    ['joins', (value) => ({ 'Fn::Join': ['', [value]] })],
    ['conditions', (value) => ({ 'Fn::If': ['X', value, value] })],
    ['selections', (value) => ({ 'Fn::Select': [0, [value]] })],
  ])('%s nested 20,000 deep are one value that isn’t known', (_, wrap) => {
    const texts = textsOf(nested(20_000, wrap));

    expect(texts).toHaveLength(1);
    expect(texts[0]).toHaveLength(1);
  });

  test('a text that doubles with every level ends', () => {
    const bomb = nested(60, (value) => ({ 'Fn::Sub': ['${a}${a}', { a: value }] }));

    expect(cpuMilliseconds(() => expect(textsOf(bomb)).toHaveLength(1))).toBeLessThan(2_000);
  });

  test('values that are too large for a name are each a value of its own', () => {
    const large = (end: string) => ({ 'Fn::Base64': [...Array.from({ length: 30_000 }, () => 'abc'), end] });
    const one = large('a');

    expect(textsOf(one)).toEqual(textsOf(one));
    expect(textsOf(one)).not.toEqual(textsOf(large('b')));
  });

  test('names of object members of the language itself are names like others', () => {
    expect(shown({ Ref: 'constructor' })).toEqual(['${constructor@Data}']);
    expect(shown({ 'Fn::FindInMap': ['toString', 'a', 'b'] })).toHaveLength(1);
    expect(shown({ 'Fn::If': ['__proto__', 'a', 'b'] })).toEqual(['a', 'b']);
  });
});
