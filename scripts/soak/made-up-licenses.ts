import { Draw } from './draw';

/** Columns of the file, in its order. */
export const MADE_UP_COLUMNS = [
  'ssn',
  'licenseType',
  'npi',
  'licenseNumber',
  'givenName',
  'middleName',
  'familyName',
  'suffix',
  'dateOfIssuance',
  'dateOfRenewal',
  'dateOfExpiration',
  'dateOfBirth',
  'homeAddressStreet1',
  'homeAddressStreet2',
  'homeAddressCity',
  'homeAddressState',
  'homeAddressPostalCode',
  'emailAddress',
  'phoneNumber',
  'licenseStatusName',
  'licenseStatus',
  'compactEligibility',
] as const;

export type MadeUpColumn = (typeof MADE_UP_COLUMNS)[number];

/** One record; an empty text is an empty cell. */
export type MadeUpLicense = Readonly<Record<MadeUpColumn, string>>;

export interface MadeUpLicenseSettings {
  readonly seed: number;
  readonly licenseTypes: readonly string[];
  readonly filled?: boolean;
}

const GIVEN_NAMES = [
  'Ann',
  'Björk',
  'Chloë',
  'Đorđe',
  'Émile',
  'Fiadh',
  'Grete',
  'Iñigo',
  'José',
  'Łucja',
  'Søren',
  '夏',
];
const FAMILY_NAMES = [
  'Åkesson',
  'Brown',
  "D'Souza",
  'Guðmundsdóttir',
  'Müller',
  'Núñez',
  "O'Neill-Ortiz",
  'Šimić',
  'Żak',
  '毛',
];
const STREETS = ['Birch Ln', 'Elm St.', 'Ñandú', 'Main, Rear', 'Rue "Haute"', 'Weg'];
const CITIES = ['Athens', 'Dayton', 'Española', 'Lexington', 'Mayagüez', 'Omaha'];
const STATES = ['al', 'ky', 'ne', 'oh', 'pr', 'wy'];
const STANDINGS = [
  ['active', 'eligible'],
  ['active', 'eligible'],
  ['active', 'ineligible'],
  ['inactive', 'ineligible'],
] as const;

/** Numbers 000 and above 899 of the first three digits are not given out, so the made-up ones are nobody's. */
const NOBODYS_NUMBERS = 100_000_000;
const FIRST_NUMBER = 900_000_000;
/** Has no factor in common with the above: every record below that many gets a number of its own. */
const NUMBER_STEP = 61_803_399;

/**
 * A valid license, the same for the same seed and record. Optional cells are seldom filled: 200,000 licenses have to fit
 * into one upload of 30 MB.
 */
export function madeUpLicense(
  record: number,
  { seed, licenseTypes, filled = false }: MadeUpLicenseSettings,
): MadeUpLicense {
  const draw = new Draw(seed, record, 'license');
  const [licenseStatus, compactEligibility] = draw.oneOf(STANDINGS);
  const issued = 1990 + draw.below(34);
  const optional = (value: string, share: number) => (draw.share() < share || filled ? value : '');
  const givenName = draw.oneOf(GIVEN_NAMES);
  const familyName = draw.oneOf(FAMILY_NAMES);
  return {
    ssn: numberOf(record),
    licenseType: draw.oneOf(licenseTypes),
    npi: optional(`1${draw.digits(9)}`, 0.1),
    licenseNumber: optional(`L-${record}`, 0.1),
    givenName,
    middleName: optional(draw.oneOf(GIVEN_NAMES), 0.1),
    familyName,
    suffix: optional('Jr.', 0.02),
    dateOfIssuance: `${issued}-${monthAndDay(draw)}`,
    dateOfRenewal: optional(`${Math.min(issued + 10, 2024)}-${monthAndDay(draw)}`, 0.1),
    dateOfExpiration: `${2026 + draw.below(4)}-${monthAndDay(draw)}`,
    dateOfBirth: `${issued - 24 - draw.below(30)}-${monthAndDay(draw)}`,
    homeAddressStreet1: `${1 + draw.below(999)} ${draw.oneOf(STREETS)}`,
    homeAddressStreet2: optional(`Unit ${1 + draw.below(40)}`, 0.05),
    homeAddressCity: draw.oneOf(CITIES),
    homeAddressState: draw.oneOf(STATES),
    homeAddressPostalCode: draw.digits(5),
    emailAddress: optional(`holder.${record}@example.org`, 0.05),
    phoneNumber: optional(`+1555${draw.digits(7)}`, 0.05),
    licenseStatusName: optional(licenseStatus === 'active' ? 'GOOD STANDING' : 'LAPSED', 0.05),
    licenseStatus,
    compactEligibility,
  };
}

function numberOf(record: number): string {
  const digits = String(FIRST_NUMBER + ((record * NUMBER_STEP) % NOBODYS_NUMBERS));
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** Days that every month has. */
function monthAndDay(draw: Draw): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(1 + draw.below(12))}-${twoDigits(1 + draw.below(28))}`;
}
