import { actionMatches } from '../../../src/core/iam/action-matching';
import { resourceOf } from '../../../src/core/iam/arn-matching';
import type { PartialText } from '../../../src/core/iam/partial-text';
import {
  literalText,
  covers,
  displayText,
  isSameText,
  matchesText,
  overlaps,
  patternOf,
} from '../../../src/core/iam/text-matching';
import type { Verdict } from '../../../src/core/iam/verdict';

const unknown = (name: string) => ({ unknown: name });
const ACCOUNT = unknown('AWS::AccountId');
const REGION = unknown('AWS::Region');
const PARTITION = unknown('AWS::Partition');

describe('texts and patterns that are known in part', () => {
  test.each<[string, PartialText, PartialText, Verdict]>([
    ['a * takes in what isn’t known', ['arn:aws:s3:::*'], ['arn:aws:s3:::', unknown('Bucket')], 'yes'],
    [
      'the same unknown value is the same text',
      [unknown('Table.Arn'), '/index/*'],
      [unknown('Table.Arn'), '/index/a'],
      'yes',
    ],
    ['another unknown value may be the same text', [unknown('Table.Arn')], [unknown('Other.Arn')], 'unknown'],
    ['literal parts that differ can’t match', ['bucket-', unknown('A')], ['table-', unknown('A')], 'no'],
    ['an unknown value in a pattern is no wildcard for certain', [unknown('A')], ['text'], 'unknown'],
    ['a * of a text is a star', ['a?c'], ['a*c'], 'yes'],
    ['a ? needs a character, which an unknown value may not have', ['a?'], ['a', unknown('B')], 'unknown'],
    [
      'an account id has twelve digits',
      ['arn:aws:iam::????????????:role/a'],
      ['arn:aws:iam::', ACCOUNT, ':role/a'],
      'yes',
    ],
    ['an account id is not "aws"', ['arn:aws:iam::', ACCOUNT, ':policy/a'], ['arn:aws:iam::aws:policy/a'], 'no'],
    ['an account id holds no slash', ['arn:aws:iam::*/a'], ['arn:aws:iam::', ACCOUNT, ':role'], 'no'],
    ['a partition begins with aws', ['arn:aws*:s3:::a'], ['arn:', PARTITION, ':s3:::a'], 'yes'],
    ['a partition may be that of China', ['arn:aws-cn:s3:::a'], ['arn:', PARTITION, ':s3:::a'], 'unknown'],
    ['a region is not empty', ['?*'], [REGION], 'yes'],
    ['a region is no account', ['arn:aws:s3:', REGION, ':1'], ['arn:aws:s3::1'], 'no'],
    ['the policy variable ${*} is a star', ['a', unknown('${*}')], ['a*'], 'yes'],
    ['the policy variable ${*} is no wildcard', ['a', unknown('${*}')], ['ab'], 'no'],
    ['the policy variable ${?} is no wildcard', ['a', unknown('${?}')], ['ab'], 'no'],
  ])('%s', (_, pattern, text, verdict) => {
    expect(matchesText(pattern, text)).toBe(verdict);
  });

  test('what is too long for any policy is not compared', () => {
    const long = 'ab'.repeat(10_000);

    expect(matchesText([`*${long}*`], [long])).toBe('unknown');
    expect(matchesText([`*${long}*`, unknown('A')], [long])).toBe('unknown');
  });

  test('texts are the same with regard to case, or without', () => {
    expect(isSameText(['Admin*'], ['admin*'])).toBe('no');
    expect(isSameText(['Admin*'], ['admin*'], true)).toBe('yes');
    expect(isSameText(['Admin*'], ['administrator'], true)).toBe('no');
  });
});

describe('patterns', () => {
  test('overlap as their known parts allow', () => {
    expect(overlaps([unknown('A'), '/*'], ['*/b'])).toBe('yes');
    expect(overlaps(['a', unknown('A')], [unknown('B'), 'b'])).toBe('unknown');
    expect(overlaps(['a*'], ['b*'])).toBe('no');
  });

  test.each<[PartialText, PartialText, Verdict]>([
    [['arn:aws:iam::*:role/*'], ['arn:aws:iam::', ACCOUNT, ':role/app/*'], 'yes'],
    [['arn:aws:iam::', ACCOUNT, ':role/app-*'], ['arn:aws:iam::', ACCOUNT, ':role/*'], 'unknown'],
    [['a*'], ['*'], 'no'],
    [['a*'], ['b', unknown('A')], 'no'],
    [['??*'], ['*??'], 'yes'],
    [['?'], ['??'], 'no'],
    [['a?'], ['a*'], 'unknown'],
  ])('%j covers %j: %s', (one, other, verdict) => {
    expect(covers(one, other)).toBe(verdict);
  });

  test('become resources whose wildcards nobody knows, and are shown as they were', () => {
    const resource = resourceOf(['arn:aws:s3:::a-*/?', unknown('${*}'), unknown('B')]);

    expect(resource.filter((part) => typeof part === 'string')).toEqual(['arn:aws:s3:::a-', '/', '*']);
    expect(displayText(resource)).toBe('arn:aws:s3:::a-*/?*${B}');
    expect(new Set(resourceOf(['*a*']).map((part) => JSON.stringify(part))).size).toBe(3);
  });

  test('of a text only that text is', () => {
    const pattern = patternOf(['a*?']);

    expect(matchesText(pattern, ['a*?'])).toBe('yes');
    expect(matchesText(pattern, ['abc'])).toBe('no');
  });
});

test('the empty text has no parts', () => {
  expect(literalText('')).toEqual([]);
  expect(literalText('a')).toEqual(['a']);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
test.each([
  ['s3:GetObject', 's3:GetObject', true],
  ['S3:getobject', 's3:GetObject', true],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get?bject', 's3:GetObject', true],
  ['s3:*Tagging*', 's3:PutObjectVersionTagging', true],
  ['*', 's3:GetObject', true],
  ['s3:Get', 's3:GetObject', false],
  ['s3:GetObject?', 's3:GetObject', false],
  ['s3-object-lambda:*', 's3:GetObject', false],
  ['s3:*b*b*t', 's3:GetObjectabt', true],
  ['s3:*b*b*b*t', 's3:GetObjectabt', false],
])('the action pattern %s matches %s: %s', (pattern, action, matches) => {
  expect(actionMatches(pattern, action)).toBe(matches);
});
