import fc from 'fast-check';
import { Utf8Decoder } from '../../../../src/core/licensure/csv/utf8-decoder';

function decode(...pieces: readonly Uint8Array[]): { text: string; invalidByte?: number } {
  const decoder = new Utf8Decoder();
  let text = '';
  for (const piece of pieces) {
    const part = decoder.read(piece);
    text += part.text;
    if (part.invalidByte !== undefined) return { text, invalidByte: part.invalidByte };
  }
  const { invalidByte } = decoder.end();
  return invalidByte === undefined ? { text } : { text, invalidByte };
}

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const E_ACUTE = [0xc3, 0xa9];

/** What the platform makes of the whole, which the decoder must agree with. */
function isUtf8(all: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(all);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['nothing', [], ''],
  ['a byte order mark alone', [0xef, 0xbb, 0xbf], ''],
  ['a byte order mark and text', [0xef, 0xbb, 0xbf, 0x61], 'a'],
  ['a second byte order mark as text', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '\ufeff'],
  ['characters of one to four bytes', [0x61, ...E_ACUTE, 0xe6, 0xaf, 0x9b, 0xf0, 0x9f, 0x98, 0x80], 'aé毛😀'],
])('decodes %s, also byte by byte', (_what, values, text) => {
  expect(decode(bytes(...values))).toEqual({ text });
  expect(decode(...values.map((value) => bytes(value)))).toEqual({ text });
});

test.each([
  ['Latin-1', [0x61, 0xe9, 0x62], 'a', 2],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00], '', 1],
  ['a byte that continues nothing', [0x61, 0x80], 'a', 2],
  ['an overlong form', [0x61, 0xc0, 0xaf], 'a', 2],
  ['half of a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 'a', 2],
  ['a character that the file ends in', [0x61, 0xe6, 0xaf], 'a', 2],
  ['an error after a character of two bytes', [...E_ACUTE, 0xff, 0x61], 'é', 3],
])('%s: the text before is decoded and the first wrong byte named', (_what, values, text, invalidByte) => {
  expect(decode(bytes(...values))).toEqual({ text, invalidByte });
});

test('the byte is counted over all pieces', () => {
  expect(decode(bytes(0x61, 0x62), bytes(...E_ACUTE), bytes(0x63, 0xff))).toEqual({ text: 'abéc', invalidByte: 6 });
});

test('however bytes are cut, valid ones give their text and others the longest valid beginning', () => {
  const valid = fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text));
  const broken = fc
    .array(fc.constantFrom(0x61, 0xc3, 0xa9, 0xe6, 0xaf, 0x9b, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0xed, 0xa0), {
      maxLength: 12,
    })
    .map((values) => bytes(...values));

  fc.assert(
    fc.property(fc.oneof(valid, broken), fc.array(fc.nat(12), { maxLength: 4 }), (all, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
      const pieces = places.slice(1).map((end, index) => all.subarray(places[index], end));

      const { text, invalidByte } = decode(...pieces);

      expect(invalidByte === undefined).toBe(isUtf8(all));
      const end = invalidByte === undefined ? all.length : invalidByte - 1;
      expect(isUtf8(all.subarray(0, end))).toBe(true);
      expect(text).toBe(new TextDecoder('utf-8').decode(all.subarray(0, end)));
    }),
    { numRuns: 1_000 },
  );
});
