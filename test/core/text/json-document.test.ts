import * as fc from 'fast-check';
import { parseJson, plainValue } from '../../../src/core/text/json-document';

function parsed(text: string): unknown {
  const document = parseJson(text);
  return document.ok ? plainValue(document.value) : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('every JSON text reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('', ' ', '\t', '  '), (json, space) => {
      const text = JSON.stringify(JSON.parse(json), undefined, space);

      expect(parsed(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('exactly the texts that JSON.parse refuses are refused', () => {
  const nearlyJson = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom('', ',', '"', '}', ']', '0', '-', '.', 'e', '\\', '\n', 'x'),
    )
    .map(([json, seed, length, inserted]) => {
      const offset = seed % (json.length + 1);
      return json.slice(0, offset) + inserted + json.slice(offset + length);
    });

  fc.assert(
    fc.property(nearlyJson, (text) => {
      expect(parseJson(text).ok).toBe(isJson(text));
    }),
    { numRuns: 1000 },
  );
});

test('values and keys know where they stand', () => {
  const document = parseJson('\uFEFF{\n  "list": [1,\r\n    true]\n}');

  expect(document).toEqual({
    ok: true,
    value: {
      kind: 'object',
      at: { line: 1, column: 1 },
      entries: [
        {
          name: 'list',
          at: { line: 2, column: 3 },
          node: {
            kind: 'list',
            at: { line: 2, column: 11 },
            items: [
              { kind: 'scalar', at: { line: 2, column: 12 }, value: 1 },
              { kind: 'scalar', at: { line: 3, column: 5 }, value: true },
            ],
          },
        },
      ],
    },
  });
});

test.each([
  ['an empty text', '', 1, 1, undefined, 'a value is expected'],
  ['a final comma in an object', '{"a": 1,\n}', 2, 1, '}', 'a comma announces another entry'],
  ['a final comma in a list', '[1,]', 1, 4, ']', 'a comma announces another entry'],
  ['a missing comma', '{"a": 1\n "b": 2}', 2, 2, '"', '"," or "}" is expected'],
  ['a missing bracket', '{"a": [1, 2', 1, 12, undefined, '"," or "]" is expected'],
  ['a missing colon', '{"a" 1}', 1, 6, '1', 'a colon follows a key'],
  ['a key without quotes', '{a: 1}', 1, 2, 'a', 'a key in double quotes is expected'],
  ['single quotes', "{'a': 1}", 1, 2, "'", 'a key in double quotes is expected'],
  ['a comment', '{\n  // note\n}', 2, 3, '/', 'JSON has no comments'],
  [
    'an account id without quotes',
    '{"account_id": 000011112222}',
    1,
    16,
    '000011112222',
    'a number does not begin with zero',
  ],
  ['a word of another language', '[True]', 1, 2, 'True', 'a value is expected'],
  [
    'a text without end',
    '["abc]',
    1,
    2,
    '"',
    'the text has no closing quote, or an unknown escape or line break in it',
  ],
  ['two documents', '{} {}', 1, 4, '{', 'a JSON document ends here'],
])('%s is refused with its place', (_, text, line, column, found, reason) => {
  expect(parseJson(text)).toEqual({
    ok: false,
    error: { at: { line, column }, found, reason, remedy: expect.any(String) },
  });
});

test('of a key that stands twice the last value counts', () => {
  expect(parsed('{"a": 1, "a": 2}')).toEqual({ a: 2 });
});
