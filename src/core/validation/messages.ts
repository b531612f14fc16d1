/**
 * The texts that clients of the licensure APIs know (spec 04 section 2.1). They are part of the interface: state IT
 * systems match on them, so a change of one is a breaking change.
 */
export const MESSAGES = {
  missing: 'Missing data for required field.',
  null: 'Field may not be null.',
  unknown: 'Unknown field.',
  string: 'Not a valid string.',
  pattern: 'String does not match expected pattern.',
  date: 'Not a valid date.',
  datetime: 'Not a valid datetime.',
  awareDatetime: 'Not a valid aware datetime.',
  uuid: 'Not a valid UUID.',
  email: 'Not a valid email address.',
  boolean: 'Not a valid boolean.',
  number: 'Not a valid number.',
  specialNumber: 'Special numeric values (nan or infinity) are not permitted.',
  integer: 'Not a valid integer.',
  list: 'Not a valid list.',
  mapping: 'Not a valid mapping type.',
  input: 'Invalid input type.',
  notNegative: 'Must be greater than or equal to 0.',
  lengthAtLeast: (minimum: number) => `Shorter than minimum length ${minimum}.`,
  lengthBetween: (minimum: number, maximum: number) => `Length must be between ${minimum} and ${maximum}.`,
  oneOf: (values: readonly string[]) => `Must be one of: ${values.join(', ')}.`,
} as const;
