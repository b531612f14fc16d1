import fc from 'fast-check';
import type { Domain } from '../../../src/core/contracts/domain';
import { encodeName } from '../../../src/core/licensure/keys';
import type { LicenseQueueMessage } from '../../../src/core/licensure/license-rows';
import type { Result } from '../../../src/core/result';
import { trimText } from '../../../src/core/validation/trim';

/** A deployment for tests: two compacts, four states. */
export const DOMAIN: Domain = {
  compacts: ['arbor', 'avian'],
  jurisdictions: ['oh', 'ky', 'ne', 'wy'],
  licenseTypes: {
    arbor: [
      { name: 'tree surgeon', abbreviation: 'ts' },
      { name: 'orchard keeper', abbreviation: 'ok' },
    ],
    avian: [{ name: 'falconer', abbreviation: 'fal' }],
  },
};

export const PROVIDER_ID = '5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d';
export const OTHER_PROVIDER_ID = '6c1e9d2f-4a63-4d9f-8b88-1f2a3b4c5d6e';
export const NOW = '2025-06-15T10:20:30+00:00';
export const LATER = '2025-06-20T08:00:00+00:00';

/** A license as a state posts it, required fields only. */
export const POSTED = {
  ssn: '222-33-4444',
  licenseType: 'tree surgeon',
  licenseStatus: 'active',
  compactEligibility: 'eligible',
  givenName: 'Linnea',
  familyName: 'Ek',
  dateOfIssuance: '2018-04-01',
  dateOfExpiration: '2026-04-01',
  dateOfBirth: '1979-11-30',
  homeAddressStreet1: '12 Birch Lane',
  homeAddressCity: 'Athens',
  homeAddressState: 'oh',
  homeAddressPostalCode: '45701',
} as const;

export const OPTIONAL_VALUES = {
  npi: '1112223334',
  licenseNumber: 'TS-0042',
  middleName: 'Alma',
  suffix: 'II',
  dateOfRenewal: '2024-04-01',
  homeAddressStreet2: 'Rear house',
  emailAddress: 'linnea.ek@example.org',
  phoneNumber: '+17405550123',
  licenseStatusName: 'GOOD STANDING',
} as const;

export type Detail = Record<string, unknown>;

/** Detail of a `license.ingest` event for an uploaded license. */
export function detailOf(changes: Detail = {}): Detail {
  const { ssn, ...license } = POSTED;
  return {
    ...license,
    compact: 'arbor',
    jurisdiction: 'oh',
    eventTime: NOW,
    providerId: PROVIDER_ID,
    ssnLastFour: ssn.slice(-4),
    ...changes,
  };
}

export function queueMessage(changes: Detail = {}): LicenseQueueMessage {
  return { ...POSTED, compact: 'arbor', jurisdiction: 'oh', eventTime: NOW, ...changes } as LicenseQueueMessage;
}

/** The value of a result that has to be a success. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected a success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const shortText = fc
  .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 30 })
  .filter((text) => trimText(text) === text && [...text].length <= 100);
/** The three names of a provider make an index key of at most 400 characters. */
const personName = shortText.filter((name) => encodeName(name).length <= 130);
const longerText = shortText.filter((text) => [...text].length >= 2);
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((values) => values.join(''));

/** Any license that a state could post under a given number. */
export const anyPosted = fc
  .record(
    {
      licenseType: fc.constantFrom('tree surgeon', 'orchard keeper'),
      standing: fc.constantFrom(['active', 'eligible'], ['active', 'ineligible'], ['inactive', 'ineligible']),
      givenName: personName,
      familyName: personName,
      // Few days, so that ties occur.
      dateOfIssuance: fc.constantFrom('2010-01-01', '2020-01-01', '2024-02-29'),
      dateOfExpiration: day,
      dateOfBirth: day,
      homeAddressStreet1: longerText,
      homeAddressCity: longerText,
      homeAddressState: longerText,
      homeAddressPostalCode: digits(5),
      npi: digits(10),
      licenseNumber: shortText,
      middleName: personName,
      suffix: shortText,
      dateOfRenewal: day,
      homeAddressStreet2: shortText,
      emailAddress: fc.constantFrom('a@example.org', 'linnéa@example.org'),
      phoneNumber: digits(10).map((number) => `+1${number}`),
      licenseStatusName: shortText,
    },
    {
      requiredKeys: [
        'licenseType',
        'standing',
        'givenName',
        'familyName',
        'dateOfIssuance',
        'dateOfExpiration',
        'dateOfBirth',
        'homeAddressStreet1',
        'homeAddressCity',
        'homeAddressState',
        'homeAddressPostalCode',
      ],
    },
  )
  .map(({ standing: [licenseStatus, compactEligibility], ...license }) => ({
    ...license,
    licenseStatus,
    compactEligibility,
  }));

/** Any upload as an ingest detail, for one provider in any of two states. */
export const anyDetail = fc.tuple(anyPosted, fc.constantFrom('oh', 'ky')).map(([license, jurisdiction]): Detail => ({
  ...license,
  compact: 'arbor',
  jurisdiction,
  eventTime: NOW,
  providerId: PROVIDER_ID,
  ssnLastFour: '4444',
}));
