import { Draw } from './draw';
import type { MadeUpColumn, MadeUpLicense } from './made-up-licenses';

/** What is wrong with one record: the cells that make it so, and the one error that it must be reported with. */
export interface Mistake {
  readonly cells: Partial<MadeUpLicense>;
  readonly field: MadeUpColumn;
  readonly message: string;
}

const PATTERN = 'String does not match expected pattern.';

const MISTAKES: readonly Mistake[] = [
  { cells: { ssn: '12-345-6789' }, field: 'ssn', message: PATTERN },
  { cells: { npi: '12345' }, field: 'npi', message: PATTERN },
  { cells: { phoneNumber: '555 0100' }, field: 'phoneNumber', message: PATTERN },
  { cells: { familyName: '' }, field: 'familyName', message: 'Missing data for required field.' },
  { cells: { givenName: 'Ñ'.repeat(101) }, field: 'givenName', message: 'Length must be between 1 and 100.' },
  { cells: { middleName: '  ' }, field: 'middleName', message: 'Length must be between 1 and 100.' },
  { cells: { dateOfExpiration: '2026-02-30' }, field: 'dateOfExpiration', message: 'Not a valid date.' },
  {
    cells: { homeAddressPostalCode: '1234' },
    field: 'homeAddressPostalCode',
    message: 'Length must be between 5 and 7.',
  },
  { cells: { emailAddress: 'nobody' }, field: 'emailAddress', message: 'Not a valid email address.' },
  { cells: { licenseStatus: 'Active' }, field: 'licenseStatus', message: 'Must be one of: active, inactive.' },
  {
    cells: { licenseStatus: 'inactive', compactEligibility: 'eligible' },
    field: 'compactEligibility',
    message: 'compactEligibility cannot be eligible if licenseStatus is inactive.',
  },
];

export function madeUpMistake(draw: Draw, licenseTypes: readonly string[]): Mistake {
  const unknownType: Mistake = {
    cells: { licenseType: 'lighthouse keeper' },
    field: 'licenseType',
    message: `Must be one of: ${licenseTypes.join(', ')}.`,
  };
  return draw.oneOf([...MISTAKES, unknownType]);
}
