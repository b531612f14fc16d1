import fc from 'fast-check';
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

const WHITE_SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

/** The definition: slow where white space stands inside, which is why it is not the code. */
function trimmedByDefinition(text: string): string {
  return text.replace(new RegExp(`^${WHITE_SPACE}+|${WHITE_SPACE}+$`, 'gu'), '');
}

test('every single unit is white space exactly where the definition says so', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

  expect(units.filter((unit) => trimText(unit) === '')).toEqual(
    units.filter((unit) => trimmedByDefinition(unit) === ''),
  );
});

const anyTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '\t', '\r\n', '\u001c', '\u0085', '\u00a0', '\u2003', '\u3000', '\ufeff', '\u200b'),
      fc.constantFrom('a', 'é', '😀', '\ud83d', '\ude00', '\0', '\u007f', ' '.repeat(200)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('any text is trimmed as by the definition, with what stands inside left as it is', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      expect(trimText(text)).toBe(trimmedByDefinition(text));
    }),
    { numRuns: 1_000 },
  );
});

test("an object's own strings are trimmed, nested ones are not", () => {
  expect(withTrimmedTexts({ a: ' x ', b: 1, c: { d: ' y ' } })).toEqual({ a: 'x', b: 1, c: { d: ' y ' } });
});
