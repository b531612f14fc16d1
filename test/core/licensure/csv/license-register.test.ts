import fc from 'fast-check';
import { LicenseRegister } from '../../../../src/core/licensure/csv/license-register';

const TYPES = ['tree surgeon', 'orchard keeper', 'beekeeper'];

function numberText(value: number): string {
  const digits = String(value).padStart(9, '0');
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

test('the first record with a number and a type is the one that later ones are told', () => {
  const register = new LicenseRegister(TYPES);

  expect(register.earlierRecord('222-33-4444', 'tree surgeon', 3)).toBeUndefined();
  expect(register.earlierRecord('222-33-4444', 'orchard keeper', 4)).toBeUndefined();
  expect(register.earlierRecord('222-33-4444', 'tree surgeon', 5)).toBe(3);
  expect(register.earlierRecord('222-33-4444', 'tree surgeon', 6)).toBe(3);
  expect(register.earlierRecord('000-00-0000', 'tree surgeon', 7)).toBeUndefined();
  expect(register.earlierRecord('000-00-0000', 'tree surgeon', 8)).toBe(7);
});

test('any sequence of licenses is answered as by a map', () => {
  const license = fc.tuple(
    fc.oneof(fc.nat(30), fc.integer({ min: 0, max: 999_999_999 })).map(numberText),
    fc.constantFrom(...TYPES),
  );

  fc.assert(
    fc.property(fc.array(license, { maxLength: 3_000 }), (licenses) => {
      const register = new LicenseRegister(TYPES);
      const first = new Map<string, number>();
      licenses.forEach(([ssn, type], index) => {
        const key = `${ssn} ${type}`;

        expect(register.earlierRecord(ssn, type, index + 1)).toBe(first.get(key));
        if (!first.has(key)) first.set(key, index + 1);
      });
    }),
    { numRuns: 30 },
  );
});

test('as many licenses as an upload can hold are told apart, whether their numbers are close or far', () => {
  const register = new LicenseRegister(TYPES);
  const numbers = Array.from({ length: 375_000 }, (_, index) =>
    numberText(index % 2 === 0 ? index : (index * 61_803_397) % 1_000_000_000),
  );

  const known = numbers.filter((number, index) => register.earlierRecord(number, TYPES[2], index + 1) !== undefined);
  expect(known).toHaveLength(numbers.length - new Set(numbers).size);
  expect(register.earlierRecord(numbers[0], TYPES[2], 1)).toBe(1);
  expect(register.earlierRecord(numbers[374_999], TYPES[1], 1)).toBeUndefined();
});
