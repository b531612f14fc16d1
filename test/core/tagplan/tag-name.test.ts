import * as fc from 'fast-check';
import { isTagName } from '../../../src/core/tagplan/tag-name';

test.each([
  'v1',
  'cc-prod-2026.11.21',
  'release/1.0',
  'a./b',
  '@',
  'a@',
  '-a',
  'lock',
  'a.loc',
  'a.lockx',
  'a]',
  'a{b}',
  'é',
])('Git allows the tag %s', (tag) => {
  expect(isTagName(tag)).toBe(true);
});

test.each([
  ['', 'is empty'],
  ['.a', 'begins with a dot'],
  ['a/.b', 'has a component that begins with a dot'],
  ['a..b', 'has two dots'],
  ['a.', 'ends with a dot'],
  ['/a', 'begins with a slash'],
  ['a/', 'ends with a slash'],
  ['a//b', 'has two slashes'],
  ['a.lock', 'ends with .lock'],
  ['a.lock/b', 'has a component that ends with .lock'],
  ['a.lock.lock', 'ends with .lock twice'],
  ['a@{', 'has a revision selector'],
  ['a b', 'has a space'],
  ['a\n', 'has a control character'],
  ['a*', 'has a glob character'],
  ['a\\b', 'has a backslash'],
  ['a^', 'has a revision character'],
  ['a\ud800', 'has half of a surrogate pair'],
])('Git refuses the tag %j, which %s', (tag) => {
  expect(isTagName(tag)).toBe(false);
});

/** The rules of git-check-ref-format, one by one as the manual lists them. */
function followsTheManual(tag: string): boolean {
  const components = tag.split('/');
  return (
    components.every((component) => component !== '' && !component.startsWith('.') && !component.endsWith('.lock')) &&
    !tag.includes('..') &&
    !/[\u0000-\u0020\u007f~^:?*[\\]/.test(tag) &&
    !tag.endsWith('.') &&
    !tag.includes('@{')
  );
}

test('agrees with the rules of the manual, checked one by one', () => {
  const pieces = fc.constantFrom('a', '.', '/', '@', '{', 'lock', '.lock', 'l', 'o', ' ', '[', '-');

  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
      expect(isTagName(parts.join(''))).toBe(followsTheManual(parts.join('')));
    }),
    { numRuns: 2000 },
  );
});
