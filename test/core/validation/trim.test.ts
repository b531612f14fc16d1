import { trimText, withTrimmedTexts } from '../../../src/core/validation/trim';

test.each([
  [' a b ', 'a b'],
  ['\t\r\na\v\f', 'a'],
  ['\u001ca\u001f', 'a'],
  ['\u0085a\u00a0', 'a'],
  ['\u2003a\u3000', 'a'],
  ['\ufeffa', '\ufeffa'],
  ['\u200ba', '\u200ba'],
  ['   ', ''],
])('%j is trimmed to %j', (text, trimmed) => {
  expect(trimText(text)).toBe(trimmed);
});

test("an object's own strings are trimmed, nested ones are not", () => {
  expect(withTrimmedTexts({ a: ' x ', b: 1, c: { d: ' y ' } })).toEqual({ a: 'x', b: 1, c: { d: ' y ' } });
});
