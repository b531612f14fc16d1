import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { changeHash } from '../../../src/core/licensure/change-hash';
import { compareCodePoints, jsonText, withSortedKeys } from '../../../src/core/licensure/json-text';

test('JSON text has blanks after its separators and nothing outside printable ASCII', () => {
  const value = { name: 'Zoë 🦉', list: ['a', { b: '/' }], text: 'q"\\\t\n\u0001\u007f\u2028' };

  expect(jsonText(value)).toBe(
    '{"name": "Zo\\u00eb \\ud83e\\udd89", "list": ["a", {"b": "/"}], "text": "q\\"\\\\\\t\\n\\u0001\\u007f\\u2028"}',
  );
});

test('keys are sorted by code point, at every depth', () => {
  const value = { b: 1, B: 2, '\uffff': 3, '😀': 4, a: [{ z: 1, y: 2 }] };

  expect(jsonText(withSortedKeys(value))).toBe(
    '{"B": 2, "a": [{"y": 2, "z": 1}], "b": 1, "\\uffff": 3, "\\ud83d\\ude00": 4}',
  );
  expect(jsonText(withSortedKeys([{ z: 1, y: 2 }]))).toBe('[{"y": 2, "z": 1}]');
});

test('keys that look like numbers are sorted as texts', () => {
  const previous = { 10: 'a', 9: 'b', '-': 'c', b: 'd' };

  expect(jsonText(withSortedKeys(previous))).toBe('{"-": "c", "10": "a", "9": "b", "b": "d"}');
  expect(changeHash({ previous, updatedValues: {} })).toBe('9fb60818e9e7247d9dfd0b6ae79e3449');
});

test('the order of keys is that of their UTF-8 bytes', () => {
  const text = fc.string({ unit: 'binary' });

  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(Math.sign(compareCodePoints(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
    }),
    { numRuns: 500 },
  );
});

test('the hash is that of the JSON text with sorted keys', () => {
  const text = '{"previous": {"familyName": "Ek"}, "updatedValues": {"familyName": "Lind"}}';

  expect(changeHash({ updatedValues: { familyName: 'Lind' }, previous: { familyName: 'Ek' } })).toBe(
    createHash('md5').update(text).digest('hex'),
  );
});

test('an empty list of removed values is another change than none', () => {
  const change = { previous: {}, updatedValues: {} };

  expect(changeHash({ ...change, removedValues: [] })).not.toBe(changeHash(change));
});

test('the hash does not depend on the order of keys or of removed values', () => {
  const values = fc.dictionary(fc.string(), fc.string());

  fc.assert(
    fc.property(values, values, fc.uniqueArray(fc.string()), (previous, updatedValues, removedValues) => {
      const reversed = (object: object) => Object.fromEntries(Object.entries(object).reverse());

      expect(
        changeHash({
          previous: reversed(previous),
          updatedValues: reversed(updatedValues),
          removedValues: [...removedValues].reverse(),
        }),
      ).toBe(changeHash({ previous, updatedValues, removedValues }));
    }),
    { numRuns: 500 },
  );
});

test('different values have different hashes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      const hash = (familyName: string) => changeHash({ previous: {}, updatedValues: { familyName } });

      expect(hash(left) === hash(right)).toBe(left === right);
    }),
    { numRuns: 500 },
  );
});
