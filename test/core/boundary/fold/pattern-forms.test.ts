import { wordsOf } from '../../../../src/core/boundary/fold/action-words';
import { nameMatcher, patternsFor } from '../../../../src/core/boundary/fold/pattern-forms';

test.each([
  ['CreateTable', ['Create', 'Table']],
  ['PutMFAConfig', ['Put', 'MFA', 'Config']],
  ['ListS3Buckets', ['List', 'S3', 'Buckets']],
  ['DescribeVpcEndpointsV2', ['Describe', 'Vpc', 'Endpoints', 'V2']],
  ['GET', ['GET']],
  ['invokeApi', ['invoke', 'Api']],
  ['ReplicateTagsOnResource-2', ['Replicate', 'Tags', 'On', 'Resource', '-', '2']],
])('the words of %s', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test('patterns are cut at words, the least surprising first', () => {
  expect(patternsFor('GetItem')).toEqual([
    { text: 'GetItem', form: 'name', isCutAtWords: true },
    { text: 'Get*', form: 'prefix', isCutAtWords: true },
    { text: 'GetItem*', form: 'prefix', isCutAtWords: true },
    { text: 'Get*Item', form: 'prefix and suffix', isCutAtWords: true },
    { text: '*GetItem', form: 'suffix', isCutAtWords: true },
    { text: '*Item', form: 'suffix', isCutAtWords: true },
    { text: '*Get*', form: 'word', isCutAtWords: true },
    { text: '*GetItem*', form: 'word', isCutAtWords: true },
    { text: '*Item*', form: 'word', isCutAtWords: true },
  ]);
});

test.each([
  ['getitem', 'getitem', true],
  ['getitem', 'getitems', false],
  ['get*', 'get', true],
  ['get*item', 'getitem', true],
  ['get*item', 'getbatchitem', true],
  ['item*item', 'item', false],
  ['*item', 'getitem', true],
  ['*item', 'getitems', false],
  ['*tag*', 'getstage', true],
  ['*tag*', 'getstack', false],
  ['*', 'anything', true],
])('%s and %s: %s', (pattern, name, expected) => {
  expect(nameMatcher(pattern)(name)).toBe(expected);
});
