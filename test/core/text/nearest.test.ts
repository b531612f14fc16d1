import * as fc from 'fast-check';
import { nearest } from '../../../src/core/text/nearest';

test.each([
  ['a letter too few', 'RECOMENDED', ['RECOMMENDED', 'VULNERABLE'], 'RECOMMENDED'],
  ['neighbours swapped', 'reigon', ['account_id', 'region'], 'region'],
  ['another case', 'OH', ['oh', 'ok'], 'oh'],
  ['a missing separator', 'accountid', ['account_id', 'region'], 'account_id'],
  ['a word left unfinished', 'domain', ['backup_enabled', 'domain_name'], 'domain_name'],
  ['the closest of several', 'emails', ['mails', 'email', 'mail'], 'mails'],
])('%s is recognised', (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ['short words have too many neighbours', 'oj', ['oh', 'ok', 'nj']],
  ['unlike words', 'owner', ['tags', 'compacts']],
  ['a short beginning', 'tag', ['tags_of_everything']],
  ['nothing to choose from', 'region', []],
])('no guess is made: %s', (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test('a word is nearest to itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, others) => {
      expect(nearest(word, [word, ...others.filter((other) => other !== word)])).toBe(word);
    }),
  );
});
