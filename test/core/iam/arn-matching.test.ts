import { cpuMilliseconds } from './cpu-time';
import { matchesArn, matchesResource } from '../../../src/core/iam/arn-matching';
import type { PartialText } from '../../../src/core/iam/partial-text';
import type { Verdict } from '../../../src/core/iam/verdict';

const ACCOUNT = { unknown: 'AWS::AccountId' };
const BUCKET = { unknown: 'Bucket' };

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
test.each<[string, PartialText, PartialText, Verdict]>([
  ['a slash is no end of a segment', ['arn:aws:s3:::b/*/test/*'], ['arn:aws:s3:::b/1/object/test/2'], 'yes'],
  ['case counts', ['arn:aws:iam::1:user/bob'], ['arn:aws:iam::1:user/Bob'], 'no'],
  ['a * at the end of a segment goes over colons', ['arn:aws:sqs:*'], ['arn:aws:sqs:us-east-1:1:queue'], 'yes'],
  ['a * between colons goes over colons', ['arn:aws:*:queue'], ['arn:aws:sqs:us-east-1:1:queue'], 'yes'],
  ['a * within a segment ends at the colon, or not', ['arn:aws:s*e:::x'], ['arn:aws:sqs:e:::x'], 'unknown'],
  [
    'a * within the resource part takes in colons',
    ['arn:aws:logs:us-east-1:1:log-group:a*b'],
    ['arn:aws:logs:us-east-1:1:log-group:a:b'],
    'yes',
  ],
  ['a ? is no colon for certain', ['arn:aws:s3?::x'], ['arn:aws:s3:::x'], 'unknown'],
  [
    'after an unknown ARN no segment is known',
    [{ unknown: 'Table.Arn' }, '/i*x'],
    [{ unknown: 'Table.Arn' }, '/i:x'],
    'yes',
  ],
  [
    'an unknown name in the resource part is taken in',
    ['arn:aws:s3:::cdk-*-x/*'],
    ['arn:aws:s3:::cdk-', BUCKET, '-x/a'],
    'yes',
  ],
  ['an unknown account has no colon', ['arn:aws:iam::*1:role/a'], ['arn:aws:iam::', ACCOUNT, '1:role/a'], 'yes'],
  ['an unknown name is no ARN', ['arn:aws:iam::*:role/a-*'], ['arn:aws:iam::1:role/b-', { unknown: 'Name' }], 'no'],
  ['a name may look like an ARN', ['arn:aws:iam::*:role/a-*'], ['arn:aws:iam::1:role/b-:role/a-'], 'yes'],
  ['an unknown ARN may be any', ['arn:aws:iam::*:role/a-*'], [{ unknown: 'Role.Arn' }], 'unknown'],
  ['an unknown name may hold colons', ['arn:aws:logs:*:*:a:*'], ['arn:aws:logs:r:1:a', { unknown: 'Name' }], 'unknown'],
  ['everything', ['*'], [], 'yes'],
  ['what matches in no reading', ['arn:aws:s*x:::y'], ['arn:aws:sqs:::y'], 'no'],
])('a resource pattern: %s', (_, pattern, resource, verdict) => {
  expect(matchesResource(pattern, resource)).toBe(verdict);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
test.each<[string, PartialText, PartialText, Verdict]>([
  ['segments compare each for itself', ['arn:aws:sns:*:queue'], ['arn:aws:sns:us-east-1:1:queue'], 'unknown'],
  ['wildcards stay in their segment', ['arn:aws:sns:*:*:queue'], ['arn:aws:sns:us-east-1:1:queue'], 'yes'],
  ['wildcards don’t make up for a segment', ['arn:*:sns:us-east-1:1:q'], ['arn:aws:x:sns:us-east-1:1:q'], 'no'],
  ['the resource part may hold colons', ['arn:aws:iam::1:*'], ['arn:aws:iam::1:role/a:b'], 'yes'],
  ['a wildcard alone is no ARN', ['*'], ['arn:aws:iam::1:role/a'], 'unknown'],
  ['a text that is no ARN', ['arn:aws:iam::1:*'], ['role/a'], 'no'],
  ['a value that may hold a colon', ['arn:aws:iam::*:role/*'], ['arn:aws:iam::', BUCKET, ':role/a'], 'unknown'],
  ['an account that isn’t known', ['arn:aws:iam::*:role/*'], ['arn:aws:iam::', ACCOUNT, ':role/a'], 'yes'],
])('an ARN condition: %s', (_, pattern, arn, verdict) => {
  expect(matchesArn(pattern, arn)).toBe(verdict);
});

test('a pattern of thousands of wildcards takes no time', () => {
  const pattern = [`arn:${'?'.repeat(3_000)}x`];
  const resource = [`arn:${'a'.repeat(1_000)}`, BUCKET];

  expect(cpuMilliseconds(() => expect(matchesResource(pattern, resource)).not.toBe('yes'))).toBeLessThan(2_000);
});
